@NullMarked
package dev.gangway.keyring;

import org.jspecify.annotations.NullMarked;
