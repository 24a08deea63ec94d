package dev.gangway.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// The options of every command that lists.
final class Paging {
    /// For lists that are short by nature.
    static final Paging NONE = new Paging();

    @Option(names = "--limit", paramLabel = "N", description = "How many on one page, 1 to 200; 50 unless given.")
    @Nullable
    Integer limit;

    @Option(names = "--after", paramLabel = "CURSOR", description = "Go on after the page that named this cursor.")
    @Nullable
    String after;

    @Option(names = "--all", description = "Read all pages.")
    boolean all;

    /// The page that `call` answers; with `--all` it and those after it as one, whose `next` is that of the last page
    /// with anything on it.
    Reply read(AdminClient client, Call call) {
        Call next = call.with("limit", limit).with("after", after);
        Reply first = client.send(next);
        if (!all || !(first instanceof Reply.Answered(ObjectNode joined))) {
            return first;
        }
        while (joined.path("next").isTextual()) {
            next = next.with("after", joined.path("next"));
            Reply reply = client.send(next);
            if (!(reply instanceof Reply.Answered(JsonNode page))) {
                return reply;
            }
            if (page.path("items").isEmpty()) {
                break;
            }
            page.path("items").forEach(joined.withArray("items")::add);
            joined.set("next", page.path("next"));
        }
        return first;
    }
}
