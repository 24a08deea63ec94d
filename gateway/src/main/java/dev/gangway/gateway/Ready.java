package dev.gangway.gateway;

/// A connection with its credentials open, as the hot path needs it. Lives in memory only.
record Ready(Connection connection, Destination destination, Injection injection) {
    @Override
    public String toString() {
        return "Ready[" + connection.name() + "]"; // never the credentials
    }
}
