/// How many calls a connection takes: so many a minute, so many at once, over all runs and nodes of one database.
@NullMarked
package dev.gangway.allowance;

import org.jspecify.annotations.NullMarked;
