package dev.gangway.webhook;

import dev.gangway.base.WorldId;

/// Knows which partners exist, so that an endpoint cannot be made for one that does not. Handed in by the
/// composition root: this room does not know the partners' own.
@FunctionalInterface
public interface KnownPartners {
    boolean contains(WorldId world, String partner);
}
