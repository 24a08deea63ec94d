package dev.gangway.customer;

import dev.gangway.base.Environment;
import dev.gangway.lifecycle.AutomaticReview;
import dev.gangway.lifecycle.PartnerDefaults;
import dev.gangway.lifecycle.Profile;
import dev.gangway.lifecycle.ReviewPolicy;
import dev.gangway.lifecycle.Verdict;
import dev.gangway.partner.Partner;
import dev.gangway.partner.PartnerSettings;
import org.jdbi.v3.core.Handle;

/// What the rules of the pure core need to know besides the customer itself.
///
/// @param defaults contacts of the partner that stand in for missing ones
/// @param verdict of the automatic review, for the customer as it now is
record Assessment(PartnerDefaults defaults, Verdict verdict) {
    /// Looks the channel conflict up and asks the automatic review.
    static Assessment of(
            Handle tx, EndCustomerStore customers, Partner partner, Environment environment, Profile profile) {
        PartnerSettings settings = partner.settings();
        boolean conflict = profile.websiteHost()
                .filter(host -> isTaken(tx, customers, partner, environment, host))
                .isPresent();
        ReviewPolicy policy = switch (environment) {
            case SANDBOX -> settings.sandboxReview();
            case PRODUCTION -> settings.productionReview();
        };
        return new Assessment(defaults(settings), AutomaticReview.verdict(profile, policy, environment, conflict));
    }

    /// Of two partners who bring a host at the same time, the second to get here sees the first. Who has a live
    /// customer there already is seen by everyone, and need not wait.
    private static boolean isTaken(
            Handle tx, EndCustomerStore customers, Partner partner, Environment environment, String host) {
        boolean taken = customers.hostIsTaken(tx, partner.world(), environment, partner.id(), host);
        if (taken || customers.hostIsOwn(tx, partner.world(), environment, partner.id(), host)) {
            return taken;
        }
        customers.holdHost(tx, partner.world(), environment, host);
        return customers.hostIsTaken(tx, partner.world(), environment, partner.id(), host);
    }

    static PartnerDefaults defaults(PartnerSettings settings) {
        return new PartnerDefaults(settings.technicalContact(), settings.billingContact());
    }
}
