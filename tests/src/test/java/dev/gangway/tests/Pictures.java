package dev.gangway.tests;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import javax.imageio.ImageIO;

/// Pictures as a caller would send them, in base64.
final class Pictures {
    private static final int SIDE = 1024; // pixels

    private Pictures() {}

    /// A logo that is accepted.
    static String logo() {
        return picture("png", SIDE);
    }

    /// @param format `png` or `jpg`
    /// @param side width and height, in pixels
    static String picture(String format, int side) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            ImageIO.write(new BufferedImage(side, side, BufferedImage.TYPE_INT_RGB), format, out);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return Base64.getEncoder().encodeToString(out.toByteArray());
    }
}
