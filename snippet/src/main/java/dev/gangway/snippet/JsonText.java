package dev.gangway.snippet;

import java.util.ArrayList;
import java.util.List;

/// A JSON body as text, for languages that have no literals of their own for it, or whose numbers are too coarse.
/// Variables stand
/// in it as `${NAME}`; the program replaces them.
///
/// @param variables their names, each once, in order
/// @param mark what follows a name in the text, so that the whole stands there for nothing else; mostly empty
record JsonText(String text, List<String> variables, String mark) {
    static JsonText of(Value value) {
        String bare = Literals.print(value, Notation.json(_ -> "\"\""), "");
        List<String> names = parts(value).parts().stream()
                .filter(Text.Part.Variable.class::isInstance)
                .map(part -> ((Text.Part.Variable) part).name())
                .distinct()
                .toList();
        StringBuilder mark = new StringBuilder();
        while (names.stream().anyMatch(name -> bare.contains(token(name, mark.toString())))) {
            mark.append('_');
        }
        String last = mark.toString();
        return new JsonText(
                Literals.print(value, Notation.json(name -> '"' + token(name, last) + '"'), ""), names, last);
    }

    /// The same with the variables as parts, in the place of their texts and the quotes around.
    static Text parts(Value value) {
        // JSON never has a NUL of its own: it would be written as an escape.
        String[] parts = Literals.print(value, Notation.json(name -> "\0" + name + "\0"), "  ")
                .split("\0", -1);
        List<Text.Part> all = new ArrayList<>();
        for (int index = 0; index < parts.length; index++) {
            all.add(index % 2 == 0 ? new Text.Part.Literal(parts[index]) : new Text.Part.Variable(parts[index]));
        }
        return new Text(List.copyOf(all));
    }

    /// What stands for the variable.
    String token(String name) {
        return token(name, mark);
    }

    private static String token(String name, String mark) {
        return "${" + name + mark + "}";
    }

    /// The lines, each after `margin`.
    String indented(String margin) {
        return margin + text.replace("\n", "\n" + margin);
    }
}
