package dev.gangway.temporal;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gangway.journal.Claimed;
import dev.gangway.journal.Orders;
import java.util.HashMap;
import java.util.Map;

/// What a run knows of what people want of it. One thread.
final class Standing {
    private final Claimed run;
    private final Books books;
    private final Map<String, JsonNode> instructions = new HashMap<>();
    private boolean cancelling;

    Standing(Claimed run, Books books) {
        this.run = run;
        this.books = books;
    }

    /// Looks again.
    ///
    /// @param position of the first call that is not on record
    void look(int position) {
        Orders orders = books.orders(run, position);
        if (!orders.goesOn()) {
            throw new Left.Gone();
        }
        cancelling = orders.cancelling();
        instructions.clear();
        instructions.putAll(orders.instructions());
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

    void instructed(String path, int position) {
        instructions.remove(path);
        books.instructed(run, path, position);
    }
}
