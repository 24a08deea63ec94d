/// Temporal as the engine that takes runs to their ends: executions, activities and timers there, everything that runs
/// have to know here.
@NullMarked
package dev.gangway.temporal;

import org.jspecify.annotations.NullMarked;
