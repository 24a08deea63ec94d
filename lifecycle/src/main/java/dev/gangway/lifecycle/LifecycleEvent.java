package dev.gangway.lifecycle;

/// What can happen to one product of an end customer.
public sealed interface LifecycleEvent {
    /// What is known about the customer was given for the first time or has changed.
    ///
    /// @param met whether no requirement of this product is due any more
    /// @param verdict what the automatic review makes of the customer as it is now
    /// @param identityChanged whether the change touched who the customer is ([Profile#hasIdentityOf])
    record InformationChanged(boolean met, Verdict verdict, boolean identityChanged) implements LifecycleEvent {}

    /// A person approved.
    ///
    /// @param met whether no requirement of this product is due
    /// @param reason what the person wrote
    record ReviewApproved(boolean met, String reason) implements LifecycleEvent {}

    /// A person denied.
    ///
    /// @param reason what the person wrote
    record ReviewDenied(String reason) implements LifecycleEvent {}

    /// The partner enabled the product.
    record Enabled() implements LifecycleEvent {}
}
