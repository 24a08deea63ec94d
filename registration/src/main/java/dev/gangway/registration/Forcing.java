package dev.gangway.registration;

/// What came of forcing a registration's status.
public enum Forcing {
    DONE,
    /// No institution has that id.
    INSTITUTION_UNKNOWN,
    /// The end customer was never enabled, or was removed: nothing is registered that could be forced.
    CUSTOMER_NOT_REGISTERING
}
