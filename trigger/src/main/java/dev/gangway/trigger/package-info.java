/// What starts runs by itself: schedules, incoming webhooks, and events of the platform.
@NullMarked
package dev.gangway.trigger;

import org.jspecify.annotations.NullMarked;
