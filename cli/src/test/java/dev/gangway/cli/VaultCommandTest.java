package dev.gangway.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class VaultCommandTest {
    private static final String KEYS = """
            {"items":[{"name":"1f6c09ab","state":"opening","lasting":2,"passing":118,"places":[]},\
            {"name":"8d20e7f4","state":"sealing","lasting":3,"passing":0,"places":[]}],"next":null}""";
    private static final String TABLE = """
            NAME      STATE    LASTING VALUES  PASSING VALUES
            1f6c09ab  opening  2               118
            8d20e7f4  sealing  3               0
            """;

    private final FakeServer server = new FakeServer();

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void keys_are_listed_with_what_depends_on_them() {
        server.answers(200, KEYS);
        assertThat(server.run("vault", "keys").out()).isEqualTo(TABLE);
        assertThat(server.onlyRequest()).isEqualTo("GET /api/v1/vault-keys");
    }

    @Test
    void a_rotation_shows_what_is_left() {
        server.answers(201, KEYS);
        assertThat(server.run("vault", "rotate").out()).isEqualTo(TABLE);
        assertThat(server.onlyRequest()).isEqualTo("POST /api/v1/vault-keys/rotation");
    }

    @Test
    void without_a_subcommand_it_says_which_there_are() {
        assertThat(server.run("vault").err()).contains("keys");
    }
}
