package dev.gangway.cli;

import static dev.gangway.cli.Column.column;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `gangway partner keys …`
@Command(name = "keys", description = "A partner's API keys: at most two live in each environment.")
final class PartnerKeysCommand {
    private static final Table KEYS = Table.of(
            "keys",
            column("id"),
            column("environment"),
            column("created_at"),
            column("expires_at"),
            column("last_used_at"));
    private static final String PARTNER_ID = "The partner's id, prt_…";
    private static final String KEY_ID = "The key's id, key_…";

    private final AdminApi api;

    PartnerKeysCommand(AdminApi api) {
        this.api = api;
    }

    @Command(description = "List the keys that are live.")
    int list(@Parameters(paramLabel = "PARTNER", description = PARTNER_ID) String partner) {
        return api.list(Call.get("/api/v1/partners/{partner}/keys", partner), Paging.NONE, KEYS);
    }

    @Command(description = "Issue a key and print its secret, this once.")
    int issue(
            @Parameters(paramLabel = "PARTNER", description = PARTNER_ID) String partner,
            @Option(
                            names = "--environment",
                            required = true,
                            paramLabel = "ENVIRONMENT",
                            description = "Where it works: ${COMPLETION-CANDIDATES}.")
                    Word.Environment environment) {
        Call call = Call.post("/api/v1/partners/{partner}/keys", partner).with("environment", environment);
        return api.showOnce(call, Card.PLAIN, "secret");
    }

    @Command(description = "Issue a key in another one's place and let the old one live on for a while.")
    int rotate(
            @Parameters(paramLabel = "PARTNER", description = PARTNER_ID) String partner,
            @Parameters(paramLabel = "KEY", description = KEY_ID) String key,
            @Option(
                            names = "--overlap",
                            defaultValue = "PT24H",
                            paramLabel = "DURATION",
                            description = "How long the old one still works; ${DEFAULT-VALUE} unless given.")
                    String overlap) {
        Call call = Call.post("/api/v1/partners/{partner}/keys/{key}/rotation", partner, key)
                .with("overlap", overlap);
        return api.showOnce(call, Card.PLAIN, "secret");
    }

    @Command(description = "Revoke a key: it stops working at once.")
    int revoke(
            @Parameters(paramLabel = "PARTNER", description = PARTNER_ID) String partner,
            @Parameters(paramLabel = "KEY", description = KEY_ID) String key) {
        return api.done(Call.delete("/api/v1/partners/{partner}/keys/{key}", partner, key), "Revoked " + key + ".");
    }
}
