package dev.gangway.temporal;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gangway.journal.Claimed;
import dev.gangway.journal.Orders;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/// What a run knows of what people and events want of it. One thread.
final class Standing {
    private final Claimed run;
    private final Books books;
    private final Map<String, JsonNode> instructions = new HashMap<>();
    private final Map<Long, JsonNode> events = new TreeMap<>();
    private final Set<Long> consumed = new TreeSet<>();
    private boolean cancelling;
    private long newest;

    Standing(Claimed run, Books books) {
        this.run = run;
        this.books = books;
    }

    /// Looks again.
    void look() {
        Orders orders = books.orders(run, newest);
        if (!orders.goesOn()) {
            throw new Left.Gone();
        }
        cancelling = orders.cancelling();
        instructions.clear();
        instructions.putAll(orders.instructions());
        orders.events().forEach((number, event) -> {
            events.put(number, event);
            newest = Math.max(newest, number);
        });
        if (orders.leaves()) {
            throw new Left.Stopped();
        }
    }

    boolean isCancelling() {
        return cancelling;
    }

    Map<String, JsonNode> instructions() {
        return instructions;
    }

    void instructed(String path) {
        instructions.remove(path);
        books.instructed(run, path);
    }

    /// Not yet consumed, by number, in the order in which they came.
    Map<Long, JsonNode> events() {
        return events;
    }

    void consume(Set<Long> numbers) {
        consumed.addAll(numbers);
        numbers.forEach(events::remove);
    }

    /// Numbers of all that were.
    Set<Long> consumed() {
        return Set.copyOf(consumed);
    }
}
