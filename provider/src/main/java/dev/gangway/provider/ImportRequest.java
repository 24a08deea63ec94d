package dev.gangway.provider;

import dev.gangway.base.ErrorCode;
import dev.gangway.base.ProblemException;
import dev.gangway.openapi.ReadOptions;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/// The body of an import: exactly one of `url`, `document` and `compressed`.
///
/// @param compressed gzip, in base64: a document of 20 MB would be too large for a request
/// @param source the name of the file, for people
record ImportRequest(
        @Nullable String url,
        @Nullable String document,
        @Nullable String compressed,
        @Nullable String source) {

    /// The URL, when it is all that was given.
    String checked(String given) {
        requireOne();
        return given;
    }

    String file() {
        return source == null ? "" : source.strip();
    }

    /// The document that was given.
    ///
    /// @throws ProblemException REQUEST_INVALID when there is none, more than one, or more than is read of it
    byte[] bytes() {
        requireOne();
        return document == null ? inflated(String.valueOf(compressed)) : document.getBytes(StandardCharsets.UTF_8);
    }

    private void requireOne() {
        if (Stream.of(url, document, compressed).filter(Objects::nonNull).count() != 1) {
            throw new ProblemException(
                    ErrorCode.REQUEST_INVALID,
                    "give a URL or a document (exactly one of url, document and compressed)");
        }
    }

    private static byte[] inflated(String base64) {
        int most = ReadOptions.STANDARD.mostBytes();
        try (GZIPInputStream in =
                new GZIPInputStream(new ByteArrayInputStream(Base64.getDecoder().decode(base64)))) {
            byte[] bytes = in.readNBytes(most + 1);
            if (bytes.length > most) {
                throw new ProblemException(ErrorCode.REQUEST_INVALID, "compressed: more than " + most + " bytes");
            }
            return bytes;
        } catch (IOException | IllegalArgumentException malformed) {
            throw new ProblemException(ErrorCode.REQUEST_INVALID, "compressed: must be gzip in base64");
        }
    }
}
