package dev.gangway.openapi;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/// What an operation is called: in URLs, and in the languages of the SDKs.
final class Naming {
    private static final Pattern NOT_FOR_URLS = Pattern.compile("[^A-Za-z0-9._-]+");
    private static final Pattern NOT_IN_WORDS = Pattern.compile("[^A-Za-z0-9]+");
    private static final Pattern HUMPS = Pattern.compile("(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])");
    private static final int LONGEST = 120; // characters
    private static final Set<String> RESERVED = Set.of(
            "and",
            "as",
            "assert",
            "async",
            "await",
            "break",
            "case",
            "catch",
            "class",
            "const",
            "continue",
            "def",
            "default",
            "del",
            "delete",
            "do",
            "elif",
            "else",
            "enum",
            "except",
            "export",
            "extends",
            "false",
            "final",
            "finally",
            "for",
            "from",
            "function",
            "global",
            "goto",
            "if",
            "implements",
            "import",
            "in",
            "instanceof",
            "interface",
            "is",
            "lambda",
            "let",
            "new",
            "none",
            "nonlocal",
            "not",
            "null",
            "or",
            "package",
            "pass",
            "private",
            "protected",
            "public",
            "raise",
            "return",
            "static",
            "super",
            "switch",
            "this",
            "throw",
            "true",
            "try",
            "typeof",
            "var",
            "void",
            "while",
            "with",
            "yield");

    private Naming() {}

    /// The `operationId` as a segment of a URL, or one made of method and path.
    static String id(String said, String method, String path) {
        String id = NOT_FOR_URLS.matcher(said.strip()).replaceAll("-");
        String trimmed = id.replaceAll("^[-.]+|[-.]+$", "");
        String chosen = trimmed.isEmpty() ? camel(method + " " + path.replace("{", "by ")) : trimmed;
        return chosen.length() > LONGEST ? chosen.substring(0, LONGEST) : chosen;
    }

    /// By language: `typescript` and `java` camelCase, `python` snake_case, all as the generators of the usual
    /// client libraries spell them.
    static Map<String, String> names(String id) {
        String camel = camel(id);
        String snake = snake(camel);
        String safe = RESERVED.contains(camel.toLowerCase(Locale.ROOT)) ? camel + "Operation" : camel;
        return Map.of(
                "typescript", safe, "java", safe, "python", RESERVED.contains(snake) ? snake + "_operation" : snake);
    }

    /// `betaPartnerCustomerV1Create` stays as it is; `repos/list-for user` becomes `reposListForUser`.
    private static String camel(String text) {
        StringBuilder camel = new StringBuilder();
        for (String word : words(text)) {
            camel.append(camel.isEmpty() ? first(word, false) : first(word, true));
        }
        String name = camel.isEmpty() ? "operation" : camel.toString();
        return Character.isDigit(name.charAt(0)) ? "operation" + name : name;
    }

    private static String first(String word, boolean large) {
        String rest = word.substring(1);
        boolean shouting = word.length() > 1 && word.equals(word.toUpperCase(Locale.ROOT));
        String head = word.substring(0, 1);
        return large
                ? head.toUpperCase(Locale.ROOT) + rest
                : head.toLowerCase(Locale.ROOT) + (shouting ? rest.toLowerCase(Locale.ROOT) : rest);
    }

    private static String snake(String camel) {
        return HUMPS.matcher(camel).replaceAll("_").toLowerCase(Locale.ROOT);
    }

    private static List<String> words(String text) {
        List<String> words = new ArrayList<>();
        for (String word : NOT_IN_WORDS.split(text, -1)) {
            if (!word.isEmpty()) {
                words.add(word);
            }
        }
        return words;
    }
}
