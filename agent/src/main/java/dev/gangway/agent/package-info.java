/// What agents can do here, over the Model Context Protocol: find operations, read them, and call them over
/// connections.
@NullMarked
package dev.gangway.agent;

import org.jspecify.annotations.NullMarked;
