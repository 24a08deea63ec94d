@NullMarked
package dev.gangway.journal;

import org.jspecify.annotations.NullMarked;
