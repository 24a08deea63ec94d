/// The Plaid-style wire: credentials, checks, errors, routes and answers.
@NullMarked
package dev.gangway.wire;

import org.jspecify.annotations.NullMarked;
