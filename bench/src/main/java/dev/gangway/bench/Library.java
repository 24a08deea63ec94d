package dev.gangway.bench;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gangway.base.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/// Made-up APIs to search in: the same for the same seed.
final class Library {
    private static final String[] VERBS = {
        "create", "read", "update", "cancel", "list", "enable", "remove", "verify", "export", "approve", "close",
        "refund"
    };
    private static final String[] THINGS = {
        "customer", "account", "invoice", "payment", "transfer", "shipment", "warehouse", "harbour", "vessel",
                "contract",
        "employee", "payroll", "statement", "mandate", "dispute", "webhook", "identity", "document", "consent", "review"
    };
    private static final String[] SIDES = {
        "batch",
        "draft",
        "archive",
        "balance",
        "limit",
        "history",
        "schedule",
        "address",
        "contact",
        "status",
        "note",
        "label"
    };

    private final Random random;

    Library(long seed) {
        this.random = new Random(seed);
    }

    private String one(String[] words) {
        return words[random.nextInt(words.length)];
    }

    /// An OpenAPI document with so many operations, each with a body of six fields.
    byte[] document(String title, int operations) {
        ObjectNode api = Json.object().put("openapi", "3.0.3");
        api.putObject("info").put("title", title).put("version", "1");
        api.putArray("servers").addObject().put("url", "https://" + title + ".example");
        ObjectNode paths = api.putObject("paths");
        for (int at = 0; at < operations; at++) {
            String verb = one(VERBS);
            String thing = one(THINGS);
            String side = one(SIDES);
            ObjectNode operation = paths.putObject("/" + thing + "/" + side + "/" + verb + "/" + at)
                    .putObject("post");
            operation.put("operationId", verb + "_" + thing + "_" + side + "_" + at);
            operation.put("summary", verb + " the " + side + " of a " + thing);
            operation.put(
                    "description", "What is known of the " + one(THINGS) + " and its " + one(SIDES) + " is used.");
            operation.putArray("tags").add(thing);
            body(operation.putObject("requestBody"));
            operation.putObject("responses").putObject("200").put("description", "Done.");
        }
        return Json.bytes(api);
    }

    private void body(ObjectNode request) {
        ObjectNode schema =
                request.putObject("content").putObject("application/json").putObject("schema");
        schema.put("type", "object");
        ObjectNode properties = schema.putObject("properties");
        for (int field = 0; field < 5; field++) {
            properties
                    .putObject(one(THINGS) + "_" + one(SIDES))
                    .put("type", "string")
                    .put("description", "The " + one(SIDES) + " that counts.");
        }
        properties
                .putObject("kind")
                .put("type", "string")
                .putArray("enum")
                .add(one(VERBS).toUpperCase(java.util.Locale.ROOT) + "_"
                        + one(SIDES).toUpperCase(java.util.Locale.ROOT));
    }

    /// What people type: words, beginnings of words, slips, field names, ids.
    List<String> queries(int count) {
        List<String> all = new ArrayList<>();
        for (int at = 0; at < count; at++) {
            String verb = one(VERBS);
            String thing = one(THINGS);
            String side = one(SIDES);
            all.add(
                    switch (at % 6) {
                        case 0 -> thing;
                        case 1 -> verb + " " + thing;
                        case 2 -> verb + " " + thing + " " + side.substring(0, 3);
                        case 3 -> thing.substring(0, 2) + thing.substring(3) + " " + side; // a letter left out
                        case 4 -> thing + "_" + side;
                        default -> verb + "_" + thing + "_" + side + "_" + random.nextInt(2_000);
                    });
        }
        return all;
    }
}
