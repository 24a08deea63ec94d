/// Pages on which people write workflow definitions.
@NullMarked
package dev.gangway.studio;

import org.jspecify.annotations.NullMarked;
