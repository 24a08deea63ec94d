package dev.gangway.partner;

import com.fasterxml.jackson.annotation.JsonIgnore;
import dev.gangway.base.WorldId;
import java.time.Instant;

/// A reseller: it creates end customers and calls the partner API with keys of its own. Its JSON form is what the
/// admin API shows.
///
/// @param id `prt_…`
/// @param clientId 24 lower-case hex digits, unique over all worlds; half of the partner's credentials
/// @param name for people, not unique
/// @param hasLogo whether its logo can stand in for an end customer's
public record Partner(
        @JsonIgnore WorldId world,
        String id,
        String clientId,
        String name,
        PartnerSettings settings,
        boolean hasLogo,
        Instant createdAt) {

    Partner with(PartnerSettings other) {
        return new Partner(world, id, clientId, name, other, hasLogo, createdAt);
    }

    Partner withLogo(boolean given) {
        return new Partner(world, id, clientId, name, settings, given, createdAt);
    }
}
