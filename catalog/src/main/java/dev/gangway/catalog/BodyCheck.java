package dev.gangway.catalog;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gangway.catalog.Findings.Invalid;
import dev.gangway.catalog.Shape.Anything;
import dev.gangway.catalog.Shape.Either;
import dev.gangway.catalog.Shape.Link;
import dev.gangway.catalog.Shape.Many;
import dev.gangway.catalog.Shape.Member;
import dev.gangway.catalog.Shape.Members;
import dev.gangway.catalog.Shape.OrNull;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Holds a JSON object against an operation's model. Pure, and on the way of every request: a body without faults
/// costs one walk and next to no allocation. Rules that need a clock, an environment or the database are not here.
public final class BodyCheck {
    private static final int FEW = 16; // elements up to which comparing all costs less than a set

    private final Body model;
    private final Trail trail = new Trail();
    private final List<String> unknown = new ArrayList<>(0);
    private final List<String> missing = new ArrayList<>(0);
    private final List<Invalid> invalid = new ArrayList<>(0);
    private int found; // also counts what the lists no longer take

    private BodyCheck(Body model) {
        this.model = model;
    }

    /// Everything that is wrong with the body of a request.
    public static Findings check(Operation operation, JsonNode body) {
        return check(operation.request(), body);
    }

    /// Everything that is wrong with a body; with an answer's, for instance, in a test.
    public static Findings check(Body model, JsonNode body) {
        BodyCheck check = new BodyCheck(model);
        check.visit(model.schema().shape(), body);
        return check.found == 0 ? Findings.NONE : check.findings();
    }

    private Findings findings() {
        return new Findings(List.copyOf(unknown), List.copyOf(missing), List.copyOf(invalid));
    }

    private void visit(Shape shape, JsonNode value) {
        switch (shape) {
            case Shape.Leaf leaf -> {
                if (!leaf.accepts(value)) {
                    invalid(leaf);
                }
            }
            case OrNull orNull -> {
                if (!value.isNull()) {
                    visit(orNull.shape(), value);
                }
            }
            case Members members -> members(members, value);
            case Many many -> many(many, value);
            case Either either -> either(either, value);
            case Link link -> visit(model.linked(link).shape(), value);
            case Anything _ -> anything(value);
        }
    }

    private void members(Members shape, JsonNode value) {
        if (!value.isObject()) {
            invalid(shape);
            return;
        }
        int known = 0;
        int unknownBefore = unknown.size();
        for (Member member : shape.members()) {
            JsonNode child = value.path(member.name());
            known += child.isMissingNode() ? 0 : 1;
            trail.enter(member.name());
            member(member, child);
            trail.leave();
        }
        if (known < value.size()) {
            others(shape, value, unknownBefore);
        }
    }

    private void member(Member member, JsonNode value) {
        boolean absent = value.isMissingNode() || (value.isNull() && !member.nullable());
        if (absent && member.required()) {
            missing();
        } else if (!value.isMissingNode()) {
            visit(member.schema().shape(), value);
        }
    }

    /// @param position where this object's unknown fields belong, before those of the objects inside it
    private void others(Members shape, JsonNode value, int position) {
        List<String> strangers = new ArrayList<>();
        for (Map.Entry<String, JsonNode> other : value.properties()) {
            String name = other.getKey();
            if (shape.names().contains(name)) {
                continue;
            }
            Schema others = shape.others();
            Shape.Text names = shape.otherNames();
            if (others == null || (names != null && !names.accepts(name)) || !CleanText.isClean(name)) {
                found++;
                if (strangers.size() < Findings.MOST) {
                    strangers.add(trail.place(name));
                }
            } else {
                trail.enter(name);
                visit(others.shape(), other.getValue());
                trail.leave();
            }
        }
        unknown.addAll(position, strangers);
        cut(unknown, Findings.MOST);
    }

    private void many(Many shape, JsonNode value) {
        if (!value.isArray() || value.size() < shape.least() || value.size() > shape.most()) {
            invalid(shape);
            return;
        }
        int before = found;
        for (int i = 0; i < value.size(); i++) {
            trail.enter(i);
            visit(shape.element().shape(), value.get(i));
            trail.leave();
        }
        if (shape.unique() && found == before && hasTwins(value)) {
            invalid(shape);
        }
    }

    private static boolean hasTwins(JsonNode list) {
        if (list.size() > FEW) {
            Set<JsonNode> seen = HashSet.newHashSet(list.size());
            return list.valueStream().anyMatch(element -> !seen.add(element));
        }
        for (int i = 1; i < list.size(); i++) {
            for (int j = 0; j < i; j++) {
                if (list.get(i).equals(list.get(j))) {
                    return true;
                }
            }
        }
        return false;
    }

    /// One alternative of the right type speaks for itself; of several, any may accept, and if none does no one can
    /// say which was meant.
    private void either(Either shape, JsonNode value) {
        List<Schema> fitting = shape.alternatives().stream()
                .filter(one -> Types.fit(one.shape(), value))
                .toList();
        if (fitting.size() == 1) {
            visit(fitting.getFirst().shape(), value);
            return;
        }
        for (Schema alternative : fitting) {
            if (accepts(alternative.shape(), value)) {
                return;
            }
        }
        invalid(shape);
    }

    private boolean accepts(Shape shape, JsonNode value) {
        int foundBefore = found;
        int unknownBefore = unknown.size();
        int missingBefore = missing.size();
        int invalidBefore = invalid.size();
        visit(shape, value);
        boolean accepted = found == foundBefore;
        found = foundBefore;
        cut(unknown, unknownBefore);
        cut(missing, missingBefore);
        cut(invalid, invalidBefore);
        return accepted;
    }

    private void anything(JsonNode value) {
        switch (value.getNodeType()) {
            case STRING -> visit(Shape.CLEAN_TEXT, value);
            case OBJECT -> members(Shape.CLEAN_MEMBERS, value);
            case ARRAY -> many(Shape.CLEAN_LIST, value);
            case NUMBER, BOOLEAN, NULL, MISSING, BINARY, POJO -> {}
        }
    }

    private void missing() {
        found++;
        if (missing.size() < Findings.MOST) {
            missing.add(trail.place());
        }
    }

    private void invalid(Shape shape) {
        found++;
        if (invalid.size() < Findings.MOST) {
            invalid.add(new Invalid(trail.place(), shape.mustBe()));
        }
    }

    private static void cut(List<?> list, int size) {
        if (list.size() > size) {
            list.subList(size, list.size()).clear();
        }
    }
}
