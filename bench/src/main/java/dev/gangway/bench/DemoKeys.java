package dev.gangway.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;

/// The variables of a `demo.env`: where the product is and the demo partner's keys.
record DemoKeys(Map<String, String> variables) {
    static DemoKeys read(Path file) {
        try {
            return new DemoKeys(Files.readAllLines(file).stream()
                    .map(line -> line.split("=", 2))
                    .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1])));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    URI url() {
        return URI.create(value("PLAID_BASE_URL"));
    }

    String clientId() {
        return value("PLAID_CLIENT_ID");
    }

    String sandboxSecret() {
        return value("PLAID_SECRET_SANDBOX");
    }

    String token() {
        return value("GANGWAY_TOKEN");
    }

    private String value(String name) {
        String value = variables.get(name);
        if (value == null) {
            throw new BenchException("demo.env lacks " + name);
        }
        return value;
    }

    @Override
    public String toString() {
        return "DemoKeys" + variables.keySet();
    }
}
