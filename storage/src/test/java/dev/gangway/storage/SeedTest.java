package dev.gangway.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gangway.base.Secret;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class SeedTest {
    private static final List<String> MODULES = List.of("sample");

    @TempDir
    static Path temporary;

    private static Seed seed;
    private static Secret seedsPassword;

    @TempDir
    Path homes;

    private HomeLock home;
    private Path place;

    @BeforeAll
    static void make() throws IOException {
        Files.setPosixFilePermissions(temporary, PosixFilePermissions.fromString("rwxr-xr-x"));
        seed = new Seed(temporary.resolve("seed"));
        try (HomeLock nursery = HomeLock.hold(temporary.resolve("nursery"))) {
            try (EmbeddedPostgres server = EmbeddedPostgres.start(nursery)) {
                seedsPassword = server.config().password();
                Database.open(server.config(), MODULES).close();
            }
            Seed.harvest(nursery, seed.folder());
        }
    }

    @BeforeEach
    void hold() throws IOException {
        Files.setPosixFilePermissions(homes, PosixFilePermissions.fromString("rwxr-xr-x"));
        home = HomeLock.hold(homes.resolve("home"));
        place = home.home().resolve("postgresql");
    }

    @AfterEach
    void release() {
        home.close();
    }

    @Test
    void a_copy_has_the_schemas_of_the_seed() {
        seed.plantIn(home);
        try (EmbeddedPostgres server = EmbeddedPostgres.start(home);
                Database database = Database.open(server.config(), List.of())) {
            assertThat(database.<Integer>read(tx -> tx.createQuery("select count(*) from sample.note")
                            .mapTo(Integer.class)
                            .one()))
                    .isZero();
        }
    }

    @Test
    void a_copy_has_a_password_of_its_own_for_both_roles() {
        seed.plantIn(home);
        try (EmbeddedPostgres server = EmbeddedPostgres.start(home)) {
            for (String role : List.of("gangway", "postgres")) {
                Database.open(server.config("postgres", role), List.of()).close();
                DatabaseConfig guess = new DatabaseConfig(server.config().url(), role, seedsPassword, 2);
                assertThatThrownBy(() -> Database.open(guess, List.of()))
                        .isInstanceOf(StorageException.class)
                        .hasMessageContaining("password authentication failed");
            }
        }
    }

    @Test
    void what_a_copy_does_leaves_the_seed_as_it_was() throws IOException {
        Path control = seed.folder().resolve("cluster/data/global/pg_control");
        byte[] before = Files.readAllBytes(control);
        seed.plantIn(home);
        EmbeddedPostgres.start(home).close();
        assertThat(Files.readAllBytes(control)).isEqualTo(before);
    }

    @Test
    void a_copy_that_was_interrupted_is_begun_anew() throws IOException {
        Files.createDirectories(home.home().resolve("postgresql.unfinished/18.6.0/bin"));
        seed.plantIn(home);
        EmbeddedPostgres.start(home).close();
        assertThat(home.home().resolve("postgresql.unfinished")).doesNotExist();
    }

    @Test
    void a_data_folder_with_a_database_keeps_it() throws IOException {
        Files.createDirectory(place);
        seed.plantIn(home);
        assertThat(place).isEmptyDirectory();
    }

    @Test
    void a_seed_that_is_absent_or_of_another_release_is_left_alone() throws IOException {
        new Seed(temporary.resolve("absent")).plantIn(home);
        Path old = Files.createDirectories(temporary.resolve("old"));
        Files.createDirectory(old.resolve("17.9.0"));
        new Seed(old).plantIn(home);
        assertThat(place).doesNotExist();
    }

    @Test
    void a_seed_that_cannot_be_copied_leaves_nothing_behind() throws IOException {
        Path broken = Files.createDirectories(temporary.resolve("broken"));
        Folders.share(seed.folder().resolve(PostgresPrograms.VERSION), broken.resolve(PostgresPrograms.VERSION));
        new Seed(broken).plantIn(home);
        assertThat(home.home()).isDirectoryNotContaining(file -> !file.endsWith("gangway.lock"));
    }
}
