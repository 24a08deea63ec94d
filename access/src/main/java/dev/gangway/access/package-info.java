/// Access tokens: who may call the admin API, and how much of it.
@NullMarked
package dev.gangway.access;

import org.jspecify.annotations.NullMarked;
