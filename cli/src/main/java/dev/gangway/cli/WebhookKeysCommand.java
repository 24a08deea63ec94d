package dev.gangway.cli;

import static dev.gangway.cli.Column.column;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// `gangway webhook keys …`
@Command(name = "keys", description = "List the keys that webhooks are signed with.")
final class WebhookKeysCommand implements Callable<Integer> {
    private static final Table KEYS =
            Table.of("signing keys", column("kid"), column("environment"), column("created_at"), column("expired_at"));

    private final AdminApi api;

    WebhookKeysCommand(AdminApi api) {
        this.api = api;
    }

    @Override
    public Integer call() {
        return api.list(Call.get("/api/v1/webhook-keys"), Paging.NONE, KEYS);
    }

    @Command(description = "Sign with a new key from now on. Receivers can still read the old one for a day.")
    int rotate(
            @Parameters(paramLabel = "ENVIRONMENT", description = "Whose webhooks: ${COMPLETION-CANDIDATES}.")
                    Word.Environment environment) {
        return api.show(Call.post("/api/v1/webhook-keys/{environment}/rotation", environment.toString()), Card.PLAIN);
    }
}
