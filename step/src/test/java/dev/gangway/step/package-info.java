@NullMarked
package dev.gangway.step;

import org.jspecify.annotations.NullMarked;
