package dev.gangway.app;

import dev.gangway.audit.AuditTrail;
import dev.gangway.base.Clocks;
import dev.gangway.base.WorldId;
import dev.gangway.egress.Downloads;
import dev.gangway.provider.Providers;
import dev.gangway.storage.Database;
import dev.gangway.storage.EmbeddedPostgres;
import dev.gangway.storage.HomeLock;
import dev.gangway.storage.Seed;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/// What first starts copy: a PostgreSQL with our schemas and our own documents in it, made once after a build.
final class Seeding {
    private static final String PLACE = "gangway.seed"; // a system property: `./gangway` says where it is kept

    private Seeding() {}

    /// Empty where nobody said where it is kept.
    static Optional<Seed> seed() {
        return Optional.ofNullable(System.getProperty(PLACE)).map(place -> new Seed(Path.of(place)));
    }

    /// Makes it, unless it is there, in the empty folder `<home>/seed`.
    static void prepare(GangwayConfig config) {
        Optional<Seed> wanted = seed().filter(seed -> !Files.exists(seed.folder()));
        if (wanted.isPresent()) {
            try (HomeLock home = HomeLock.hold(config.home().resolve("seed"))) {
                fill(home, config);
                Seed.harvest(home, wanted.get().folder());
            }
        }
    }

    private static void fill(HomeLock home, GangwayConfig config) {
        Clocks clocks = Clocks.of(InstantSource.system());
        try (EmbeddedPostgres server = EmbeddedPostgres.start(home);
                Database database = Database.open(server.config(), Gangway.SCHEMAS);
                AuditTrail audit = new AuditTrail(database, clocks, () -> List.of(WorldId.MAIN));
                Providers providers =
                        new Providers(database, clocks, audit, new Downloads(config.egress(), Duration.ofSeconds(1)))) {
            Documents.provide(providers);
        }
    }
}
