package dev.gangway.workflow;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import net.thisptr.jackson.jq.BuiltinFunctionLoader;
import net.thisptr.jackson.jq.Function;
import net.thisptr.jackson.jq.JsonQuery;
import net.thisptr.jackson.jq.Scope;
import net.thisptr.jackson.jq.Versions;
import net.thisptr.jackson.jq.exception.JsonQueryException;

/// jq, as far as it is pure: what an expression yields depends on its input and variables alone, so that a replay
/// yields it again. Bounded: an expression that calls functions or makes values without end is broken off.
final class Jq {
    private static final int MOST_WORK = 1_000_000; // calls and values
    private static final int MOST_KEPT = 5_000; // compiled expressions
    private static final Set<String> IMPURE = Set.of(
            "now",
            "env",
            "input",
            "inputs",
            "debug",
            "stderr",
            "debug_scope",
            "input_filename",
            "input_line_number",
            "localtime",
            "halt",
            "halt_error",
            "builtins",
            "get_search_list");

    private static final Scope BUILTINS = builtins();
    private static final Map<String, JsonQuery> COMPILED = new ConcurrentHashMap<>();
    private static final ScopedValue<Work> WORK = ScopedValue.newInstance();

    private Jq() {}

    /// An expression that cannot be compiled, or failed on its input.
    static final class Refused extends RuntimeException {
        Refused(String sentence) {
            super(sentence, null, false, false);
        }
    }

    /// What one evaluation has done so far.
    private static final class Work {
        private int done;

        void more() {
            if (++done > MOST_WORK) {
                throw new Refused("The expression does not come to an end within " + MOST_WORK + " calls and values.");
            }
        }
    }

    /// @param variables the names that it may use, without `$`
    /// @throws Refused when it is not jq, or uses what is unknown or impure
    static void check(String expression, Set<String> variables) {
        compiled(expression);
        JqWords.Used used = JqWords.of(expression);
        for (String function : used.functions()) {
            String name = function.substring(0, function.indexOf('/'));
            if (IMPURE.contains(name)) {
                throw new Refused("The function " + name
                        + " answers differently each time, so it cannot be used: a run must replay.");
            }
            if (BUILTINS.getFunction(name, Integer.parseInt(function.substring(name.length() + 1))) == null) {
                throw new Refused("There is no function " + function + ".");
            }
        }
        for (String variable : used.variables()) {
            if (!variables.contains(variable)) {
                throw new Refused("There is no variable $" + variable + " here; there are $"
                        + String.join(", $", new TreeSet<>(variables)) + ".");
            }
        }
    }

    /// The one value that `expression` yields; null when it yields none.
    ///
    /// @throws Refused when it fails, yields several values, or does not end
    static JsonNode evaluate(String expression, JsonNode input, Map<String, JsonNode> variables) {
        JsonQuery query = compiled(expression);
        Scope scope = Scope.newChildScope(BUILTINS);
        variables.forEach(scope::setValue);
        List<JsonNode> values = new ArrayList<>();
        try {
            ScopedValue.where(WORK, new Work()).call(() -> {
                query.apply(scope, input, value -> keep(values, value));
                return values;
            });
        } catch (JsonQueryException failed) {
            throw new Refused("The expression " + expression + " failed: " + failed.getOriginalMessage() + ".");
        } catch (StackOverflowError endless) {
            throw new Refused("The expression " + expression + " calls itself without end.");
        } catch (Refused refused) {
            throw refused;
        } catch (RuntimeException failed) { // the library throws these where values do not fit
            throw new Refused("The expression " + expression + " failed: " + failed.getMessage() + ".");
        }
        return values.isEmpty() ? NullNode.instance : values.getFirst();
    }

    private static void keep(List<JsonNode> values, JsonNode value) {
        if (!values.isEmpty()) {
            throw new Refused("The expression yields more than one value; put it in brackets to make a list of them.");
        }
        values.add(value);
    }

    private static JsonQuery compiled(String expression) {
        JsonQuery known = COMPILED.get(expression);
        if (known != null) {
            return known;
        }
        try {
            JsonQuery query = JsonQuery.compile(expression, Versions.JQ_1_7);
            if (COMPILED.size() >= MOST_KEPT) {
                COMPILED.clear();
            }
            COMPILED.put(expression, query);
            return query;
        } catch (JsonQueryException malformed) {
            throw new Refused("This is not jq: " + expression + ".");
        } catch (StackOverflowError deep) {
            throw new Refused("The expression is nested too deep.");
        }
    }

    private static Scope builtins() {
        Scope scope = Scope.newEmptyScope();
        BuiltinFunctionLoader.getInstance()
                .listFunctions(Versions.JQ_1_7, scope)
                .forEach((name, function) -> {
                    if (!IMPURE.contains(name.substring(0, name.indexOf('/')))) {
                        scope.addFunction(name, counted(function));
                    }
                });
        return scope;
    }

    private static Function counted(Function function) {
        return (scope, arguments, input, path, output, version) -> {
            Work work = WORK.get();
            work.more();
            function.apply(
                    scope,
                    arguments,
                    input,
                    path,
                    (value, at) -> {
                        work.more();
                        output.emit(value, at);
                    },
                    version);
        };
    }
}
