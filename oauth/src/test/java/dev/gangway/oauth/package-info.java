@NullMarked
package dev.gangway.oauth;

import org.jspecify.annotations.NullMarked;
