package dev.gangway.lifecycle;

import java.nio.ByteBuffer;

/// A PNG's header (IHDR), with values that the specification allows together.
///
/// @param width in pixels, as the file claims
/// @param height in pixels, likewise
/// @param depth bits per sample, or per palette index
/// @param isInterlaced whether the rows come in the seven passes of Adam7
record PngHeader(int width, int height, int depth, Colour colour, boolean isInterlaced) {
    static final int BYTES = 13;

    private static final int MOST_PALETTE_ENTRIES = 256;

    /// The file's colour types, and the depths of each as a set of bits: every depth is a power of two.
    enum Colour {
        GREY(0, 1, 1 | 2 | 4 | 8 | 16),
        TRUECOLOUR(2, 3, 8 | 16),
        INDEXED(3, 1, 1 | 2 | 4 | 8),
        GREY_WITH_ALPHA(4, 2, 8 | 16),
        TRUECOLOUR_WITH_ALPHA(6, 4, 8 | 16);

        private final int code;
        private final int samplesPerPixel;
        private final int depths;

        Colour(int code, int samplesPerPixel, int depths) {
            this.code = code;
            this.samplesPerPixel = samplesPerPixel;
            this.depths = depths;
        }

        private boolean allows(int depth) {
            return Integer.bitCount(depth) == 1 && (depths & depth) != 0;
        }

        private static Colour of(int code) {
            for (Colour colour : values()) {
                if (colour.code == code) {
                    return colour;
                }
            }
            throw new BadPng("no such colour type");
        }
    }

    /// Reads the 13 bytes of an IHDR chunk.
    ///
    /// @throws BadPng on values that no PNG has
    static PngHeader of(ByteBuffer chunk) {
        int width = chunk.getInt();
        int height = chunk.getInt();
        int depth = chunk.get();
        Colour colour = Colour.of(chunk.get());
        int compression = chunk.get();
        int filter = chunk.get();
        int interlace = chunk.get();
        boolean isInterlaceKnown = interlace == 0 || interlace == 1;
        if (!colour.allows(depth) || compression != 0 || filter != 0 || !isInterlaceKnown) {
            throw new BadPng("a header that no PNG has");
        }
        return new PngHeader(width, height, depth, colour, interlace == 1);
    }

    int bitsPerPixel() {
        return depth * colour.samplesPerPixel;
    }

    boolean needsPalette() {
        return colour == Colour.INDEXED;
    }

    /// How many entries a palette may have: none where pixels are grey, and no more than an index can name. A
    /// truecolour image may suggest one.
    int mostPaletteEntries() {
        return switch (colour) {
            case GREY, GREY_WITH_ALPHA -> 0;
            case INDEXED -> 1 << depth;
            case TRUECOLOUR, TRUECOLOUR_WITH_ALPHA -> MOST_PALETTE_ENTRIES;
        };
    }
}
