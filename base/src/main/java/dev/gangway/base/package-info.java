/// What every room needs: routes and the HTTP edge, problems, callers, secrets, time and ids.
@NullMarked
package dev.gangway.base;

import org.jspecify.annotations.NullMarked;
