/// Carries out the HTTP calls that runs of workflows ask for: each over a connection, through the gateway.
@NullMarked
package dev.gangway.step;

import org.jspecify.annotations.NullMarked;
