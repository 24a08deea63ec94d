package dev.gangway.webhook;

import static dev.gangway.base.Access.READ;

import dev.gangway.base.Answer;
import dev.gangway.base.Page;
import dev.gangway.base.Request;
import dev.gangway.base.Route;
import dev.gangway.base.RouteTable;
import dev.gangway.base.WorldId;
import java.util.List;

/// The admin API of the event feed.
final class FeedRoutes implements RouteTable {
    private final Feed feed;

    FeedRoutes(Feed feed) {
        this.feed = feed;
    }

    @Override
    public List<Route> routes() {
        return List.of(new Route("GET", "/api/v1/events", "listEvents", READ, this::list));
    }

    /// Unlike other lists, this one grows at its end: the last page has a `next` too, from which to go on
    /// later. It is null only when there are no items, for then the caller's own `after` is still good.
    private Answer list(Request request) {
        long position = Page.afterNumber(request).orElse(0);
        List<Event> found = feed.after(WorldId.MAIN, request.query("partner"), position, Page.limit(request));
        String next = found.isEmpty()
                ? null
                : Page.cursor(String.valueOf(found.getLast().position()));
        return Answer.ok(new Page<>(found, next).map(EventView::of));
    }
}
