package dev.gangway.lifecycle;

import static java.awt.image.BufferedImage.TYPE_3BYTE_BGR;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;

/// Image files for tests: real ones, drawn and written by the JDK, and PNGs put together chunk by chunk, right or
/// wrong.
final class PngMaker {
    static final int SIDE = 1024;

    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
    private static final byte[] NOTHING = {};

    private PngMaker() {}

    /// A drawing as a PNG.
    ///
    /// @param type one of [BufferedImage]'s, which decides colour type and depth
    static byte[] image(int type, int width, int height) {
        return write(type, width, height, "png", ImageWriteParam.MODE_DISABLED);
    }

    static byte[] interlaced(int type) {
        return write(type, SIDE, SIDE, "png", ImageWriteParam.MODE_DEFAULT);
    }

    static byte[] jpeg() {
        return write(TYPE_3BYTE_BGR, SIDE, SIDE, "jpeg", ImageWriteParam.MODE_DISABLED);
    }

    private static byte[] write(int type, int width, int height, String format, int progressiveMode) {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        ImageWriter writer = ImageIO.getImageWritersByFormatName(format).next();
        try (ImageOutputStream output = ImageIO.createImageOutputStream(file)) {
            ImageWriteParam settings = writer.getDefaultWriteParam();
            settings.setProgressiveMode(progressiveMode);
            writer.setOutput(output);
            writer.write(null, new IIOImage(drawing(type, width, height), null, null), settings);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        } finally {
            writer.dispose();
        }
        return file.toByteArray();
    }

    private static BufferedImage drawing(int type, int width, int height) {
        BufferedImage image = new BufferedImage(width, height, type);
        Graphics2D pen = image.createGraphics();
        pen.setColor(Color.ORANGE);
        pen.fillOval(width / 8, height / 8, width / 2, height / 2);
        pen.dispose();
        return image;
    }

    /// The signature, then what is given.
    static byte[] file(byte[]... chunks) {
        return join(SIGNATURE, join(chunks));
    }

    /// A chunk with the right length and checksum.
    static byte[] chunk(String type, byte[] data) {
        byte[] typed = join(type.getBytes(StandardCharsets.ISO_8859_1), data);
        CRC32 checksum = new CRC32();
        checksum.update(typed);
        return join(word(data.length), join(typed, word((int) checksum.getValue())));
    }

    static byte[] header(int width, int height, int depth, int colour, int interlace) {
        byte[] rest = {(byte) depth, (byte) colour, 0, 0, (byte) interlace};
        return chunk("IHDR", join(word(width), join(word(height), rest)));
    }

    /// The header of the plainest logo: one byte per pixel, grey.
    static byte[] greyHeader() {
        return header(SIDE, SIDE, 8, 0, 0);
    }

    static byte[] palette(int entries) {
        return chunk("PLTE", new byte[entries * 3]);
    }

    /// Image data, compressed into one chunk.
    static byte[] data(byte[] rows) {
        return chunk("IDAT", deflate(rows));
    }

    /// The image data that belongs to [#greyHeader()].
    static byte[] greyRows() {
        return new byte[SIDE * (1 + SIDE)];
    }

    static byte[] end() {
        return chunk("IEND", NOTHING);
    }

    /// The plainest logo.
    static byte[] grey() {
        return file(greyHeader(), data(greyRows()), end());
    }

    static byte[] deflate(byte[] bytes) {
        ByteArrayOutputStream deflated = new ByteArrayOutputStream();
        Deflater fast = new Deflater(Deflater.BEST_SPEED);
        try (DeflaterOutputStream output = new DeflaterOutputStream(deflated, fast)) {
            output.write(bytes);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        } finally {
            fast.end();
        }
        return deflated.toByteArray();
    }

    static byte[] join(byte[]... parts) {
        ByteArrayOutputStream joined = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            joined.writeBytes(part);
        }
        return joined.toByteArray();
    }

    private static byte[] word(int value) {
        return ByteBuffer.allocate(Integer.BYTES).putInt(value).array();
    }
}
