/// Pages to find an operation, read it and fill in a request. They are made on the server from operation models and
/// can be read without scripts; scripts bring the form to life.
@NullMarked
package dev.gangway.explorer;

import org.jspecify.annotations.NullMarked;
