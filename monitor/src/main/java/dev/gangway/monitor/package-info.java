/// Pages on which people watch runs of workflows, and step in.
@NullMarked
package dev.gangway.monitor;

import org.jspecify.annotations.NullMarked;
