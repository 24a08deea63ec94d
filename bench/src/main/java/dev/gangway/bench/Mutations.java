package dev.gangway.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gangway.base.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/// Makes bad request bodies out of good ones. The same random numbers make the same body.
final class Mutations {
    private static final int MOST = 4; // faults in one body

    private Mutations() {}

    /// A copy of `good` with up to four faults in its tree, or, one time in four, with one in its bytes besides.
    /// By chance the result may still be good.
    static byte[] of(ObjectNode good, RandomGenerator random) {
        ObjectNode body = good.deepCopy();
        for (int faults = random.nextInt(MOST + 1); faults > 0; faults--) {
            spoil(body, random);
        }
        byte[] bytes = Json.bytes(body);
        return random.nextInt(4) == 0 ? ByteFaults.in(bytes, random) : bytes;
    }

    private static void spoil(ObjectNode body, RandomGenerator random) {
        List<JsonNode> containers = new ArrayList<>();
        collect(body, containers);
        switch (one(containers, random)) {
            case ObjectNode object -> spoilMember(object, random);
            case ArrayNode array -> spoilElement(array, random);
            default -> throw new AssertionError("only containers were collected");
        }
    }

    private static void collect(JsonNode node, List<JsonNode> containers) {
        if (node.isContainerNode()) {
            containers.add(node);
            node.forEach(child -> collect(child, containers));
        }
    }

    private static void spoilMember(ObjectNode object, RandomGenerator random) {
        List<String> names = object.properties().stream().map(Map.Entry::getKey).toList();
        String name = names.isEmpty() ? "nothing" : one(names, random);
        JsonNode value = object.path(name);
        switch (random.nextInt(6)) {
            case 0 -> object.remove(name);
            case 1 -> object.set(HostileValues.text(random), value.isMissingNode() ? Json.object() : value);
            case 2 -> object.set(name + "s", Json.object());
            case 3 -> object.set(name, Json.array().add(value.deepCopy()));
            default -> object.set(name, HostileValues.any(random));
        }
    }

    private static void spoilElement(ArrayNode array, RandomGenerator random) {
        int at = random.nextInt(array.size() + 1);
        switch (random.nextInt(3)) {
            case 0 -> array.insert(at, HostileValues.any(random));
            case 1 -> array.addAll(array.deepCopy());
            default -> {
                if (at < array.size()) {
                    array.set(at, HostileValues.any(random));
                }
            }
        }
    }

    private static <T> T one(List<T> list, RandomGenerator random) {
        return list.get(random.nextInt(list.size()));
    }
}
