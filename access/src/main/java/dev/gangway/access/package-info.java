/// Who may call the admin API: access tokens, one-time links and signed-in browsers.
@NullMarked
package dev.gangway.access;

import org.jspecify.annotations.NullMarked;
