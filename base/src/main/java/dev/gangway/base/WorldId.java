package dev.gangway.base;

/// Names an isolated world: its own partners, end customers, webhooks, clock and random seed. It leads
/// the key of every table, so that worlds (and tenants on shards) never meet.
///
/// @param value the name, such as `main`, the one world of an installation without a simulator
public record WorldId(String value) {
    public static final WorldId MAIN = new WorldId("main");

    @Override
    public String toString() {
        return value;
    }
}
