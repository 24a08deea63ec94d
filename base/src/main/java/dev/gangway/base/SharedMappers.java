package dev.gangway.base;

import io.helidon.common.mapper.MapperManager;

/// One set of Helidon's value mappers for the whole process. Left to itself, Helidon 4.4.0 builds them anew whenever
/// it reads a number from a header (its issue 10595), which is twice in each request with a body: nearly half of
/// what a small request costs.
final class SharedMappers {
    static {
        install();
    }

    private SharedMappers() {}

    /// Sees to it that they are in use. Idempotent.
    static void use() {
        // the class being loaded is all it takes
    }

    @SuppressWarnings("removal") // what shall replace it does not reach the headers yet
    private static void install() {
        MapperManager.global(MapperManager.create());
    }
}
