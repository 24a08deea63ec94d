package dev.gangway.workflow;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.StringReader;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.DumperOptions.FlowStyle;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.nodes.CollectionNode;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/// Finds the task that a line of a definition's text belongs to, so that it can be written anew without touching the
/// rest. Pure.
public final class TaskPlaces {
    private static final Set<String> LISTS = Set.of("do", "try", "branches");
    private static final Set<String> AROUND = Set.of("do", "try", "catch", "fork", "branches");

    private final String text;
    private final JsonNode tree;
    private final int line;

    private TaskPlaces(String text, JsonNode tree, int line) {
        this.text = text;
        this.tree = tree;
        this.line = line;
    }

    /// A task in its list.
    ///
    /// @param task what stands under its name
    /// @param from where its place in the list begins, in UTF-16 units of the text
    /// @param to behind its last character
    /// @param column of `from`, from 0
    /// @param flow whether the list is written in brackets, so that what stands there must be in braces
    public record Place(String name, JsonNode task, int from, int to, int column, boolean flow) {}

    /// The innermost task that `line` is in; empty when it is in none, or the text cannot be read.
    ///
    /// @param line from 1
    public static Optional<Place> at(String text, int line) {
        try {
            JsonNode tree = Source.parse(text).tree(); // which refuses what composing could not bear
            Node root = new Yaml(new LoaderOptions()).compose(new StringReader(text));
            return Optional.ofNullable(new TaskPlaces(text, tree, line - 1).below(root, ""));
        } catch (Source.Unreadable unreadable) {
            return Optional.empty();
        }
    }

    /// The task in a list of tasks below `node`, which is a part of a task or of the definition.
    private @Nullable Place below(Node node, String pointer) {
        if (!(node instanceof MappingNode members)) {
            return null;
        }
        for (NodeTuple member : members.getValue()) {
            String name = name(member);
            if (!AROUND.contains(name)) {
                continue;
            }
            String inside = Pointers.child(pointer, name);
            Place found = LISTS.contains(name) && member.getValueNode() instanceof SequenceNode list
                    ? listed(list, inside)
                    : below(member.getValueNode(), inside);
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    private @Nullable Place listed(SequenceNode list, String pointer) {
        for (int index = 0; index < list.getValue().size(); index++) {
            Node item = list.getValue().get(index);
            if (item instanceof MappingNode only && only.getValue().size() == 1 && isAround(item)) {
                NodeTuple task = only.getValue().getFirst();
                String inside = Pointers.child(Pointers.child(pointer, index), name(task));
                Place inner = below(task.getValueNode(), inside);
                return inner == null ? place(item, name(task), inside, list) : inner;
            }
        }
        return null;
    }

    private boolean isAround(Node item) {
        return item.getStartMark().getLine() <= line && line <= end(item).getLine();
    }

    private Place place(Node item, String name, String pointer, SequenceNode list) {
        Mark start = item.getStartMark();
        return new Place(
                name,
                tree.at(pointer),
                offset(start),
                offset(end(item)),
                start.getColumn(),
                list.getFlowStyle() == FlowStyle.FLOW);
    }

    /// Where the last of its characters was read: a block ends only where the next thing begins.
    private static Mark end(Node node) {
        if (node instanceof CollectionNode<?> all
                && all.getFlowStyle() == FlowStyle.BLOCK
                && !all.getValue().isEmpty()) {
            Object last = all.getValue().getLast();
            return end(last instanceof NodeTuple member ? member.getValueNode() : (Node) last);
        }
        return node.getEndMark();
    }

    private int offset(Mark mark) {
        return text.offsetByCodePoints(0, mark.getIndex());
    }

    private static String name(NodeTuple member) {
        return member.getKeyNode() instanceof ScalarNode key ? key.getValue() : "";
    }
}
