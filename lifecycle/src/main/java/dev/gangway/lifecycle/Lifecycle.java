package dev.gangway.lifecycle;

import dev.gangway.lifecycle.LifecycleEvent.Enabled;
import dev.gangway.lifecycle.LifecycleEvent.InformationChanged;
import dev.gangway.lifecycle.LifecycleEvent.ReviewApproved;
import dev.gangway.lifecycle.LifecycleEvent.ReviewDenied;
import dev.gangway.lifecycle.ProductState.Active;
import dev.gangway.lifecycle.ProductState.Denied;
import dev.gangway.lifecycle.ProductState.MoreInformationNeeded;
import dev.gangway.lifecycle.ProductState.PendingEnablement;
import dev.gangway.lifecycle.ProductState.UnderReview;
import dev.gangway.lifecycle.Verdict.Approve;
import dev.gangway.lifecycle.Verdict.Deny;
import dev.gangway.lifecycle.Verdict.Hold;
import java.util.Optional;

/// The life of one product of an end customer, as one total, pure function. [CustomerLifecycle] is the same for
/// all products of a customer at once.
public final class Lifecycle {
    private record Input(ProductState state, LifecycleEvent event) {}

    private static final Optional<ProductState> REFUSED = Optional.empty();

    private Lifecycle() {}

    /// The state after the event; empty when the state does not allow the event, and then nothing changes.
    /// A change of information is always allowed. What was approved is reviewed again only when the customer's
    /// identity changed or a requirement was due in between. A denial stands until a person approves.
    public static Optional<ProductState> next(ProductState state, LifecycleEvent event) {
        return switch (new Input(state, event)) {
            case Input(MoreInformationNeeded _, InformationChanged now) -> Optional.of(review(now));
            case Input(MoreInformationNeeded _, ReviewApproved _) -> REFUSED;
            case Input(MoreInformationNeeded _, ReviewDenied _) -> REFUSED;
            case Input(MoreInformationNeeded _, Enabled _) -> REFUSED;

            case Input(UnderReview _, InformationChanged now) -> Optional.of(review(now));
            case Input(UnderReview _, ReviewApproved approval) -> approve(approval);
            case Input(UnderReview _, ReviewDenied denial) -> Optional.of(new Denied(denial.reason()));
            case Input(UnderReview _, Enabled _) -> REFUSED;

            case Input(PendingEnablement p, InformationChanged now) when keepsApproval(now) -> Optional.of(p);
            case Input(PendingEnablement _, InformationChanged now) -> Optional.of(review(now));
            case Input(PendingEnablement _, ReviewApproved _) -> REFUSED;
            case Input(PendingEnablement _, ReviewDenied _) -> REFUSED;
            case Input(PendingEnablement _, Enabled _) -> Optional.of(new Active());

            case Input(Active active, InformationChanged _) -> Optional.of(active);
            case Input(Active _, ReviewApproved _) -> REFUSED;
            case Input(Active _, ReviewDenied _) -> REFUSED;
            case Input(Active _, Enabled _) -> REFUSED;

            case Input(Denied denied, InformationChanged _) -> Optional.of(denied);
            case Input(Denied _, ReviewApproved approval) -> approve(approval);
            case Input(Denied _, ReviewDenied _) -> REFUSED;
            case Input(Denied _, Enabled _) -> REFUSED;
        };
    }

    private static ProductState review(InformationChanged now) {
        if (!now.met()) {
            return new MoreInformationNeeded();
        }
        return switch (now.verdict()) {
            case Approve _ -> new PendingEnablement();
            case Hold(String reason) -> new UnderReview(reason);
            case Deny(String reason) -> new Denied(reason);
        };
    }

    private static boolean keepsApproval(InformationChanged now) {
        return now.met() && !now.identityChanged();
    }

    /// No approval stands in for information that is due.
    private static Optional<ProductState> approve(ReviewApproved approval) {
        return approval.met() ? Optional.of(new PendingEnablement()) : REFUSED;
    }
}
