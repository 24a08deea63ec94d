package dev.gangway.lifecycle;

import dev.gangway.base.Environment;
import dev.gangway.lifecycle.Verdict.Approve;
import dev.gangway.lifecycle.Verdict.Deny;
import dev.gangway.lifecycle.Verdict.Hold;

/// The review that needs no person.
public final class AutomaticReview {
    /// A legal entity name that ends so is held in sandbox.
    public static final String FORCED_HOLD = " (under review)";

    /// A legal entity name that ends so is denied in sandbox.
    public static final String FORCED_DENIAL = " (denied)";

    private AutomaticReview() {}

    /// In sandbox an outcome that the legal entity name forces comes first, so that a test's outcome depends on
    /// nothing but the test. Then a channel conflict holds under either policy, then the policy decides.
    ///
    /// @param channelConflict whether the website's host is already another partner's live customer
    public static Verdict verdict(
            Profile customer, ReviewPolicy policy, Environment environment, boolean channelConflict) {
        String name = customer.legalEntityName().orElse("");
        boolean isForcible = environment == Environment.SANDBOX;
        if (isForcible && name.endsWith(FORCED_DENIAL)) {
            return new Deny("forced by the legal entity name");
        }
        if (isForcible && name.endsWith(FORCED_HOLD)) {
            return new Hold("forced by the legal entity name");
        }
        if (channelConflict) {
            return new Hold("channel conflict: the website is that of another partner's customer");
        }
        return switch (policy) {
            case AUTO -> new Approve();
            case MANUAL -> new Hold("every end customer is reviewed by a person");
        };
    }
}
