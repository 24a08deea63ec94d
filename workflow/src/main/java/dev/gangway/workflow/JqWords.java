package dev.gangway.workflow;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Which functions and variables a jq expression uses. The jq library finds out only when it gets there; a
/// definition should be refused when it is saved.
final class JqWords {
    private static final Set<String> KEYWORDS = Set.of(
            "def", "if", "then", "elif", "else", "end", "as", "reduce", "foreach", "try", "catch", "label", "break",
            "import", "include", "and", "or", "null", "true", "false", "__loc__");
    private static final Pattern TOKEN = Pattern.compile(
            "#[^\n]*|\\.[A-Za-z_][A-Za-z_0-9]*|\\$[A-Za-z_][A-Za-z_0-9:]*|@[A-Za-z0-9]+|[A-Za-z_][A-Za-z_0-9:]*(?<!:)|\\S");

    private final List<String> tokens = new ArrayList<>();

    private JqWords(String expression) {
        scan(expression, 0, false);
    }

    /// @param functions such as `map/1`, without those that the expression defines
    /// @param variables without `$`, without those that the expression binds
    record Used(Set<String> functions, Set<String> variables) {}

    /// @param expression one that compiles
    static Used of(String expression) {
        JqWords words = new JqWords(expression);
        return new Used(words.functions(), words.variables());
    }

    /// Reads tokens until the text, or the interpolation that began before it, ends.
    private int scan(String text, int from, boolean inside) {
        Matcher matcher = TOKEN.matcher(text);
        int depth = 0;
        int at = from;
        while (matcher.find(at)) {
            String token = matcher.group();
            at = matcher.end();
            if (token.equals("\"")) {
                tokens.add("\"");
                at = string(text, at);
            } else if (token.equals(")") && inside && depth == 0) {
                return at;
            } else if (!token.startsWith("#")) {
                depth += token.equals("(") ? 1 : token.equals(")") ? -1 : 0;
                tokens.add(token);
            }
        }
        return text.length();
    }

    private int string(String text, int from) {
        int at = from;
        while (at < text.length() && text.charAt(at) != '"') {
            if (text.charAt(at) != '\\') {
                at++;
            } else if (text.startsWith("\\(", at)) {
                tokens.add("(");
                at = scan(text, at + 2, true);
                tokens.add(")");
            } else {
                at += 2;
            }
        }
        return at + 1;
    }

    private Set<String> functions() {
        Set<String> used = new TreeSet<>();
        Set<String> own = new HashSet<>();
        List<String> brackets = new ArrayList<>();
        for (int at = 0; at < tokens.size(); at++) {
            String token = tokens.get(at);
            track(brackets, token);
            if (!isName(token)) {
                continue;
            }
            if (token(at - 1).equals("def")) {
                own.add(token);
                own.addAll(parameters(at));
            } else if (!isKey(at, brackets)) {
                used.add(token + "/" + arity(at));
            }
        }
        used.removeIf(name -> own.contains(name.substring(0, name.indexOf('/'))));
        return used;
    }

    private static void track(List<String> brackets, String token) {
        if (token.equals("{") || token.equals("(") || token.equals("[")) {
            brackets.add(token);
        } else if ((token.equals("}") || token.equals(")") || token.equals("]")) && !brackets.isEmpty()) {
            brackets.removeLast();
        }
    }

    /// `{a: 1}` and `{a}` name members, not functions.
    private boolean isKey(int at, List<String> brackets) {
        boolean member = !brackets.isEmpty() && brackets.getLast().equals("{");
        return member && (token(at - 1).equals("{") || token(at - 1).equals(","));
    }

    private Set<String> parameters(int at) {
        Set<String> names = new HashSet<>();
        for (int next = at + 1; token(at + 1).equals("(") && !token(next).equals(")") && next < tokens.size(); next++) {
            names.add(token(next));
        }
        return names;
    }

    private int arity(int at) {
        if (!token(at + 1).equals("(")) {
            return 0;
        }
        int depth = 0;
        int count = 1;
        for (int next = at + 1; next < tokens.size(); next++) {
            switch (tokens.get(next)) {
                case "(", "[", "{" -> depth++;
                case ")", "]", "}" -> depth--;
                case ";" -> count += depth == 1 ? 1 : 0;
                default -> {}
            }
            if (depth == 0) {
                return count;
            }
        }
        return count;
    }

    private Set<String> variables() {
        Set<String> used = new TreeSet<>();
        Set<String> bound = new HashSet<>();
        boolean binding = false;
        for (int at = 0; at < tokens.size(); at++) {
            String token = tokens.get(at);
            binding = token.equals("as")
                    || token.equals("label")
                    || (binding && !token.equals("|") && !token.equals("("));
            if (token.startsWith("$") && token.length() > 1) {
                (binding ? bound : used).add(token.substring(1));
            } else if (token.equals("def")) {
                parameters(at + 1).stream()
                        .filter(name -> name.startsWith("$"))
                        .forEach(name -> bound.add(name.substring(1)));
            }
        }
        used.removeAll(bound);
        return used;
    }

    private static boolean isName(String token) {
        char first = token.charAt(0);
        return (Character.isLetter(first) || first == '_') && !KEYWORDS.contains(token);
    }

    private String token(int at) {
        return at >= 0 && at < tokens.size() ? tokens.get(at) : "";
    }
}
