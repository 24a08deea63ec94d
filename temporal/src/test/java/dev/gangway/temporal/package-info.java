@NullMarked
package dev.gangway.temporal;

import org.jspecify.annotations.NullMarked;
