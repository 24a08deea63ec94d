/// Workflow definitions as pictures: boxes of tasks from top to bottom, with what a run did in them. Pure.
@NullMarked
package dev.gangway.diagram;

import org.jspecify.annotations.NullMarked;
