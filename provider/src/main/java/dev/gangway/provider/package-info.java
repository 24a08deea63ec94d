/// Providers: whose APIs can be read, called and automated here. Their documents are imported once and kept by
/// version, as operation models; nothing is parsed again.
@NullMarked
package dev.gangway.provider;

import org.jspecify.annotations.NullMarked;
