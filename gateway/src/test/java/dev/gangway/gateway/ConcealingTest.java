package dev.gangway.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ConcealingTest {
    private static final String SECRET = "s3cret-of-some-length";

    /// Hands out at most so many bytes at once.
    private static InputStream dripping(String text, int most) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)) {
            @Override
            public int read(byte[] into, int offset, int length) {
                return super.read(into, offset, Math.min(length, most));
            }
        };
    }

    private static String concealed(String text, int most) throws IOException {
        try (InputStream in = new Concealing(dripping(text, most), List.of(SECRET, "other"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 7, 20, 21, 22, 1000})
    void a_secret_is_masked_however_the_body_arrives(int most) throws IOException {
        assertThat(concealed("a " + SECRET + " and another" + SECRET + SECRET + ".", most))
                .isEqualTo("a *** and an***" + "******.");
    }

    @Test
    void what_only_begins_like_one_stays() throws IOException {
        assertThat(concealed("s3cret-of-some s3cret", 3)).isEqualTo("s3cret-of-some s3cret");
    }

    @Test
    void bytes_that_are_no_text_stay_as_they_are() throws IOException {
        byte[] bytes = new byte[100_000];
        new Random(5).nextBytes(bytes);
        try (InputStream in = new Concealing(new ByteArrayInputStream(bytes), List.of(SECRET))) {
            assertThat(in.readAllBytes()).isEqualTo(bytes);
        }
    }

    @Test
    void nothing_comes_of_nothing() throws IOException {
        assertThat(concealed("", 5)).isEmpty();
    }
}
