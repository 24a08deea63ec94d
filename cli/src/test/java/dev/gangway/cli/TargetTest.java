package dev.gangway.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class TargetTest {
    @TempDir
    Path home;

    @Nested
    class The_demo_env_of_the_first_start {
        @Test
        void is_enough() throws IOException {
            demo("rw-------", "GANGWAY_URL=http://127.0.0.1:8701\nGANGWAY_TOKEN=gwt_demo\n");
            assertThat(Target.of(null, null, Map.of("GANGWAY_HOME", home.toString())))
                    .isEqualTo(new Target(URI.create("http://127.0.0.1:8701"), "gwt_demo"));
        }

        @Test
        void is_in_the_folder_gangway_of_the_home_folder_by_default() throws IOException {
            Files.createDirectory(home.resolve(".gangway"));
            write(home.resolve(".gangway/demo.env"), "rw-------", "GANGWAY_TOKEN=gwt_demo\n");
            assertThat(Target.of(null, null, Map.of("HOME", home.toString())))
                    .isEqualTo(new Target(URI.create("http://127.0.0.1:8700"), "gwt_demo"));
        }

        @Test
        void yields_to_the_environment() throws IOException {
            demo("rw-------", "GANGWAY_URL=http://127.0.0.1:8701\nGANGWAY_TOKEN=gwt_demo\n");
            assertThat(Target.of(null, null, Map.of("GANGWAY_HOME", home.toString(), "GANGWAY_TOKEN", "gwt_mine")))
                    .isEqualTo(new Target(URI.create("http://127.0.0.1:8701"), "gwt_mine"));
        }

        @Test
        void never_sends_its_token_to_another_server() throws IOException {
            demo("rw-------", "GANGWAY_URL=http://127.0.0.1:8701\nGANGWAY_TOKEN=gwt_demo\n");
            assertThatThrownBy(
                            () -> Target.of("http://elsewhere.example", null, Map.of("GANGWAY_HOME", home.toString())))
                    .isInstanceOf(Target.Unknown.class)
                    .hasMessageStartingWith("no access token for http://elsewhere.example");
        }

        @ParameterizedTest
        @ValueSource(strings = {"rw-r-----", "rw----r--", "rw--w----", "rw-----w-"})
        void is_refused_when_others_may_read_or_write_it(String mode) throws IOException {
            demo(mode, "GANGWAY_TOKEN=gwt_demo\n");
            assertThatThrownBy(() -> Target.of(null, null, Map.of("GANGWAY_HOME", home.toString())))
                    .isInstanceOf(Target.Unknown.class)
                    .hasMessageContaining("chmod 600");
        }

        private void demo(String mode, String text) throws IOException {
            write(home.resolve("demo.env"), mode, text);
        }
    }

    @Nested
    class An_address {
        @ParameterizedTest
        @ValueSource(
                strings = {"127.0.0.1:8700", "ftp://x.example", "http://", "http://u:p@x.example", "http://x?y", " "})
        void must_be_http_or_https_and_a_host(String url) {
            assertThatThrownBy(() -> Target.of(url, "gwt_x", Map.of()))
                    .isInstanceOf(Target.Unknown.class)
                    .hasMessageStartingWith("not an address of a server: ");
        }

        @Test
        void may_end_with_a_slash_and_may_have_a_path_in_front() {
            assertThat(Target.of("https://x.example/", "gwt_x", Map.of()).resolve("/api/v1/me"))
                    .isEqualTo(URI.create("https://x.example/api/v1/me"));
            assertThat(Target.of("https://x.example/gangway", "gwt_x", Map.of()).resolve("/api/v1/me"))
                    .isEqualTo(URI.create("https://x.example/gangway/api/v1/me"));
        }
    }

    @Test
    void a_token_cannot_smuggle_a_header_in() {
        assertThatThrownBy(() -> Target.of("http://x.example", "gwt_x\r\nX-Evil: 1", Map.of()))
                .isInstanceOf(Target.Unknown.class)
                .hasMessageNotContaining("gwt_x");
    }

    @Test
    void a_target_never_prints_its_token() {
        assertThat(new Target(URI.create("http://x.example"), "gwt_x")).hasToString("Target[http://x.example, ***]");
    }

    private static void write(Path file, String mode, String text) throws IOException {
        Files.setPosixFilePermissions(Files.writeString(file, text), PosixFilePermissions.fromString(mode));
    }
}
