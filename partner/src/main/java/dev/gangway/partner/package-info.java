/// Partners (resellers): settings, defaults and API keys.
@NullMarked
package dev.gangway.partner;

import org.jspecify.annotations.NullMarked;
