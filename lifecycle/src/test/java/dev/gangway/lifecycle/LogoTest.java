package dev.gangway.lifecycle;

import static java.awt.image.BufferedImage.TYPE_3BYTE_BGR;
import static java.awt.image.BufferedImage.TYPE_4BYTE_ABGR;
import static java.awt.image.BufferedImage.TYPE_BYTE_BINARY;
import static java.awt.image.BufferedImage.TYPE_BYTE_GRAY;
import static java.awt.image.BufferedImage.TYPE_BYTE_INDEXED;
import static java.awt.image.BufferedImage.TYPE_USHORT_GRAY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.lifecycle.Logo.Accepted;
import dev.gangway.lifecycle.Logo.Refused;
import java.util.Base64;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

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
        void of_1024_by_1024_is_accepted_as_it_is(int type) {
            byte[] png = PngMaker.image(type, 1024, 1024);
            assertThat(check(png))
                    .isInstanceOfSatisfying(
                            Accepted.class,
                            accepted -> assertThat(accepted.png()).isEqualTo(png));
        }

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
        void may_be_interlaced(int type) {
            assertThat(check(PngMaker.interlaced(type))).isInstanceOf(Accepted.class);
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

    static Logo check(byte[] file) {
        return Logo.check(Base64.getEncoder().encodeToString(file));
    }
}
