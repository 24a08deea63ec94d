package dev.gangway.registration;

import dev.gangway.base.Environment;
import dev.gangway.base.WorldId;

/// An end customer that is being registered. Its row is the lock on all its registrations.
///
/// @param customer the end customer's `client_id`
/// @param partner whose webhooks tell of it, `prt_…`
/// @param hasLogo whether the end customer, or else its partner, has a logo
/// @param logoArrived whether those that wait for the logo have yet to hear of it
record Enrolment(
        WorldId world,
        String customer,
        String partner,
        Environment environment,
        boolean hasLogo,
        boolean logoArrived) {}
