package dev.gangway.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gangway.base.Eventually;
import dev.gangway.base.Secret;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// One data folder for all tests. It is closed to others, so root runs the server in a namespace here, whereas
/// [TestServer] runs it as `nobody`.
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class EmbeddedPostgresTest {
    @TempDir
    static Path temporary;

    private HomeLock home;
    private Path cluster;

    @BeforeEach
    void hold() throws IOException {
        Files.setPosixFilePermissions(temporary, PosixFilePermissions.fromString("rwx------"));
        home = HomeLock.hold(temporary.resolve("a home, with spaces"));
        cluster = home.home().resolve("postgresql/cluster");
    }

    @AfterEach
    void release() {
        home.close();
    }

    @Test
    void what_was_committed_is_there_after_the_next_start() {
        try (EmbeddedPostgres server = EmbeddedPostgres.start(home);
                Database database = Database.open(server.config(), List.of("sample"))) {
            insert(database, "kept");
        }
        try (EmbeddedPostgres server = EmbeddedPostgres.start(home);
                Database database = Database.open(server.config(), List.of("sample"))) {
            assertThat(notes(database)).contains("kept");
        }
    }

    @Test
    void a_commit_waits_for_the_disk_and_nobody_outside_this_machine_can_connect() {
        try (EmbeddedPostgres server = EmbeddedPostgres.start(home);
                Database database = Database.open(server.config("postgres", Cluster.SUPERUSER), List.of())) {
            assertThat(settings(database))
                    .containsEntry("fsync", "on")
                    .containsEntry("synchronous_commit", "on")
                    .containsEntry("full_page_writes", "on")
                    .containsEntry("data_checksums", "on")
                    .containsEntry("listen_addresses", "127.0.0.1")
                    .containsEntry("unix_socket_directories", "")
                    .containsEntry("log_timezone", "UTC")
                    .containsEntry("server_encoding", "UTF8");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"gangway", "postgres"})
    void no_role_gets_in_without_its_password(String role) {
        try (EmbeddedPostgres server = EmbeddedPostgres.start(home)) {
            DatabaseConfig guess = new DatabaseConfig(server.config().url(), role, new Secret("guess"), 2);
            assertThatThrownBy(() -> Database.open(guess, List.of()))
                    .isInstanceOf(StorageException.class)
                    .hasMessageContaining("password authentication failed for user \"%s\"", role);
        }
    }

    @Test
    void the_password_is_readable_by_its_owner_only() throws IOException {
        EmbeddedPostgres.start(home).close();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(cluster.resolve("password"))))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(cluster)))
                .isEqualTo("rwx------");
    }

    @Test
    void a_server_that_outlived_its_killed_gangway_is_replaced_and_nothing_acknowledged_is_lost() throws Exception {
        home.close();
        ProcessHandle survivor;
        try (ChildJvm killed = ChildJvm.start(Gangway.class, home.home().toString())) {
            survivor = ProcessHandle.of(Long.parseLong(killed.ready())).orElseThrow();
        }
        assertThat(survivor.isAlive()).isTrue();
        home = HomeLock.hold(home.home());
        try (EmbeddedPostgres server = EmbeddedPostgres.start(home);
                Database database = Database.open(server.config(), List.of("sample"))) {
            assertThat(new PidFile(cluster.resolve("data")).server())
                    .isPresent()
                    .isNotEqualTo(survivor);
            assertThat(notes(database)).contains("acknowledged").doesNotContain("never committed");
        }
    }

    @Test
    void a_server_that_is_killed_is_started_anew_where_it_was() throws Exception {
        try (EmbeddedPostgres server = EmbeddedPostgres.start(home);
                Database database = Database.open(server.config(), List.of("sample"))) {
            insert(database, "before it was killed");
            ProcessHandle victim = new PidFile(cluster.resolve("data")).server().orElseThrow();
            victim.destroyForcibly();
            victim.onExit().join();
            Eventually.happens("it answers again", () -> answers(database));
            assertThat(notes(database)).contains("before it was killed");
        }
    }

    private static boolean answers(Database database) {
        try {
            return !notes(database).isEmpty();
        } catch (RuntimeException gone) {
            return false;
        }
    }

    @Test
    void a_pid_file_whose_number_now_belongs_to_another_process_does_not_stop_the_start() throws IOException {
        EmbeddedPostgres.start(home).close();
        Process stranger = new ProcessBuilder("sleep", "600").start();
        Path data = cluster.resolve("data");
        Files.writeString(data.resolve("postmaster.pid"), "%d%n%s%n1%n5432%n%n%n".formatted(stranger.pid(), data));
        EmbeddedPostgres.start(home).close();
        assertThat(stranger.isAlive()).isTrue();
        stranger.destroyForcibly();
    }

    @Test
    void a_server_that_cannot_start_is_quoted() throws IOException {
        EmbeddedPostgres.start(home).close();
        Path rules = cluster.resolve("data/pg_hba.conf");
        String original = Files.readString(rules);
        Files.writeString(rules, "nonsense\n");
        assertThatThrownBy(() -> EmbeddedPostgres.start(home))
                .isInstanceOf(StorageException.class)
                .hasMessageContaining("server.log")
                .hasMessageContaining("invalid connection type \"nonsense\"");
        Files.writeString(rules, original);
    }

    @Test
    void a_data_folder_of_another_release_is_refused_untouched() throws IOException {
        EmbeddedPostgres.start(home).close();
        Path version = cluster.resolve("data/PG_VERSION");
        String original = Files.readString(version);
        Files.writeString(version, "17\n");
        assertThatThrownBy(() -> EmbeddedPostgres.start(home))
                .isInstanceOf(StorageException.class)
                .hasMessageContaining("was made by PostgreSQL 17, and this Gangway brings PostgreSQL 18");
        Files.writeString(version, original);
    }

    private static void insert(Database database, String text) {
        database.run(tx -> tx.createUpdate("insert into sample.note (text) values (:text)")
                .bind("text", text)
                .execute());
    }

    private static List<String> notes(Database database) {
        return database.read(tx -> tx.createQuery("select text from sample.note")
                .mapTo(String.class)
                .list());
    }

    private static Map<String, String> settings(Database database) {
        return database.read(tx -> tx
                .createQuery("select name, setting from pg_settings")
                .map((row, context) -> Map.entry(row.getString("name"), row.getString("setting")))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
    }

    /// Commits one note, leaves a second uncommitted, and prints the server's process id.
    static final class Gangway {
        private Gangway() {}

        static void main(String[] arguments) {
            HomeLock home = HomeLock.hold(Path.of(arguments[0]));
            EmbeddedPostgres server = EmbeddedPostgres.start(home);
            Database database = Database.open(server.config(), List.of("sample"));
            insert(database, "acknowledged");
            database.run(tx -> {
                insert(database, "never committed");
                ProcessHandle postmaster = new PidFile(home.home().resolve("postgresql/cluster/data"))
                        .server()
                        .orElseThrow();
                System.out.println(postmaster.pid());
                waitForTheEnd();
            });
        }

        private static void waitForTheEnd() {
            try {
                System.in.read();
            } catch (IOException end) {
                throw new java.io.UncheckedIOException(end);
            }
        }
    }
}
