package dev.gangway.partner;

import dev.gangway.base.Secret;

/// A key that was just issued, the only time that its secret can be seen.
public record IssuedKey(PartnerKey key, Secret secret) {}
