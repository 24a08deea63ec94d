package dev.gangway.lifecycle;

import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/// Inflates a PNG's image data and counts it off against the rows that there should be, keeping none of it. Gives
/// up at the first byte too many, so a few KiB that would inflate to gigabytes cost no more than an honest logo.
/// Used by one thread; [#close()] frees the inflater's native memory.
final class PngPixels implements AutoCloseable {
    private static final int LAST_FILTER = 4; // none, sub, up, average, Paeth

    private final Inflater inflater = new Inflater();
    private final byte[] inflated = new byte[8 << 10];
    private final int[] rowBytes;
    private int row; // the one that begins next
    private int leftInRow; // bytes

    PngPixels(PngHeader header) {
        this.rowBytes = PngRows.bytes(header);
    }

    /// Takes the data of the next IDAT chunk.
    ///
    /// @throws BadPng when it does not inflate, or not to these rows
    void inflate(byte[] file, int start, int length) {
        inflater.setInput(file, start, length);
        try {
            int count;
            do {
                count = inflater.inflate(inflated);
                countOff(count);
            } while (count > 0);
        } catch (DataFormatException corrupt) {
            throw new BadPng("image data that does not inflate");
        }
        if (inflater.getRemaining() > 0) { // behind the end, or waiting for a dictionary, which PNG has not
            throw new BadPng("compressed data that is not image data");
        }
    }

    private void countOff(int count) {
        int at = 0;
        while (at < count) {
            if (leftInRow == 0) {
                beginRow(inflated[at]);
                at++;
            } else {
                int step = Math.min(leftInRow, count - at);
                leftInRow -= step;
                at += step;
            }
        }
    }

    private void beginRow(byte filter) {
        if (row == rowBytes.length) {
            throw new BadPng("more image data than pixels");
        }
        if (filter < 0 || filter > LAST_FILTER) {
            throw new BadPng("no such row filter");
        }
        leftInRow = rowBytes[row];
        row++;
    }

    /// Says that no IDAT chunk follows.
    ///
    /// @throws BadPng when rows are missing or the data has not come to its end
    void finish() {
        if (row < rowBytes.length || leftInRow > 0 || !inflater.finished()) {
            throw new BadPng("less image data than pixels");
        }
    }

    @Override
    public void close() {
        inflater.end();
    }
}
