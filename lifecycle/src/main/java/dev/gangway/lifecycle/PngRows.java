package dev.gangway.lifecycle;

import java.util.List;
import java.util.stream.IntStream;

/// The rows of a PNG's image data as they follow each other in the file (specification, section 8). An interlaced
/// image comes in seven passes, each an image of its own.
final class PngRows {
    /// Every `acrossStep`th pixel of every `downStep`th row, from the given start.
    private record Pass(int across, int acrossStep, int down, int downStep) {
        IntStream rowBytes(PngHeader header) {
            int width = picked(header.width(), across, acrossStep);
            int rows = picked(header.height(), down, downStep);
            int bytes = (width * header.bitsPerPixel() + Byte.SIZE - 1) / Byte.SIZE;
            return IntStream.generate(() -> bytes).limit(width == 0 ? 0 : rows);
        }

        private static int picked(int length, int start, int step) {
            return (length - start + step - 1) / step;
        }
    }

    private static final List<Pass> WHOLE = List.of(new Pass(0, 1, 0, 1));
    private static final List<Pass> ADAM7 = List.of(
            new Pass(0, 8, 0, 8),
            new Pass(4, 8, 0, 8),
            new Pass(0, 4, 4, 8),
            new Pass(2, 4, 0, 4),
            new Pass(0, 2, 2, 4),
            new Pass(1, 2, 0, 2),
            new Pass(0, 1, 1, 2));

    private PngRows() {}

    /// The bytes of each row, without the filter byte in front of it. As long as the image is high, or up to
    /// twice that: for headers whose size has been checked.
    static int[] bytes(PngHeader header) {
        return (header.isInterlaced() ? ADAM7 : WHOLE)
                .stream().flatMapToInt(pass -> pass.rowBytes(header)).toArray();
    }
}
