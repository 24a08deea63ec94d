package dev.gangway.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gangway.openapi.OperationModel.Parameter;
import dev.gangway.openapi.Row.Role;
import dev.gangway.openapi.RowFindings.Invalid;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Holds a body or parameters against rows, before anything is sent: the same check for forms, the gateway, agents
/// and workflows. Pure. It finds what `catalog`'s `BodyCheck` finds on our own documents, and is milder where a
/// stranger's document leaves room. A credential is never missing: the gateway fills it in.
public final class RowCheck {
    private static final int DEEPEST = 200;

    /// How many alternatives one check tries where a value fits several. Without a bound, a body that nests such
    /// choices
    /// costs a power of its depth; past it, the value is taken to fit.
    private static final int TRIALS_MOST = 10_000;

    private final RowTree tree;
    private final AtomicInteger trials; // shared with the checks that this one tries
    private final List<String> unknown = new ArrayList<>();
    private final List<String> missing = new ArrayList<>();
    private final List<Invalid> invalid = new ArrayList<>();
    private final List<String> unlisted = new ArrayList<>();
    private int depth;

    private RowCheck(RowTree tree) {
        this(tree, new AtomicInteger());
    }

    private RowCheck(RowTree tree, AtomicInteger trials) {
        this.tree = tree;
        this.trials = trials;
    }

    /// Everything that is wrong with a JSON body.
    ///
    /// @param rows of the body; without any, everything goes
    public static RowFindings body(List<Row> rows, JsonNode body) {
        RowCheck check = new RowCheck(RowTree.of(rows));
        if (!rows.isEmpty()) {
            check.value(0, body, "");
        }
        return check.findings();
    }

    /// Everything that is wrong with a part of a body.
    static RowFindings value(RowTree tree, int index, JsonNode value) {
        RowCheck check = new RowCheck(tree);
        check.value(index, value, "");
        return check.findings();
    }

    /// Everything that is wrong with parameters.
    ///
    /// @param texts the value of a parameter as it will be sent, before it is encoded; null when it is not given
    public static RowFindings parameters(List<Parameter> parameters, Function<Parameter, @Nullable String> texts) {
        RowCheck all = new RowCheck(RowTree.of(List.of()));
        for (Parameter parameter : parameters) {
            String text = texts.apply(parameter);
            if (text != null) {
                RowCheck one = new RowCheck(RowTree.of(parameter.rows()));
                one.value(0, ParameterText.value(parameter.row(), text), parameter.name());
                all.add(one);
            } else if (parameter.row().required()
                    && parameter.row().credential().isEmpty()) {
                all.missing.add(parameter.name());
            }
        }
        return all.findings();
    }

    private void add(RowCheck other) {
        unknown.addAll(other.unknown);
        missing.addAll(other.missing);
        invalid.addAll(other.invalid);
    }

    private RowFindings findings() {
        return new RowFindings(few(unknown), few(missing), few(invalid), few(unlisted));
    }

    private static <T> List<T> few(List<T> all) {
        return List.copyOf(all.subList(0, Math.min(all.size(), RowFindings.MOST)));
    }

    private void value(int index, JsonNode value, String at) {
        Row row = tree.row(index);
        if (row.cut() || depth > DEEPEST || (row.nullable() && value.isNull())) {
            return;
        }
        depth++;
        switch (row.type()) {
            case ONE_OF, ANY_OF -> alternatives(index, value, at);
            case OBJECT, MAP -> {
                if (value.isObject() && Values.hasSize(row, value.size()) && Values.isListed(row, value)) {
                    members(index, value, at);
                } else {
                    invalid(row, at);
                }
            }
            case ARRAY -> elements(index, value, at);
            case STRING, INTEGER, NUMBER, BOOLEAN, NULL, FILE, ANY -> {
                if (!Values.fits(row, value)) {
                    invalid(row, at);
                }
            }
        }
        depth--;
    }

    private void members(int index, JsonNode value, String at) {
        Row row = tree.row(index);
        for (Map.Entry<String, JsonNode> member : value.properties()) {
            if (tree.member(index, member.getKey()).isEmpty()) {
                (row.closed() ? unknown : unlisted).add(inside(at, Values.printable(member.getKey())));
            }
        }
        Set<String> named = new HashSet<>();
        for (int part : tree.parts(index)) {
            if (tree.row(part).role() == Role.MEMBER) {
                String name = tree.row(part).name();
                named.add(name);
                member(part, value.path(name), inside(at, name));
            }
        }
        for (int part : tree.parts(index)) {
            if (tree.row(part).role() == Role.MAP_VALUE) {
                value.properties().stream()
                        .filter(member -> !named.contains(member.getKey()))
                        .forEach(member ->
                                value(part, member.getValue(), inside(at, Values.printable(member.getKey()))));
            }
        }
    }

    private void member(int index, JsonNode value, String at) {
        Row row = tree.row(index);
        boolean isAbsent = value.isMissingNode() || (value.isNull() && !row.nullable());
        if (isAbsent && row.requiredIfParent()) {
            if (row.credential().isEmpty()) {
                missing.add(at);
            }
        } else if (!value.isMissingNode()) {
            value(index, value, at);
        }
    }

    private void elements(int index, JsonNode value, String at) {
        Row row = tree.row(index);
        if (!value.isArray() || !Values.hasSize(row, value.size())) {
            invalid(row, at);
            return;
        }
        int before = count();
        for (int part : tree.parts(index)) {
            for (int i = 0; i < value.size(); i++) {
                value(part, value.get(i), at + "[" + i + "]");
            }
        }
        if (row.limits().unique() && count() == before && new HashSet<>(listOf(value)).size() < value.size()) {
            invalid(row, at);
        }
    }

    private static List<JsonNode> listOf(JsonNode array) {
        List<JsonNode> list = new ArrayList<>(array.size());
        array.forEach(list::add);
        return list;
    }

    /// One alternative of the right type speaks for itself; of several, any may accept, and if none does no one can
    /// say which was meant.
    private void alternatives(int index, JsonNode value, String at) {
        List<Integer> fitting = tree.parts(index).stream()
                .filter(part -> Values.hasType(tree.row(part), value))
                .toList();
        if (fitting.size() == 1) {
            value(fitting.getFirst(), value, at);
        } else if (fitting.stream().noneMatch(part -> accepts(part, value, at))) {
            invalid(tree.row(index), at);
        }
    }

    private boolean accepts(int index, JsonNode value, String at) {
        if (trials.incrementAndGet() > TRIALS_MOST) {
            return true;
        }
        RowCheck trial = new RowCheck(tree, trials);
        trial.depth = depth;
        trial.value(index, value, at);
        return trial.count() == 0;
    }

    private int count() {
        return unknown.size() + missing.size() + invalid.size();
    }

    private void invalid(Row row, String at) {
        invalid.add(new Invalid(at.isEmpty() ? "body" : at, Values.mustBe(row)));
    }

    private static String inside(String at, String name) {
        return at.isEmpty() ? name : at + "." + name;
    }
}
