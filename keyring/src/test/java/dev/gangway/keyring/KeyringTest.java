package dev.gangway.keyring;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.gangway.audit.AuditFilter;
import dev.gangway.audit.AuditTrail;
import dev.gangway.base.Actor;
import dev.gangway.base.Json;
import dev.gangway.base.WorldId;
import dev.gangway.storage.Database;
import dev.gangway.storage.SealedColumn;
import dev.gangway.storage.SettableClock;
import dev.gangway.storage.StorageException;
import dev.gangway.storage.TestDatabase;
import dev.gangway.storage.VaultKeys;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class KeyringTest {
    private static final SealedColumn SAFE =
            new SealedColumn("public.safe", "sealed", true, List.of("world_id", "name"));
    private static final SealedColumn TRAY = new SealedColumn("public.tray", "sealed", false, List.of("name"));

    @AutoClose
    private final Database database = TestDatabase.fresh("audit");

    private final AuditTrail audit = new AuditTrail(database, new SettableClock(), List::of);

    @TempDir
    Path folder;

    private Path file;
    private VaultKeys keys;
    private Keyring keyring;

    @BeforeEach
    void open() {
        database.run(tx -> {
            tx.execute("create table safe (world_id text, name text, sealed bytea, primary key (world_id, name))");
            tx.execute("create table tray (name text primary key, sealed bytea)");
        });
        file = folder.resolve("vault.json");
        VaultKeys.create(file);
        keys = VaultKeys.at(file);
        keyring = ring(keys);
    }

    private Keyring ring(VaultKeys of) {
        return new Keyring(database, audit, of, List.of(SAFE, TRAY));
    }

    private Resealing resealing() {
        return new Resealing(database, keys, List.of(SAFE, TRAY));
    }

    @Test
    void after_a_rotation_old_values_are_sealed_anew_and_nothing_is_left() {
        put("a", "secret a");
        put("b", "secret b");
        database.run(tx -> tx.execute("insert into safe values ('main', 'empty', null)"));
        keyring.rotate(Actor.SYSTEM);
        put("c", "secret c");
        assertThat(keyring.all())
                .extracting(VaultKey::state, VaultKey::lasting)
                .containsExactly(tuple(KeyState.OPENING, 2L), tuple(KeyState.SEALING, 1L));

        assertThat(resealing().pass()).isTrue();

        assertThat(keyring.all())
                .extracting(VaultKey::state, VaultKey::lasting)
                .containsExactly(tuple(KeyState.OPENING, 0L), tuple(KeyState.SEALING, 3L));
        assertThat(List.of(get(keys, "a"), get(keys, "b"), get(keys, "c")))
                .containsExactly("secret a", "secret b", "secret c");
        assertThat(resealing().pass()).as("there is no more to do").isFalse();
    }

    @Test
    void what_ends_by_itself_is_counted_and_left_alone() {
        byte[] sealed = keys.vault().seal("answer".getBytes(UTF_8), TRAY.context(List.of("x")));
        database.run(tx -> tx.execute("insert into tray values ('x', ?)", (Object) sealed));
        keyring.rotate(Actor.SYSTEM);
        assertThat(resealing().pass()).isFalse();
        assertThat(keyring.all().getFirst()).satisfies(old -> {
            assertThat(old.passing()).isEqualTo(1);
            assertThat(old.places()).containsExactly(new VaultKey.Place("public.tray", 1));
        });
    }

    @Test
    void another_node_opens_what_a_key_sealed_that_it_has_not_seen() {
        VaultKeys elsewhere = VaultKeys.at(file);
        put("a", "secret a");
        assertThat(get(elsewhere, "a")).isEqualTo("secret a");
        keyring.rotate(Actor.SYSTEM);
        resealing().pass();
        assertThat(get(elsewhere, "a")).isEqualTo("secret a");
        assertThat(elsewhere.names()).isEqualTo(keys.names());
    }

    @Test
    void nodes_with_copies_of_the_file_have_a_prepared_key_before_it_seals() throws IOException {
        Path copy = folder.resolve("copy.json");
        Files.copy(file, copy);
        VaultKeys elsewhere = VaultKeys.at(copy);
        keyring.prepare(Actor.SYSTEM);
        assertThat(keyring.prepare(Actor.SYSTEM))
                .extracting(VaultKey::state)
                .as("one at a time")
                .containsExactly(KeyState.SEALING, KeyState.PREPARED);
        Files.copy(file, copy, StandardCopyOption.REPLACE_EXISTING);
        keyring.rotate(Actor.SYSTEM);
        put("a", "secret a");
        assertThat(get(elsewhere, "a")).isEqualTo("secret a");
        assertThat(keyring.all()).extracting(VaultKey::state).containsExactly(KeyState.OPENING, KeyState.SEALING);
        assertThat(new Resealing(database, elsewhere, List.of(SAFE, TRAY)).pass())
                .as("who is behind does not undo what others did")
                .isFalse();
        Files.copy(file, copy, StandardCopyOption.REPLACE_EXISTING);
        elsewhere.reload();
        assertThat(elsewhere.names()).isEqualTo(keys.names());
    }

    @Test
    void a_value_that_does_not_open_stays_and_holds_up_no_other() {
        put("a", "secret a");
        put("b", "secret b");
        database.run(tx -> tx.execute("update safe set sealed = sealed || 'x'::bytea where name = 'a'"));
        keyring.rotate(Actor.SYSTEM);
        resealing().pass();
        assertThat(keyring.all().getFirst().lasting()).as("the broken one").isEqualTo(1);
        assertThat(get(keys, "b")).isEqualTo("secret b");
    }

    @Test
    void a_value_that_somebody_is_changing_waits_for_the_next_look() {
        put("a", "secret a");
        keyring.rotate(Actor.SYSTEM);
        try (ExecutorService worker = Executors.newSingleThreadExecutor()) {
            database.run(tx -> {
                tx.execute("select * from safe for update");
                assertThat(worker.submit(() -> resealing().pass()))
                        .succeedsWithin(Duration.ofSeconds(10))
                        .isEqualTo(false);
            });
        }
        assertThat(resealing().pass()).isTrue();
    }

    @Test
    void values_of_a_key_that_nobody_has_are_reported() throws IOException {
        put("a", "secret a");
        String lost = keys.names().primary();
        Files.delete(file);
        VaultKeys.create(file);
        assertThat(ring(VaultKeys.at(file)).all())
                .extracting(VaultKey::state)
                .containsExactly(KeyState.SEALING, KeyState.MISSING);
        assertThat(ring(VaultKeys.at(file)).all().getLast().name()).isEqualTo(lost);
    }

    @Test
    void a_file_that_cannot_be_used_changes_nothing() throws IOException {
        VaultKeys.Names before = keys.names();
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
        assertThatThrownBy(() -> keyring.rotate(Actor.SYSTEM)).isInstanceOf(StorageException.class);
        assertThat(keys.names()).isEqualTo(before);
        put("a", "secret a");
        assertThat(get(keys, "a")).isEqualTo("secret a");
    }

    @Test
    void who_did_it_is_on_record_and_no_key_is() throws IOException {
        String before = keys.names().primary();
        keyring.rotate(new Actor("token:tok_1", "req_1"));
        assertThat(audit.list(WorldId.MAIN, AuditFilter.EVERYTHING, OptionalLong.empty(), 10)
                        .items())
                .singleElement()
                .satisfies(event -> {
                    assertThat(event.action()).isEqualTo("vault_key.rotated");
                    String record = Json.text(event);
                    assertThat(record)
                            .contains("token:tok_1", before, keys.names().primary());
                    Json.parse(Files.readString(file))
                            .findValuesAsText("value")
                            .forEach(key -> assertThat(record).doesNotContain(key));
                });
    }

    private void put(String name, String plain) {
        byte[] sealed = keys.vault().seal(plain.getBytes(UTF_8), SAFE.context(List.of("main", name)));
        database.run(tx -> tx.execute("insert into safe values ('main', ?, ?)", name, sealed));
    }

    private String get(VaultKeys with, String name) {
        byte[] sealed = database.read(tx -> tx.createQuery("select sealed from safe where name = :name")
                .bind("name", name)
                .mapTo(byte[].class)
                .one());
        return new String(with.vault().open(sealed, SAFE.context(List.of("main", name))), UTF_8);
    }
}
