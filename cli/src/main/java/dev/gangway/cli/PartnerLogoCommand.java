package dev.gangway.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// `gangway partner logo …`
@Command(name = "logo", description = "The logo that stands in for end customers without one.")
final class PartnerLogoCommand {
    private final AdminApi api;

    PartnerLogoCommand(AdminApi api) {
        this.api = api;
    }

    @Command(description = "Set a partner's logo.")
    int set(
            @Parameters(paramLabel = "PARTNER", description = "The partner's id, prt_…") String partner,
            @Parameters(paramLabel = "FILE", description = "A PNG of 1024 by 1024 pixels, under 4 MB.") Path file) {
        String logo;
        try {
            logo = Base64.getEncoder().encodeToString(Files.readAllBytes(file));
        } catch (IOException unreadable) {
            throw api.usage("cannot read " + file);
        }
        return api.done(
                Call.put("/api/v1/partners/{partner}/logo", partner).with("logo", logo),
                "Set the logo of " + partner + ".");
    }

    @Command(description = "Remove a partner's logo.")
    int remove(@Parameters(paramLabel = "PARTNER", description = "The partner's id, prt_…") String partner) {
        return api.done(
                Call.delete("/api/v1/partners/{partner}/logo", partner), "Removed the logo of " + partner + ".");
    }
}
