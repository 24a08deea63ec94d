@NullMarked
package dev.gangway.trigger;

import org.jspecify.annotations.NullMarked;
