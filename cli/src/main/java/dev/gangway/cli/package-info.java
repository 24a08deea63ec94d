/// The command line: a client of the admin API.
@NullMarked
package dev.gangway.cli;

import org.jspecify.annotations.NullMarked;
