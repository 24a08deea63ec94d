package dev.gangway.diagram;

import java.util.List;

/// A task in the picture.
///
/// @param path from the top, such as `/each/create`: names joined by slashes
/// @param kind the member that makes it what it is, such as `call`
/// @param detail what it does, in a few words; may be empty
/// @param mark of a run, as a word; empty for none
/// @param ways where a `switch` leads, in its order
/// @param groups tasks inside
/// @param then where it leads when not to the next task; empty for there
record Box(
        String path,
        String name,
        String kind,
        String detail,
        String mark,
        List<Way> ways,
        List<Group> groups,
        String then) {

    /// @param label the case's name
    /// @param when its condition; empty for the one that always holds
    record Way(String label, String when, String then) {}

    /// Tasks that belong together.
    ///
    /// @param label such as `catch`; may be empty
    record Group(String label, List<Box> boxes) {}

    /// Whether the groups inside run at the same time.
    boolean isParallel() {
        return kind.equals("fork");
    }
}
