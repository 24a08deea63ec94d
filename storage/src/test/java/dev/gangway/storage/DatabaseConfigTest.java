package dev.gangway.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gangway.base.Secret;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class DatabaseConfigTest {
    private static final String URL = "jdbc:postgresql://localhost/gangway";

    @ParameterizedTest
    @ValueSource(ints = {2, 200})
    void takes_a_pool_of_2_to_200_connections(int connections) {
        assertThat(config(URL, connections).connections()).isEqualTo(connections);
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 1, 201})
    void refuses_any_other_pool(int connections) {
        assertThatThrownBy(() -> config(URL, connections))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("database.connections: 2 to 200, got " + connections);
    }

    @Test
    void refuses_another_database() {
        assertThatThrownBy(() -> config("jdbc:mysql://localhost/gangway", 2))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("database.url: must start with jdbc:postgresql://");
    }

    @Test
    void refuses_a_password_in_the_address_and_does_not_repeat_it() {
        assertThatThrownBy(() -> config(URL + "?user=me&password=canary", 2))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("database.password")
                .hasMessageNotContaining("canary");
    }

    @Test
    void prints_no_password() {
        assertThat(config(URL, 2)).asString().contains(URL).doesNotContain("canary");
    }

    private static DatabaseConfig config(String url, int connections) {
        return new DatabaseConfig(url, "me", new Secret("canary"), connections);
    }
}
