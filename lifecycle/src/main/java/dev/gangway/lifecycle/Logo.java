package dev.gangway.lifecycle;

import java.util.Base64;

/// What the check of a logo comes to. A logo is a PNG of 1024 by 1024 pixels, smaller than 4 MiB, that decodes.
public sealed interface Logo {
    /// Upper bound of the decoded file's bytes, exclusive: 4 MiB.
    int TOO_MANY_BYTES = 4 << 20;

    /// Width and height in pixels.
    int SIDE = 1024;

    /// @param png the decoded file; every byte of it was checked
    record Accepted(byte[] png) implements Logo {}

    /// @param reason what is wrong, such as `1x1 pixels, not 1024x1024`; the wire has its own, fixed words
    record Refused(String reason) implements Logo {}

    /// Checks a logo as it comes on the wire: base64 (RFC 4648 section 4, padded, without line breaks) and nothing
    /// around it, so a `data:` URL is refused. Takes memory for the decoded file and a few KiB more, whatever the
    /// file would inflate to.
    static Logo check(String base64) {
        int padding = base64.endsWith("==") ? 2 : base64.endsWith("=") ? 1 : 0;
        if (base64.length() / 4 * 3L - padding >= TOO_MANY_BYTES) {
            return new Refused("4 MiB or more");
        }
        if (base64.length() % 4 != 0) {
            return new Refused("not base64"); // the decoder lets missing padding pass
        }
        try {
            byte[] png = Base64.getDecoder().decode(base64);
            PngFile.check(png, SIDE);
            return new Accepted(png);
        } catch (IllegalArgumentException notBase64) {
            return new Refused("not base64");
        } catch (BadPng bad) {
            return new Refused(bad.reason());
        }
    }
}
