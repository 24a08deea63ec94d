/// One request, as text in nine languages, for people to copy and run. Pure: no database, no network, no secret.
@NullMarked
package dev.gangway.snippet;

import org.jspecify.annotations.NullMarked;
