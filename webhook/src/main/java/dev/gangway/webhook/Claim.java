package dev.gangway.webhook;

import dev.gangway.base.WorldId;
import dev.gangway.webhook.LaneStore.Lane;

/// A delivery that this worker has until its lease is over.
///
/// @param token proves that the lane has not been claimed by another since
/// @param body the exact bytes to send
record Claim(
        WorldId world,
        Endpoint endpoint,
        String subject,
        String token,
        String delivery,
        String event,
        byte[] body,
        DeliveryState state) {

    Lane lane() {
        return new Lane(endpoint.id(), subject);
    }
}
