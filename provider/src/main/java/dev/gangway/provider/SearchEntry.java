package dev.gangway.provider;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gangway.openapi.OperationModel;
import dev.gangway.openapi.OperationModel.Media;
import dev.gangway.openapi.OperationModel.Parameter;
import dev.gangway.openapi.OperationModel.Response;
import dev.gangway.openapi.Row;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What leads to one operation.
///
/// @param names the weight of each word of what it is called: `A` its id, `B` its path, `C` summary and heading
/// @param others words of its fields, their values, and its error codes
/// @param fields how many there are
record SearchEntry(OperationModel operation, Map<String, Character> names, Set<String> others, int fields) {
    private static final int MOST_WORDS = 5_000;

    static SearchEntry of(OperationModel operation) {
        Map<String, Character> names = new TreeMap<>();
        weigh(names, operation.summary(), 'C');
        weigh(names, operation.group(), 'C');
        for (String segment : operation.path().split("/", -1)) {
            weigh(names, segment, 'B');
        }
        weigh(names, operation.id(), 'A');
        Set<String> others = new TreeSet<>();
        List<Row> rows = rows(operation).toList();
        Set<String> said = new HashSet<>();
        for (Row row : rows) {
            add(others, said, row.name());
            for (JsonNode value : row.values()) {
                if (value.isTextual()) {
                    add(others, said, value.textValue());
                }
            }
        }
        operation.errors().forEach(error -> add(others, said, error));
        others.removeAll(names.keySet());
        return new SearchEntry(operation, names, others, rows.size());
    }

    private static Stream<Row> rows(OperationModel operation) {
        Stream<Row> parameters = operation.parameters().stream().map(Parameter::row);
        Stream<Media> sent = operation.request().stream();
        Stream<Media> answered =
                operation.responses().stream().map(Response::content).flatMap(List::stream);
        return Stream.concat(parameters, Stream.concat(sent, answered).flatMap(media -> media.rows().stream()));
    }

    private static void weigh(Map<String, Character> names, String text, char weight) {
        Words.of(text).forEach(word -> names.put(word, weight));
        String joined = Words.joined(text);
        if (!joined.isEmpty() && text.indexOf(' ') < 0) {
            names.put(joined, weight);
        }
    }

    private static void add(Set<String> words, Set<String> said, String text) {
        if (words.size() < MOST_WORDS && said.add(text) && text.length() <= 200) {
            words.addAll(Words.of(text));
            String joined = Words.joined(text);
            if (!joined.isEmpty()) {
                words.add(joined);
            }
        }
    }

    String exact() {
        return Words.joined(operation.id());
    }

    /// As PostgreSQL writes a `tsvector`; words are letters and digits and need no more than quotes.
    String namesVector() {
        return names.entrySet().stream()
                .map(word -> "'" + word.getKey() + "':1" + word.getValue())
                .collect(Collectors.joining(" "));
    }

    String everythingVector() {
        return Stream.concat(names.keySet().stream(), others.stream())
                .map(word -> "'" + word + "':1")
                .collect(Collectors.joining(" "));
    }
}
