/// Access tokens that others give out: asked for, and renewed, at their token endpoints (RFC 6749). Keeps nothing.
@NullMarked
package dev.gangway.oauth;

import org.jspecify.annotations.NullMarked;
