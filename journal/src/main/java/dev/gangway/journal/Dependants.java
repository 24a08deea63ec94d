package dev.gangway.journal;

import dev.gangway.base.WorldId;
import java.util.List;

/// Whoever names workflows, and says which; asked before one is removed.
public interface Dependants {
    /// What names the workflow, for people to read, such as `trigger nightly`. Called in a transaction.
    List<String> of(WorldId world, String workflow);
}
