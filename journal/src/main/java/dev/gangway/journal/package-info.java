/// Workflow definitions by version, and runs kept durable in PostgreSQL: the default engine behind the workflow port.
@NullMarked
package dev.gangway.journal;

import org.jspecify.annotations.NullMarked;
