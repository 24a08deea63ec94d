package dev.gangway.app;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The settings in force: the command line over the environment over `gangway.yaml` in the data folder over the
/// defaults.
final class Settings {
    private final Map<Setting, String> values;

    private Settings(Map<Setting, String> values) {
        this.values = values;
    }

    /// @param options from the command line
    /// @param environment of the process
    /// @throws ConfigException for a file that cannot be read or holds keys that nobody knows
    static Settings read(Map<Setting, String> options, Map<String, String> environment) {
        Map<Setting, String> values = new EnumMap<>(Setting.class);
        for (Setting setting : Setting.values()) {
            if (setting.standard() != null) {
                values.put(setting, setting.standard());
            }
        }
        Map<Setting, String> variables = variables(environment);
        values.putAll(variables);
        values.putAll(options);
        Path home = home(values.getOrDefault(Setting.HOME, "."), environment);
        values.putAll(file(home.resolve("gangway.yaml")));
        values.putAll(variables);
        values.putAll(options);
        values.put(Setting.HOME, home.toString());
        return new Settings(values);
    }

    private static Path home(String text, Map<String, String> environment) {
        String user = environment.getOrDefault("HOME", ".");
        return Path.of(text.startsWith("~") ? user + text.substring(1) : text)
                .toAbsolutePath()
                .normalize();
    }

    private static Map<Setting, String> variables(Map<String, String> environment) {
        return Stream.of(Setting.values())
                .filter(setting -> environment.containsKey(setting.variable()))
                .collect(Collectors.toMap(setting -> setting, setting -> environment.get(setting.variable())));
    }

    private static Map<Setting, String> file(Path file) {
        if (!Files.exists(file)) {
            return Map.of();
        }
        try {
            Map<Setting, String> values = new EnumMap<>(Setting.class);
            List<String> unknown = new ArrayList<>();
            flatten("", new YAMLMapper().readTree(Files.readAllBytes(file)), values, unknown);
            if (!unknown.isEmpty()) {
                throw new ConfigException(file + ": unknown keys " + String.join(", ", unknown));
            }
            return values;
        } catch (IOException unreadable) {
            throw new ConfigException(file + ": " + unreadable.getMessage());
        }
    }

    private static void flatten(String prefix, JsonNode node, Map<Setting, String> values, List<String> unknown) {
        node.properties().forEach(entry -> {
            String key = prefix + entry.getKey();
            if (entry.getValue().isObject()) {
                flatten(key + ".", entry.getValue(), values, unknown);
            } else {
                Stream.of(Setting.values())
                        .filter(setting -> setting.key().equals(key))
                        .findFirst()
                        .ifPresentOrElse(
                                setting -> values.put(setting, entry.getValue().asText()), () -> unknown.add(key));
            }
        });
    }

    Optional<String> find(Setting setting) {
        return Optional.ofNullable(values.get(setting)).filter(text -> !text.isBlank());
    }

    /// The value of a setting that has a default.
    String text(Setting setting) {
        return find(setting).orElseThrow(() -> new ConfigException(setting.key() + ": must be given"));
    }

    int number(Setting setting) {
        return parse(setting, "a whole number from 0 on", text -> {
            int number = Integer.parseInt(text);
            if (number < 0) {
                throw new IllegalArgumentException(text);
            }
            return number;
        });
    }

    boolean flag(Setting setting) {
        return parse(setting, "true or false", text -> switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException(text);
        });
    }

    Duration duration(Setting setting) {
        return parse(setting, "an ISO 8601 duration such as PT2S", Duration::parse);
    }

    private <T> T parse(Setting setting, String form, Function<String, T> parser) {
        String text = text(setting);
        try {
            return parser.apply(text);
        } catch (DateTimeParseException | IllegalArgumentException malformed) {
            throw new ConfigException(setting.key() + ": must be " + form + ", got " + text);
        }
    }

    /// What is in force, for the log; the database's password is masked.
    Map<String, String> effective() {
        return values.entrySet().stream()
                .collect(Collectors.toMap(
                        entry -> entry.getKey().key(),
                        entry -> entry.getValue().replaceAll("//([^:/@]+):[^@]*@", "//$1:***@"),
                        (one, _) -> one,
                        TreeMap::new));
    }
}
