package dev.gangway.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// Gangway as `./gangway up` starts it, on a free port and in a data folder of its own.
record Product(Server server, DemoKeys keys, BareDatabase database) implements AutoCloseable {
    /// @param root of the repository
    /// @param folder an empty one, in which the data folder is made; or that of a product which has ended
    static Product start(Path root, Path folder) {
        return start(root, folder, Map.of());
    }

    /// @param environment settings beside its own
    static Product start(Path root, Path folder, Map<String, String> environment) {
        Path home = folder.resolve("home");
        Path printed = folder.resolve("gangway.out"); // with the address once it serves
        List<String> up = List.of(root.resolve("gangway").toString(), "up", "--port", "0", "--home", home.toString());
        Server server = Server.start("gangway", folder, up, environment, () -> names(printed));
        try {
            return new Product(server, DemoKeys.read(home.resolve("demo.env")), BareDatabase.in(home));
        } catch (IOException unreadable) {
            server.close();
            throw new BenchException("the data folder is not as expected: " + unreadable.getMessage());
        }
    }

    private static boolean names(Path printed) {
        try {
            return Files.readString(printed).contains("http://");
        } catch (IOException unreadable) {
            throw new BenchException("cannot read what gangway printed: " + unreadable.getMessage());
        }
    }

    Meter meter() {
        return new Meter(server.folder(), database.server());
    }

    @Override
    public void close() {
        server.close();
    }
}
