/// The way out: which addresses may be called, and one bounded HTTP request to them.
@NullMarked
package dev.gangway.egress;

import org.jspecify.annotations.NullMarked;
