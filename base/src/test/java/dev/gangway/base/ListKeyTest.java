package dev.gangway.base;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ListKeyTest {
    private static final ListKey KEY = new ListKey(Instant.parse("2026-11-21T09:00:00.123456Z"), "prt_1");

    @Test
    void comes_back_from_the_cursor_that_a_page_made_of_it() {
        String cursor = Page.of(List.of(KEY, KEY), 1, ListKey::text).next();
        assertThat(ListKey.after(request(String.valueOf(cursor)))).contains(KEY);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/", "prt_1", "yesterday/prt_1"})
    void is_not_read_from_another_lists_cursor(String key) {
        String cursor = Base64.getUrlEncoder().encodeToString(key.getBytes(StandardCharsets.UTF_8));
        assertThatThrownBy(() -> ListKey.after(request(cursor))).hasMessage("after: not a cursor of this list");
    }

    private static Request request(String after) {
        Route route = new Route("GET", "/things", "listThings", Access.READ, request -> Answer.noContent());
        return new Request(
                "id", route, Map.of(), Map.of("after", after), name -> Optional.empty(), new byte[0], Caller.ANONYMOUS);
    }
}
