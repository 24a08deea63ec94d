package dev.gangway.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gangway.openapi.Server.Environment;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/// Reads where an API is served. A variable with a few values makes a server of each.
final class ServerReader {
    private static final Pattern WORD = Pattern.compile("[^a-z]+");
    private static final Set<String> SANDBOX =
            Set.of("sandbox", "test", "testing", "staging", "stage", "dev", "development", "demo", "uat", "qa", "mock");
    private static final Set<String> PRODUCTION = Set.of("production", "prod", "live");
    private static final int MOST_SERVERS = 50;

    private final Document document;

    ServerReader(Document document) {
        this.document = document;
    }

    List<Server> ofDocument() {
        List<Server> servers = read(document.root().path("servers"), "#/servers");
        return servers.isEmpty() ? List.of(new Server("", "", Environment.OTHER)) : servers;
    }

    /// Empty where `servers` is missing.
    List<Server> read(JsonNode servers, String place) {
        List<Server> list = new ArrayList<>();
        int index = 0;
        for (JsonNode server : servers) {
            String at = place + "/" + index++;
            String description = Text.line(server.path("description").asText(""), "");
            for (String url : urls(server, at)) {
                if (list.size() < MOST_SERVERS) {
                    list.add(new Server(url, description, environment(url, description)));
                }
            }
        }
        return List.copyOf(list);
    }

    private List<String> urls(JsonNode server, String place) {
        List<String> urls = List.of(server.path("url").asText(""));
        for (var variable : server.path("variables").properties()) {
            JsonNode values = variable.getValue().path("enum");
            JsonNode standard = variable.getValue().path("default");
            List<String> choices = new ArrayList<>(List.of(standard.asText("")));
            values.forEach(value -> choices.add(value.asText("")));
            urls = filled(
                    urls,
                    "{" + variable.getKey() + "}",
                    choices.stream().distinct().toList());
        }
        List<String> usable = new ArrayList<>();
        for (String url : urls) {
            String trimmed = url.strip().replaceAll("/+$", "");
            if (trimmed.isEmpty()
                    || trimmed.startsWith("/")
                    || !SafeUrls.web(trimmed).isEmpty()) {
                usable.add(trimmed);
            } else {
                document.note(
                        place, "The server " + Text.line(url, "") + " is neither http(s) nor a path; passed over.");
            }
        }
        return usable;
    }

    private static List<String> filled(List<String> urls, String variable, List<String> choices) {
        List<String> filled = new ArrayList<>();
        for (String url : urls) {
            for (String choice : url.contains(variable) ? choices : List.of("")) {
                if (filled.size() < MOST_SERVERS) {
                    filled.add(url.replace(variable, choice));
                }
            }
        }
        return filled;
    }

    private static Environment environment(String url, String description) {
        Set<String> words = Set.copyOf(List.of(WORD.split((url + " " + description).toLowerCase(Locale.ROOT), -1)));
        if (words.stream().anyMatch(SANDBOX::contains)) {
            return Environment.SANDBOX;
        }
        return words.stream().anyMatch(PRODUCTION::contains) ? Environment.PRODUCTION : Environment.OTHER;
    }
}
