package dev.gangway.lifecycle;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.*;

final class PngMaker {
    static byte[] image(int type, int width, int height) {
        return write(type, width, height, "png", false);
    }

    static byte[] interlaced(int type) {
        return write(type, 1024, 1024, "png", true);
    }

    static byte[] jpeg() {
        return write(BufferedImage.TYPE_3BYTE_BGR, 1024, 1024, "jpeg", false);
    }

    private static byte[] write(int type, int width, int height, String format, boolean interlaced) {
        BufferedImage image = new BufferedImage(width, height, type);
        var g = image.createGraphics();
        g.setColor(Color.ORANGE);
        g.fillOval(width / 8, height / 8, width / 2, height / 2);
        g.dispose();
        ImageWriter writer = ImageIO.getImageWritersByFormatName(format).next();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (var out = ImageIO.createImageOutputStream(bytes)) {
            writer.setOutput(out);
            ImageWriteParam param = writer.getDefaultWriteParam();
            if (interlaced) param.setProgressiveMode(ImageWriteParam.MODE_DEFAULT);
            writer.write(null, new IIOImage(image, null, null), param);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }
}
