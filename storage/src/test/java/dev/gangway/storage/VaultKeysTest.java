package dev.gangway.storage;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class VaultKeysTest {
    private static final byte[] PLAIN = "what must be used again".getBytes(UTF_8);

    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void create() {
        file = folder.resolve("keys.json");
        VaultKeys.create(file);
    }

    @Nested
    class A_sealed_value {
        private Vault vault;
        private byte[] sealed;

        @BeforeEach
        void seal() {
            vault = VaultKeys.at(file).vault();
            sealed = vault.seal(PLAIN, "here/1");
        }

        @Test
        void opens_in_its_place_also_after_a_restart() {
            assertThat(vault.open(sealed, "here/1")).isEqualTo(PLAIN);
            assertThat(VaultKeys.at(file).vault().open(sealed, "here/1")).isEqualTo(PLAIN);
        }

        @Test
        void shows_nothing_and_is_never_the_same_twice() {
            assertThat(new String(sealed, UTF_8)).doesNotContain("used again");
            assertThat(sealed).hasSize(PLAIN.length + 33).isNotEqualTo(vault.seal(PLAIN, "here/1"));
        }

        @Test
        void does_not_open_in_another_place() {
            assertThatThrownBy(() -> vault.open(sealed, "here/2"))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("cannot open here/2");
        }

        @Test
        void does_not_open_when_any_byte_was_changed() {
            for (int at = 0; at < sealed.length; at++) {
                byte[] changed = sealed.clone();
                changed[at] ^= 1;
                assertThatThrownBy(() -> vault.open(changed, "here/1")).isInstanceOf(IllegalStateException.class);
            }
        }

        @Test
        void does_not_open_with_other_keys() {
            Path others = folder.resolve("others.json");
            VaultKeys.create(others);
            assertThatThrownBy(() -> VaultKeys.at(others).vault().open(sealed, "here/1"))
                    .isInstanceOf(IllegalStateException.class);
        }
    }

    @Nested
    class After_a_rotation {
        @Test
        void the_new_key_seals_and_the_old_one_still_opens() {
            VaultKeys keys = VaultKeys.at(file);
            Vault vault = keys.vault();
            byte[] before = vault.seal(PLAIN, "here");
            keys.rotate();
            byte[] after = vault.seal(PLAIN, "here");

            assertThat(keyOf(after)).isNotEqualTo(keyOf(before));
            assertThat(vault.open(before, "here")).isEqualTo(PLAIN);
            Vault restarted = VaultKeys.at(file).vault();
            assertThat(restarted.open(before, "here")).isEqualTo(PLAIN);
            assertThat(restarted.open(after, "here")).isEqualTo(PLAIN);
        }

        /// Tink's prefix: a version byte, then four bytes of key id.
        private static String keyOf(byte[] sealed) {
            return java.util.HexFormat.of().formatHex(sealed, 0, 5);
        }
    }

    @Nested
    class The_file {
        @Test
        void is_readable_by_its_owner_only_also_after_a_rotation() throws IOException {
            assertThat(mode()).isEqualTo("rw-------");
            VaultKeys.at(file).rotate();
            assertThat(mode()).isEqualTo("rw-------");
        }

        @ParameterizedTest
        @ValueSource(strings = {"rw----r--", "rw--w----", "rwxrwxrwx"})
        void is_refused_when_others_have_access(String mode) throws IOException {
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(mode));
            assertThatThrownBy(() -> VaultKeys.at(file))
                    .isInstanceOf(StorageException.class)
                    .hasMessageContaining("mode " + mode)
                    .hasMessageContaining("chmod 600 " + file);
        }

        @Test
        void may_be_given_to_a_group_for_reading() throws IOException {
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("r--r-----"));
            assertThat(VaultKeys.at(file)).isNotNull();
        }

        @Test
        void is_missed_by_name() {
            Path missing = folder.resolve("missing.json");
            assertThatThrownBy(() -> VaultKeys.at(missing))
                    .isInstanceOf(StorageException.class)
                    .hasMessageContaining("there is no file " + missing);
        }

        @Test
        void is_never_overwritten_by_a_new_one() {
            assertThatThrownBy(() -> VaultKeys.create(file)).isInstanceOf(StorageException.class);
        }

        @Test
        void is_refused_when_it_holds_something_else_and_is_not_quoted() throws IOException {
            Files.writeString(file, "{\"canary\": 1}");
            assertThatThrownBy(() -> VaultKeys.at(file).vault().seal(PLAIN, "here"))
                    .isInstanceOf(StorageException.class)
                    .hasMessageContaining("not a Tink keyset")
                    .hasMessageNotContaining("canary");
        }

        @Test
        void appears_in_the_data_folder_at_the_first_start_and_stays() throws IOException {
            try (HomeLock home = HomeLock.hold(folder.resolve("home"))) {
                VaultKeys.in(home);
                byte[] first = Files.readAllBytes(home.home().resolve("vault.json"));
                VaultKeys.in(home);
                assertThat(home.home().resolve("vault.json")).hasBinaryContent(first);
            }
        }

        private String mode() throws IOException {
            return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
        }
    }
}
