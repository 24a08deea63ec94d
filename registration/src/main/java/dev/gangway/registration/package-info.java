/// The registration of end customers with OAuth institutions.
@NullMarked
package dev.gangway.registration;

import org.jspecify.annotations.NullMarked;
