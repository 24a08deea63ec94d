/// Webhook endpoints, the outbox, signing keys, deliveries and the event feed.
@NullMarked
package dev.gangway.webhook;

import org.jspecify.annotations.NullMarked;
