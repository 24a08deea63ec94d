package dev.gangway.lifecycle;

import static dev.gangway.lifecycle.PngMaker.chunk;
import static dev.gangway.lifecycle.PngMaker.data;
import static dev.gangway.lifecycle.PngMaker.end;
import static dev.gangway.lifecycle.PngMaker.file;
import static dev.gangway.lifecycle.PngMaker.grey;
import static dev.gangway.lifecycle.PngMaker.greyHeader;
import static dev.gangway.lifecycle.PngMaker.greyRows;
import static dev.gangway.lifecycle.PngMaker.header;
import static java.awt.image.BufferedImage.TYPE_3BYTE_BGR;
import static java.awt.image.BufferedImage.TYPE_4BYTE_ABGR;
import static java.awt.image.BufferedImage.TYPE_BYTE_BINARY;
import static java.awt.image.BufferedImage.TYPE_BYTE_GRAY;
import static java.awt.image.BufferedImage.TYPE_BYTE_INDEXED;
import static java.awt.image.BufferedImage.TYPE_USHORT_GRAY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.base.Property;
import dev.gangway.lifecycle.Logo.Accepted;
import dev.gangway.lifecycle.Logo.Refused;
import java.util.Arrays;
import java.util.Base64;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What makes a file a logo or not. What makes a PNG a PNG is in [PngFileTest].
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class LogoTest {
    @Nested
    class A_real_image {
        @ParameterizedTest
        @ValueSource(
                ints = {
                    TYPE_3BYTE_BGR,
                    TYPE_4BYTE_ABGR,
                    TYPE_BYTE_GRAY,
                    TYPE_USHORT_GRAY,
                    TYPE_BYTE_INDEXED,
                    TYPE_BYTE_BINARY
                })
        void of_1024_by_1024_is_accepted_as_it_is_interlaced_or_not(int type) {
            byte[] plain = PngMaker.image(type, 1024, 1024);
            byte[] interlaced = PngMaker.interlaced(type);
            assertThat(check(plain)).extracting("png").isEqualTo(plain);
            assertThat(check(interlaced)).extracting("png").isEqualTo(interlaced);
        }

        @ParameterizedTest
        @CsvSource({"1, 1", "1024, 1023", "1023, 1024", "2048, 2048"})
        void of_another_size_is_refused(int width, int height) {
            assertThat(check(PngMaker.image(TYPE_3BYTE_BGR, width, height)))
                    .isEqualTo(new Refused(width + "x" + height + " pixels, not 1024x1024"));
        }

        @Test
        void of_another_format_is_refused() {
            assertThat(check(PngMaker.jpeg())).isEqualTo(new Refused("not a PNG"));
        }
    }

    @Nested
    class The_text {
        private final String base64 = Base64.getEncoder().encodeToString(grey());

        @Test
        void is_base64() {
            assertThat(Logo.check(base64)).isInstanceOf(Accepted.class);
        }

        @ParameterizedTest
        @ValueSource(strings = {"data:image/png;base64,", " ", "\n", "é", "\uD83D\uDE00", "----", "===="})
        void with_anything_before_it_is_refused(String prefix) {
            assertThat(Logo.check(prefix + base64)).isEqualTo(new Refused("not base64"));
        }

        @Test
        void in_lines_is_refused() {
            assertThat(Logo.check(Base64.getMimeEncoder().encodeToString(grey())))
                    .isEqualTo(new Refused("not base64"));
        }

        @ParameterizedTest
        @ValueSource(ints = {1, 2})
        void without_its_padding_is_refused(int padding) {
            String padded = Base64.getEncoder().encodeToString(new byte[3 * 100 - padding]);
            assertThat(Logo.check(padded)).isEqualTo(new Refused("not a PNG"));
            assertThat(Logo.check(padded.replace("=", ""))).isEqualTo(new Refused("not base64"));
        }

        @Test
        void that_is_empty_is_refused() {
            assertThat(Logo.check("")).isEqualTo(new Refused("not a PNG"));
        }
    }

    @Nested
    class The_size_of_the_file {
        private static final int LIMIT = 4 << 20;

        @ParameterizedTest
        @ValueSource(ints = {1, 2, 3, 4})
        void may_come_right_below_4_MiB(int below) {
            assertThat(check(padded(LIMIT - below))).isInstanceOf(Accepted.class);
        }

        @ParameterizedTest
        @ValueSource(ints = {0, 1, 2, 3})
        void must_not_reach_4_MiB(int above) {
            assertThat(check(padded(LIMIT + above))).isEqualTo(new Refused("4 MiB or more"));
        }

        @Test
        void is_known_before_anything_is_decoded() {
            assertThat(Logo.check("not base64 ".repeat(1 << 20))).isEqualTo(new Refused("4 MiB or more"));
        }

        /// A logo with a comment of zeros that brings it to a size.
        private static byte[] padded(int bytes) {
            int comment = bytes - grey().length - 12;
            return file(greyHeader(), chunk("tEXt", new byte[comment]), data(greyRows()), end());
        }
    }

    @Nested
    class A_decompression_bomb {
        /// Ends in a wrong checksum of all that it inflates to: whoever inflates it to the end says so.
        private static byte[] bomb(int bytes) {
            byte[] deflated = PngMaker.deflate(new byte[bytes]);
            deflated[deflated.length - 1] ^= 1;
            return chunk("IDAT", deflated);
        }

        @Test
        void is_not_inflated_past_the_pixels_that_its_header_has() {
            assertThat(check(file(greyHeader(), bomb(64 << 20), end())))
                    .isEqualTo(new Refused("more image data than pixels"));
        }

        @Test
        void is_not_inflated_at_all_when_its_header_is_not_a_logos() {
            assertThat(check(file(header(60_000, 60_000, 8, 0, 0), bomb(64 << 20), end())))
                    .isEqualTo(new Refused("60000x60000 pixels, not 1024x1024"));
        }

        @Test
        void would_be_noticed_if_it_were_inflated() {
            assertThat(check(file(greyHeader(), bomb(greyRows().length), end())))
                    .isEqualTo(new Refused("image data that does not inflate"));
        }
    }

    @Nested
    class A_damaged_logo {
        private final byte[] whole = PngMaker.image(TYPE_BYTE_BINARY, 1024, 1024);

        @Test
        void is_refused_wherever_it_is_cut_off() {
            Property.forAll(
                    random -> random.nextInt(whole.length),
                    length -> assertThat(check(Arrays.copyOf(whole, length))).isInstanceOf(Refused.class));
        }

        @Test
        void is_refused_whichever_bit_is_flipped() {
            Property.forAll(random -> random.nextInt(whole.length * 8), bit -> {
                byte[] damaged = whole.clone();
                damaged[bit / 8] ^= (byte) (1 << bit % 8);
                assertThat(check(damaged)).isInstanceOf(Refused.class);
            });
        }

        @Test
        void is_refused_and_never_crashes_the_check_when_chunks_are_made_of_noise() {
            Property.forAll(
                    A_damaged_logo::noise, file -> assertThat(check(file)).isInstanceOf(Refused.class));
        }

        private static byte[] noise(RandomGenerator random) {
            byte[] bytes = new byte[random.nextInt(200)];
            random.nextBytes(bytes);
            return random.nextBoolean() ? file(bytes) : file(greyHeader(), chunk("IDAT", bytes), end());
        }
    }

    private static Logo check(byte[] file) {
        return Logo.check(Base64.getEncoder().encodeToString(file));
    }
}
