package dev.gangway.cli;

import static dev.gangway.cli.Column.column;
import static dev.gangway.cli.Column.names;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `gangway audit …`
@Command(name = "audit", description = "Who changed what, and whether the record of it is whole.")
final class AuditCommand {
    private static final Table EVENTS = Table.of(
            "audit events",
            column("#", "position"),
            column("at"),
            column("actor"),
            column("action"),
            column("subject"),
            names("changed", "changes"));

    @Mixin
    private final AdminApi api;

    AuditCommand(AdminApi api) {
        this.api = api;
    }

    @Command(description = "List audit events, newest first. Options narrow each other.")
    int list(
            @Option(names = "--partner", paramLabel = "PARTNER", description = "Only of this partner.") @Nullable
                    String partner,
            @Option(names = "--subject", paramLabel = "ID", description = "Only about this: a client_id, prt_…, whe_…")
                    @Nullable
                    String subject,
            @Option(names = "--action", paramLabel = "ACTION", description = "Only this action: customer.created …")
                    @Nullable
                    String action,
            @Mixin Paging paging) {
        Call call = Call.get("/api/v1/audit")
                .with("partner", partner)
                .with("subject", subject)
                .with("action", action);
        return api.list(call, paging, EVENTS);
    }

    @Command(description = "Print the whole trail, oldest first, one JSON object per line.")
    int export() {
        return api.stream(Call.get("/api/v1/audit/export"));
    }

    @Command(description = "Check the chain of hashes. Exit code 1 when an event was changed, removed or slipped in.")
    int verify() {
        return api.check(Call.get("/api/v1/audit/verification"), Card.PLAIN, "intact");
    }
}
