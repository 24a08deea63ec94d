/// Calls providers for people, programs and agents that must not hold the credentials: connections keep these sealed,
/// the proxy fills them in on the way, the call log tells what went through.
@NullMarked
package dev.gangway.gateway;

import org.jspecify.annotations.NullMarked;
