package dev.gangway.journal;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;

/// What a run that goes on elsewhere has to know.
///
/// @param goesOn false when it is the host's no more: it stops, and leaves no trace
/// @param cancelling whether it is to be cancelled
/// @param leaves whether it is to stop there for now, and to hand back its journal
/// @param instructions what steps are to come to instead of being done, by path; JSON null for one that is skipped
public record Orders(boolean goesOn, boolean cancelling, boolean leaves, Map<String, JsonNode> instructions) {
    static final Orders STOP = new Orders(false, false, false, Map.of());
}
