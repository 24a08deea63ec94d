/// What store tests everywhere borrow: a fresh database in no time, and a clock that stands still.
@NullMarked
package dev.gangway.storage;

import org.jspecify.annotations.NullMarked;
