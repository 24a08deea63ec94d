package dev.gangway.lifecycle;

import java.util.Base64;

/// What the check of a logo comes to: a PNG of 1024 by 1024 pixels, smaller than 4 MiB, that decodes.
public sealed interface Logo {
    /// Upper bound of the decoded bytes, exclusive: 4 MiB.
    int TOO_MANY_BYTES = 4 << 20;

    /// @param png the decoded file, every byte of it checked
    record Accepted(byte[] png) implements Logo {}

    /// @param reason what is wrong with it, such as `1x1 pixels, not 1024x1024`; for logs, the wire has its own words
    record Refused(String reason) implements Logo {}

    /// Checks a logo as it comes on the wire: base64 (RFC 4648 section 4, padded, without line breaks) and nothing
    /// around it, so a `data:` URL is refused. Takes memory for the file itself and a few KiB more, whatever the
    /// file claims to inflate to.
    static Logo check(String base64) {
        if (base64.length() / 4 * 3L - 2 >= TOO_MANY_BYTES) {
            return new Refused("4 MiB or more");
        }
        if (base64.length() % 4 != 0) {
            return new Refused("not base64"); // the decoder would let missing padding pass
        }
        try {
            byte[] png = Base64.getDecoder().decode(base64);
            if (png.length >= TOO_MANY_BYTES) {
                return new Refused("4 MiB or more");
            }
            return new Refused("logos are not read yet");
        } catch (IllegalArgumentException notBase64) {
            return new Refused("not base64");
        }
    }
}
