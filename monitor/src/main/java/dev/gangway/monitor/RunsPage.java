package dev.gangway.monitor;

import dev.gangway.base.Page;
import dev.gangway.journal.Run;
import dev.gangway.journal.RunFilter;
import dev.gangway.journal.RunState;
import java.util.List;
import java.util.Optional;

/// A page of the runs that people and programs started, newest first.
///
/// @param workflows the names of all workflows
record RunsPage(Page<Run> runs, RunFilter filter, List<String> workflows) {
    boolean isFiltered() {
        return filter.workflow() != null || filter.state() != null;
    }

    List<RunState> states() {
        return List.of(RunState.values());
    }

    Optional<String> more() {
        String kept = (filter.workflow() == null ? "" : "&workflow=" + filter.workflow())
                + (filter.state() == null ? "" : "&state=" + filter.state().word());
        return Optional.ofNullable(runs.next()).map(cursor -> Monitor.PATH + "?after=" + cursor + kept);
    }
}
