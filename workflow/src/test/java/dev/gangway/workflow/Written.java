package dev.gangway.workflow;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// Definitions, as tests write them.
public final class Written {
    private Written() {}

    /// A text of a definition; `rest` begins on line 6.
    public static String text(String name, String rest) {
        return """
                document:
                  dsl: '1.0.0'
                  namespace: tests
                  name: %s
                  version: '1.0.0'
                """.formatted(name) + rest;
    }

    public static Definition definition(String name, String rest, Definition... others) {
        return switch (DefinitionReader.read(text(name, rest), around(others))) {
            case Reading.Accepted(Definition definition) -> definition;
            case Reading.Refused refused ->
                throw new AssertionError(refused.flaws().toString());
        };
    }

    /// The connection `bank`, the provider `plaid` with the operation `accountsGet`, and these workflows.
    public static Surroundings around(Definition... others) {
        Map<String, Definition> known = Arrays.stream(others).collect(Collectors.toMap(Definition::name, it -> it));
        return new Surroundings() {
            @Override
            public boolean hasConnection(String name) {
                return name.equals("bank");
            }

            @Override
            public boolean hasProvider(String name) {
                return name.equals("plaid");
            }

            @Override
            public boolean hasOperation(String provider, String operation) {
                return operation.equals("accountsGet");
            }

            @Override
            public Optional<Definition> workflow(String name) {
                return Optional.ofNullable(known.get(name));
            }
        };
    }
}
