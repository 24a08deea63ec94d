/// What is due and what comes next: pure functions, without clock, database or I/O.
@NullMarked
package dev.gangway.lifecycle;

import org.jspecify.annotations.NullMarked;
