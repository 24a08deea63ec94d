package dev.gangway.app;

import dev.gangway.app.FirstStart.Demo;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;

/// `demo.env` in the data folder, mode 0600: the demo partner's keys and the first access token, as shell variables.
/// The installation itself never reads it and keeps hashes only.
record DemoFile(Path path) {
    static DemoFile in(Path home) {
        return new DemoFile(home.resolve("demo.env"));
    }

    /// @param url of this server, without a slash at its end
    void write(String url, Demo demo) {
        List<String> lines = List.of(
                "GANGWAY_URL=" + url,
                "GANGWAY_TOKEN=" + demo.token().reveal(),
                "PLAID_BASE_URL=" + url,
                "PLAID_CLIENT_ID=" + demo.clientId(),
                "PLAID_SECRET_SANDBOX=" + demo.sandbox().reveal(),
                "PLAID_SECRET_PRODUCTION=" + demo.production().reveal());
        replace(lines);
    }

    /// Corrects the address, when the server was started on another port than the last time.
    void moveTo(String url) {
        try {
            List<String> lines = Files.readAllLines(path).stream()
                    .map(line -> line.replaceFirst("^(GANGWAY_URL|PLAID_BASE_URL)=.*", "$1=" + url))
                    .toList();
            if (!lines.equals(Files.readAllLines(path))) {
                replace(lines);
            }
        } catch (IOException unreadable) {
            throw new ConfigException(path + ": " + unreadable.getMessage());
        }
    }

    boolean exists() {
        return Files.exists(path);
    }

    private void replace(List<String> lines) {
        try {
            Path fresh = Files.createTempFile(
                    path.getParent(),
                    "demo",
                    ".env",
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.write(fresh, lines);
            Files.move(fresh, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException unwritable) {
            throw new ConfigException(path + ": " + unwritable.getMessage());
        }
    }
}
