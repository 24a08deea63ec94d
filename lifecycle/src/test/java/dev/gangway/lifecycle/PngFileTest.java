package dev.gangway.lifecycle;

import static dev.gangway.lifecycle.PngMaker.SIDE;
import static dev.gangway.lifecycle.PngMaker.chunk;
import static dev.gangway.lifecycle.PngMaker.data;
import static dev.gangway.lifecycle.PngMaker.deflate;
import static dev.gangway.lifecycle.PngMaker.end;
import static dev.gangway.lifecycle.PngMaker.file;
import static dev.gangway.lifecycle.PngMaker.grey;
import static dev.gangway.lifecycle.PngMaker.greyHeader;
import static dev.gangway.lifecycle.PngMaker.greyRows;
import static dev.gangway.lifecycle.PngMaker.header;
import static dev.gangway.lifecycle.PngMaker.join;
import static dev.gangway.lifecycle.PngMaker.palette;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class PngFileTest {
    private static final byte[] NOTHING = {};

    @Nested
    class The_image_data {
        /// Width and height of the seven passes of a 1024x1024 image.
        private static final List<int[]> ADAM7 = List.of(
                new int[] {128, 128},
                new int[] {128, 128},
                new int[] {256, 128},
                new int[] {256, 256},
                new int[] {512, 256},
                new int[] {512, 512},
                new int[] {1024, 512});

        @ParameterizedTest
        @CsvSource({
            "0, 1, 1",
            "0, 2, 2",
            "0, 4, 4",
            "0, 8, 8",
            "0, 16, 16", // grey
            "2, 8, 24",
            "2, 16, 48", // truecolour
            "3, 1, 1",
            "3, 2, 2",
            "3, 4, 4",
            "3, 8, 8", // indexed
            "4, 8, 16",
            "4, 16, 32", // grey with alpha
            "6, 8, 32",
            "6, 16, 64", // truecolour with alpha
        })
        void has_as_many_bytes_as_colour_type_depth_and_interlacing_ask(int colour, int depth, int bitsPerPixel)
                throws IOException {
            byte[] before = colour == 3 ? palette(1 << depth) : NOTHING;
            int plainBytes = rowBytes(1024, bitsPerPixel) * 1024;
            int interlacedBytes = ADAM7.stream()
                    .mapToInt(pass -> rowBytes(pass[0], bitsPerPixel) * pass[1])
                    .sum();

            for (int interlace : new int[] {0, 1}) {
                byte[] header = header(SIDE, SIDE, depth, colour, interlace);
                int bytes = interlace == 0 ? plainBytes : interlacedBytes;
                byte[] right = file(header, before, data(new byte[bytes]), end());
                assertAccepted(right);
                assertThat(ImageIO.read(new ByteArrayInputStream(right))).isNotNull();
                assertRefused("less image data than pixels", header, before, data(new byte[bytes - 1]), end());
                assertRefused("more image data than pixels", header, before, data(new byte[bytes + 1]), end());
            }
        }

        private static int rowBytes(int width, int bitsPerPixel) {
            return 1 + (width * bitsPerPixel + 7) / 8; // the filter byte, and whole bytes of pixels
        }

        @ParameterizedTest
        @CsvSource({"0, true", "1, true", "2, true", "3, true", "4, true", "5, false", "127, false", "-128, false"})
        void has_one_of_five_filters_in_front_of_each_row(byte filter, boolean isAccepted) {
            byte[] rows = greyRows();
            rows[700 * (SIDE + 1)] = filter;
            if (isAccepted) {
                assertAccepted(file(greyHeader(), data(rows), end()));
            } else {
                assertRefused("no such row filter", greyHeader(), data(rows), end());
            }
        }

        @Test
        void may_come_in_any_number_of_chunks_even_empty_ones() {
            byte[] deflated = deflate(greyRows());
            int middle = deflated.length / 2;
            assertAccepted(file(
                    greyHeader(),
                    chunk("IDAT", NOTHING),
                    chunk("IDAT", Arrays.copyOf(deflated, 1)),
                    chunk("IDAT", Arrays.copyOfRange(deflated, 1, middle)),
                    chunk("IDAT", Arrays.copyOfRange(deflated, middle, deflated.length)),
                    chunk("IDAT", NOTHING),
                    end()));
        }

        @Test
        void comes_in_one_place() {
            byte[] deflated = deflate(greyRows());
            assertRefused(
                    "image data in several places",
                    greyHeader(),
                    chunk("IDAT", Arrays.copyOf(deflated, 100)),
                    chunk("tEXt", NOTHING),
                    chunk("IDAT", Arrays.copyOfRange(deflated, 100, deflated.length)),
                    end());
        }

        @Test
        void must_be_there() {
            assertRefused("less image data than pixels", greyHeader(), end());
            assertRefused("less image data than pixels", greyHeader(), chunk("IDAT", NOTHING), end());
        }

        @Test
        void comes_to_its_own_end() {
            byte[] deflated = deflate(greyRows());
            byte[] withoutChecksum = Arrays.copyOf(deflated, deflated.length - 4);
            assertRefused("less image data than pixels", greyHeader(), chunk("IDAT", withoutChecksum), end());
        }

        @Test
        void has_nothing_behind_its_end() {
            byte[] deflated = deflate(greyRows());
            String reason = "compressed data that is not image data";
            assertRefused(reason, greyHeader(), chunk("IDAT", join(deflated, new byte[1])), end());
            assertRefused(reason, greyHeader(), chunk("IDAT", deflated), chunk("IDAT", new byte[1]), end());
        }

        @Test
        void needs_no_dictionary() {
            byte[] withDictionary = {0x78, (byte) 0xbb, 0, 0, 0, 1, 0};
            assertRefused("compressed data that is not image data", greyHeader(), chunk("IDAT", withDictionary), end());
        }

        @Test
        void is_compressed() {
            assertRefused("image data that does not inflate", greyHeader(), chunk("IDAT", new byte[1000]), end());
        }
    }

    @Nested
    class The_header {
        @ParameterizedTest
        @CsvSource({"0, 3", "0, 0", "0, 24", "0, 32", "2, 4", "3, 16", "4, 4", "6, 2", "0, -1", "2, -128"})
        void has_no_depth_that_its_colour_type_has_not(int colour, int depth) {
            assertRefused("a header that no PNG has", header(SIDE, SIDE, depth, colour, 0), data(greyRows()), end());
        }

        @ParameterizedTest
        @ValueSource(ints = {1, 5, 7, 255})
        void has_one_of_five_colour_types(int colour) {
            assertRefused("no such colour type", header(SIDE, SIDE, 8, colour, 0), data(greyRows()), end());
        }

        @ParameterizedTest
        @ValueSource(ints = {2, 255})
        void has_one_of_two_ways_of_interlacing(int interlace) {
            assertRefused("a header that no PNG has", header(SIDE, SIDE, 8, 0, interlace), data(greyRows()), end());
        }

        @ParameterizedTest
        @ValueSource(ints = {10, 11}) // the compression method, and the filter method
        void has_the_one_method_that_there_is(int at) {
            byte[] data = Arrays.copyOfRange(greyHeader(), 8, 21);
            data[at] = 1;
            assertRefused("a header that no PNG has", chunk("IHDR", data), data(greyRows()), end());
        }

        @Test
        void may_claim_more_pixels_than_there_are_numbers() {
            assertRefused("-1x-1 pixels, not 1024x1024", header(-1, -1, 16, 6, 1), data(greyRows()), end());
        }

        @Test
        void comes_first_once_and_whole() {
            byte[] longHeader = chunk("IHDR", new byte[14]);
            assertRefused("does not begin with a header", data(greyRows()), end());
            assertRefused(
                    "does not begin with a header", chunk("tEXt", NOTHING), greyHeader(), data(greyRows()), end());
            assertRefused("does not begin with a header", longHeader, data(greyRows()), end());
            assertRefused("a chunk that must not be there", greyHeader(), greyHeader(), data(greyRows()), end());
        }
    }

    @Nested
    class A_palette {
        private final byte[] indexedHeader = header(SIDE, SIDE, 4, 3, 0);
        private final byte[] indexedData = data(new byte[SIDE * (1 + SIDE / 2)]);

        @ParameterizedTest
        @CsvSource({"1, true", "16, true", "17, false", "0, false", "257, false"})
        void of_an_indexed_image_has_as_many_entries_as_an_index_can_name(int entries, boolean isAccepted) {
            if (isAccepted) {
                assertAccepted(file(indexedHeader, palette(entries), indexedData, end()));
            } else {
                assertRefused("a palette of the wrong length", indexedHeader, palette(entries), indexedData, end());
            }
        }

        @Test
        void has_whole_entries() {
            assertRefused(
                    "a palette of the wrong length", indexedHeader, chunk("PLTE", new byte[4]), indexedData, end());
        }

        @Test
        void is_needed_before_the_data_of_an_indexed_image() {
            assertRefused("no palette", indexedHeader, indexedData, end());
            assertRefused("no palette", indexedHeader, indexedData, palette(16), end());
        }

        @Test
        void comes_once_and_before_the_data() {
            String reason = "a palette at the wrong place";
            assertRefused(reason, indexedHeader, palette(16), palette(16), indexedData, end());
            assertRefused(reason, indexedHeader, palette(16), indexedData, palette(16), end());
        }

        @Test
        void may_be_suggested_for_a_truecolour_image() {
            byte[] trueColour = header(SIDE, SIDE, 8, 2, 0);
            byte[] rows = data(new byte[SIDE * (1 + 3 * SIDE)]);
            assertAccepted(file(trueColour, palette(256), rows, end()));
            assertRefused("a palette of the wrong length", trueColour, palette(257), rows, end());
        }

        @Test
        void has_no_place_in_a_grey_image() {
            assertRefused("a palette of the wrong length", greyHeader(), palette(1), data(greyRows()), end());
        }
    }

    @Nested
    class A_chunk {
        @Test
        void that_says_more_about_the_image_is_skipped() {
            byte[] text = chunk("tEXt", "Title\0Harbour".getBytes(StandardCharsets.ISO_8859_1));
            assertAccepted(file(greyHeader(), text, data(greyRows()), text, end()));
        }

        @Test
        void that_a_decoder_must_understand_and_nobody_does_is_refused() {
            assertRefused(
                    "a chunk that must not be there", greyHeader(), chunk("SPEC", NOTHING), data(greyRows()), end());
        }

        @Test
        void has_the_checksum_of_its_content() {
            byte[] wrong = chunk("tEXt", new byte[5]);
            wrong[wrong.length - 1] ^= 1;
            assertRefused("a checksum does not match", greyHeader(), wrong, data(greyRows()), end());
        }

        @Test
        void is_not_longer_than_the_rest_of_the_file() {
            byte[] lying = chunk("tEXt", new byte[5]);
            lying[0] = 0x7f;
            assertRefused("cut off", greyHeader(), lying, data(greyRows()), end());
            lying[0] = (byte) 0xff;
            assertRefused("cut off", greyHeader(), lying, data(greyRows()), end());
        }
    }

    @Nested
    class The_end {
        @Test
        void must_be_there() {
            assertRefused("cut off", greyHeader(), data(greyRows()));
        }

        @Test
        void is_the_end() {
            assertRefused("more after the end", greyHeader(), data(greyRows()), end(), new byte[1]);
            assertRefused("more after the end", greyHeader(), data(greyRows()), end(), end());
            assertRefused("more after the end", greyHeader(), data(greyRows()), chunk("IEND", new byte[1]));
        }
    }

    @Nested
    class The_signature {
        @Test
        void begins_the_file() {
            assertBad("not a PNG", NOTHING);
            assertBad("not a PNG", new byte[7]);
            assertBad("not a PNG", Arrays.copyOfRange(grey(), 8, grey().length));
            assertBad("cut off", file());
        }
    }

    private static void assertAccepted(byte[] file) {
        assertThatCode(() -> PngFile.check(file, SIDE)).doesNotThrowAnyException();
    }

    private static void assertRefused(String reason, byte[]... chunks) {
        assertBad(reason, file(chunks));
    }

    private static void assertBad(String reason, byte[] file) {
        assertThatExceptionOfType(BadPng.class)
                .isThrownBy(() -> PngFile.check(file, SIDE))
                .withMessage(reason);
    }
}
