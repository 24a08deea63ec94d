package dev.gangway.audit;

/// Where a chain ends: what the next event is sealed behind.
///
/// @param position of the last sealed event; 0 when there is none
/// @param hash of that event, 64 lower-case hex digits; zeros when there is none
record ChainEnd(long position, String hash) {
    static final ChainEnd START = new ChainEnd(0, "0".repeat(64));
}
