package dev.gangway.temporal;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gangway.base.WorldId;
import dev.gangway.journal.Claimed;
import dev.gangway.journal.Hosting.Begun;
import dev.gangway.journal.Orders;
import dev.gangway.journal.Written;
import dev.gangway.workflow.ChildSpec;
import dev.gangway.workflow.Join;
import dev.gangway.workflow.Subscription;
import io.temporal.activity.ActivityInterface;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What runs look up and write down in our database: local activities, so that what came of each is in the history,
/// and none goes by way of Temporal. As in [dev.gangway.journal.Hosting].
@ActivityInterface(namePrefix = "gangway-")
public interface Books {
    /// Null when it is the host's no more.
    @Nullable
    Begun begin(WorldId world, String run, long epoch);

    Orders orders(Claimed run, int position);

    void instructed(Claimed run, String path, int position);

    void emit(Claimed run, JsonNode event, List<Written> positions);

    /// Said instead of an outcome when the run is the host's no more, such as after its end.
    String GONE = "gone";

    /// The outcome as JSON; null while the run must wait; [#GONE].
    @Nullable
    String await(Claimed run, int position, Subscription subscription, boolean isLate);

    /// Likewise.
    @Nullable
    String children(Claimed run, int position, List<ChildSpec> specs, Join join, boolean isLate);

    void cancelChildren(Claimed run, int position);

    void keep(Claimed run, List<Written> positions);

    void leave(Claimed run, List<Written> positions);

    void stuck(Claimed run, String why, List<Written> positions);

    /// @param ending `{done: …}`, `{failed: …}` or `{}`
    void end(Claimed run, JsonNode ending, List<Written> positions);
}
