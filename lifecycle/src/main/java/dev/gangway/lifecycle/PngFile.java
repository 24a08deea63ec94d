package dev.gangway.lifecycle;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;

/// Walks the chunks of a PNG file (W3C PNG Specification, third edition, section 5) and holds each to the rules
/// that a decoder needs. Stricter than most decoders: unknown critical chunks, anything after IEND and anything
/// after the end of the compressed data are refused, so that a logo is nothing but an image. Used by one thread.
final class PngFile {
    private static final long SIGNATURE = 0x89_50_4E_47_0D_0A_1A_0AL; // \x89 PNG \r \n \x1a \n
    private static final int FRAME = 12; // bytes around a chunk's data: length, type and checksum
    private static final int PALETTE_ENTRY = 3; // bytes: red, green, blue

    private record Chunk(String type, int start, int length) {
        /// A decoder that does not know a critical chunk cannot show the image.
        boolean isCritical() {
            return Character.isUpperCase(type.charAt(0));
        }
    }

    private final byte[] bytes;
    private final ByteBuffer file;

    private PngFile(byte[] bytes) {
        this.bytes = bytes;
        this.file = ByteBuffer.wrap(bytes);
    }

    /// Returns when the file is a PNG of `side` by `side` pixels that decodes.
    ///
    /// @throws BadPng when it is anything else
    static void check(byte[] bytes, int side) {
        PngFile png = new PngFile(bytes);
        PngHeader header = png.header();
        if (header.width() != side || header.height() != side) {
            throw new BadPng("%dx%d pixels, not %dx%d".formatted(header.width(), header.height(), side, side));
        }
        try (PngPixels pixels = new PngPixels(header)) {
            png.body(header, pixels);
        }
    }

    private PngHeader header() {
        if (file.remaining() < Long.BYTES || file.getLong() != SIGNATURE) {
            throw new BadPng("not a PNG");
        }
        Chunk first = next();
        require(first.type().equals("IHDR") && first.length() == PngHeader.BYTES, "does not begin with a header");
        return PngHeader.of(file.slice(first.start(), first.length()));
    }

    private void body(PngHeader header, PngPixels pixels) {
        boolean hasPalette = false;
        boolean hasPixels = false;
        String before = "IHDR";
        while (true) {
            Chunk chunk = next();
            switch (chunk.type()) {
                case "PLTE" -> {
                    require(!hasPalette && !hasPixels, "a palette at the wrong place");
                    requirePalette(header, chunk.length());
                    hasPalette = true;
                }
                case "IDAT" -> {
                    require(hasPalette || !header.needsPalette(), "no palette");
                    require(!hasPixels || before.equals("IDAT"), "image data in several places");
                    pixels.inflate(bytes, chunk.start(), chunk.length());
                    hasPixels = true;
                }
                case "IEND" -> {
                    pixels.finish();
                    require(chunk.length() == 0 && !file.hasRemaining(), "more after the end");
                    return;
                }
                default -> require(!chunk.isCritical(), "a chunk that must not be there");
            }
            before = chunk.type();
        }
    }

    private static void requirePalette(PngHeader header, int length) {
        int entries = length / PALETTE_ENTRY;
        boolean isWhole = length % PALETTE_ENTRY == 0;
        require(isWhole && entries >= 1 && entries <= header.mostPaletteEntries(), "a palette of the wrong length");
    }

    /// The chunk at the file's position, which moves behind it. Its checksum has been compared.
    private Chunk next() {
        require(file.remaining() >= FRAME, "cut off");
        int length = file.getInt();
        require(length >= 0 && length <= file.remaining() - (FRAME - Integer.BYTES), "cut off");
        int typeStart = file.position();
        CRC32 checksum = new CRC32();
        checksum.update(bytes, typeStart, Integer.BYTES + length);
        file.position(typeStart + Integer.BYTES + length);
        require(file.getInt() == (int) checksum.getValue(), "a checksum does not match");
        String type = new String(bytes, typeStart, Integer.BYTES, StandardCharsets.ISO_8859_1);
        return new Chunk(type, typeStart + Integer.BYTES, length);
    }

    private static void require(boolean isMet, String otherwise) {
        if (!isMet) {
            throw new BadPng(otherwise);
        }
    }
}
