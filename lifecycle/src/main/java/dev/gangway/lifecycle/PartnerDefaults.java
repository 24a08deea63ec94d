package dev.gangway.lifecycle;

import org.jspecify.annotations.Nullable;

/// What a partner has filled in for all of its end customers. Each is null when the partner has no such default.
///
/// @param technicalContact stands in for an end customer without a complete technical contact of its own
/// @param billingContact stands in for an end customer without a complete billing contact of its own
public record PartnerDefaults(
        @Nullable Contact technicalContact, @Nullable Contact billingContact) {
    public static final PartnerDefaults NONE = new PartnerDefaults(null, null);
}
