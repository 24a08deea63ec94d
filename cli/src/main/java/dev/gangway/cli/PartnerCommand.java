package dev.gangway.cli;

import static dev.gangway.cli.Column.column;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `gangway partner …`
@Command(name = "partner", description = "Resellers: their settings, API keys and logo.")
final class PartnerCommand {
    private static final Table PARTNERS =
            Table.of("partners", column("id"), column("name"), column("client_id"), column("created_at"));
    private static final String PARTNER_ID = "The partner's id, prt_…";

    @Mixin
    private final AdminApi api;

    private PartnerCommand(AdminApi api) {
        this.api = api;
    }

    static CommandLine line(AdminApi api) {
        return new CommandLine(new PartnerCommand(api))
                .addSubcommand(new PartnerKeysCommand(api))
                .addSubcommand(new PartnerLogoCommand(api));
    }

    @Command(description = "List partners, oldest first.")
    int list(
            @Option(names = "--name", paramLabel = "TEXT", description = "Only with this in their names.") @Nullable
                    String name,
            @Mixin Paging paging) {
        return api.list(Call.get("/api/v1/partners").with("name", name), paging, PARTNERS);
    }

    @Command(description = "Show one partner with its settings.")
    int show(@Parameters(paramLabel = "PARTNER", description = PARTNER_ID) String partner) {
        return api.show(Call.get("/api/v1/partners/{partner}", partner), Card.PLAIN);
    }

    @Command(
            description = "Create a partner. It has no API keys yet: `gangway partner keys issue` makes them.",
            footer = {
                "",
                "Example:",
                "  gangway partner create \"Harbour Payments\" --product auth,transactions --flowdown --questionnaire"
            })
    int create(
            @Parameters(paramLabel = "NAME", description = "The reseller's name.") String name,
            @Mixin SettingsOptions settings) {
        ObjectNode given = settings.json(api);
        Call call = Call.post("/api/v1/partners").with("name", name).with("settings", given.isEmpty() ? null : given);
        return api.show(call, Card.PLAIN);
    }

    @Command(description = "Change some of a partner's settings and leave the rest.")
    int change(
            @Parameters(paramLabel = "PARTNER", description = PARTNER_ID) String partner,
            @Mixin SettingsOptions settings) {
        ObjectNode given = settings.json(api);
        if (given.isEmpty()) {
            throw api.usage("nothing to change: give at least one setting");
        }
        return api.show(Call.patch("/api/v1/partners/{partner}", partner).withAll(given), Card.PLAIN);
    }
}
