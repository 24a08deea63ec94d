@NullMarked
package dev.gangway.allowance;

import org.jspecify.annotations.NullMarked;
