package dev.gangway.partner;

import dev.gangway.base.WorldId;

/// What names a partner within the database and towards other nodes.
record PartnerName(WorldId world, String id) {
    static PartnerName of(Partner partner) {
        return new PartnerName(partner.world(), partner.id());
    }

    /// Such as `main/prt_9fK2…`.
    String text() {
        return world + "/" + id;
    }
}
