/// The composition root: configuration, wiring, first start, main.
@NullMarked
package dev.gangway.app;

import org.jspecify.annotations.NullMarked;
