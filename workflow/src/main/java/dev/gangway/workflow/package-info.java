/// Workflows made of HTTP tasks: the definition language, the interpreter that runs a definition, and the port
/// behind which an engine makes a run durable. Pure: knows no database, no network and no clock.
@NullMarked
package dev.gangway.workflow;

import org.jspecify.annotations.NullMarked;
