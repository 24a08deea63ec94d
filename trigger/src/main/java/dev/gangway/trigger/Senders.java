package dev.gangway.trigger;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gangway.base.WorldId;
import java.util.Optional;

/// Those who sign webhooks with keys of their own. Handed in by whoever puts the product together.
public interface Senders {
    /// Whether there is such a connection to ask over.
    boolean isKnown(WorldId world, String connection);

    /// The public key (a JSON Web Key) that `id` names; empty when the sender knows none.
    ///
    /// @param connection over which to ask
    /// @throws dev.gangway.base.ProblemException NOT_READY when the sender cannot be asked now
    Optional<JsonNode> key(WorldId world, String connection, String id);
}
