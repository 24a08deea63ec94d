package dev.gangway.storage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A PostgreSQL that was made beforehand, for first starts to copy: unpacked, initialised, its schemas migrated, with
/// nothing of anybody's in it. Making one's own takes seconds, a copy some tenths of one. Only the password is not
/// copied. It is never started again.
///
/// @param folder like `<home>/postgresql` of an installation that is stopped
public record Seed(Path folder) {
    private static final Logger LOG = LoggerFactory.getLogger(Seed.class);

    /// Moves the stopped PostgreSQL of `home` to `folder`, where nothing is yet.
    public static void harvest(HomeLock home, Path folder) {
        try {
            Folders.publish(EmbeddedPostgres.folder(home), folder);
        } catch (IOException failed) {
            throw new StorageException("cannot keep %s: %s".formatted(folder, failed), failed);
        }
    }

    /// Gives a data folder that has no PostgreSQL yet a copy of this one. Where that does not work out, for want of
    /// a permission say, nothing is left behind, and the start makes its own.
    public void plantIn(HomeLock home) {
        Path place = EmbeddedPostgres.folder(home);
        if (Files.exists(place) || !Files.isDirectory(folder)) {
            return;
        }
        Path unfinished = home.home().resolve("postgresql.unfinished");
        try {
            Folders.delete(unfinished); // of a start that was interrupted
            if (copyTo(unfinished)) {
                Folders.publish(unfinished, place);
            }
        } catch (IOException | StorageException failed) {
            LOG.atInfo().setCause(failed).addKeyValue("seed", folder).log("not copied, PostgreSQL is made anew");
            forget(unfinished);
        }
    }

    private static void forget(Path unfinished) {
        try {
            Folders.delete(unfinished);
        } catch (IOException stays) {
            LOG.atWarn().setCause(stays).addKeyValue("folder", unfinished).log("cannot be deleted");
        }
    }

    private boolean copyTo(Path unfinished) throws IOException {
        Path programs = folder.resolve(PostgresPrograms.VERSION);
        if (!Files.isDirectory(programs)) {
            return false; // of another release
        }
        Folders.create(unfinished, "rwxr-xr-x");
        Folders.share(programs, unfinished.resolve(PostgresPrograms.VERSION));
        PostgresPrograms own = PostgresPrograms.unpackedIn(unfinished);
        new Cluster(own, EmbeddedPostgres.cluster(unfinished))
                .copyFrom(new Cluster(own, EmbeddedPostgres.cluster(folder)));
        return true;
    }
}
