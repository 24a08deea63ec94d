package dev.gangway.lifecycle;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Where one product of an end customer is in its life. Stored as [#wire()] and [#reason()], read back by
/// [#of].
public sealed interface ProductState {
    /// A requirement of this product is due. Where every product begins.
    record MoreInformationNeeded() implements ProductState {}

    /// Everything needed is known, and a person has to decide.
    ///
    /// @param reason why the automatic review left it to a person; for the reviewer, not for the partner
    record UnderReview(String reason) implements ProductState {}

    /// Approved, automatically or by a person; waits for the partner to enable it.
    record PendingEnablement() implements ProductState {}

    /// Enabled in production. Nothing but the customer's removal ends it.
    record Active() implements ProductState {}

    /// Refused in a review.
    ///
    /// @param reason what the reviewer wrote
    record Denied(String reason) implements ProductState {}

    default CustomerStatus status() {
        return switch (this) {
            case MoreInformationNeeded _ -> CustomerStatus.MORE_INFORMATION_NEEDED;
            case UnderReview _ -> CustomerStatus.UNDER_REVIEW;
            case PendingEnablement _ -> CustomerStatus.PENDING_ENABLEMENT;
            case Active _ -> CustomerStatus.ACTIVE;
            case Denied _ -> CustomerStatus.DENIED;
        };
    }

    /// The name on the wire and in the database, such as `UNDER_REVIEW`.
    default String wire() {
        return status().name();
    }

    /// Why it is in this state; null but for UNDER_REVIEW and DENIED.
    default @Nullable String reason() {
        return null;
    }

    /// Reads [#wire()] and [#reason()].
    ///
    /// @throws IllegalArgumentException on another name
    /// @throws NullPointerException when a state that has a reason comes without
    static ProductState of(String wire, @Nullable String reason) {
        return switch (CustomerStatus.valueOf(wire)) {
            case MORE_INFORMATION_NEEDED -> new MoreInformationNeeded();
            case UNDER_REVIEW -> new UnderReview(Objects.requireNonNull(reason, wire));
            case PENDING_ENABLEMENT -> new PendingEnablement();
            case ACTIVE -> new Active();
            case DENIED -> new Denied(Objects.requireNonNull(reason, wire));
        };
    }
}
