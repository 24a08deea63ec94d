package dev.gangway.bench;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;

/// Faults below JSON: bytes that are cut, doubled, swapped, or no UTF-8.
final class ByteFaults {
    private static final List<byte[]> STRANGERS = List.of(
            new byte[] {(byte) 0xff},
            new byte[] {(byte) 0xc0, (byte) 0x80}, // NUL, too long
            new byte[] {(byte) 0xed, (byte) 0xa0, (byte) 0x80}, // half of a surrogate pair
            new byte[] {0},
            ascii("\\ud800"),
            ascii("\\u0000"),
            ascii("\\x41"),
            ascii(","),
            ascii("}"),
            ascii("\""),
            ascii("NaN"),
            ascii("/* */"),
            ascii("{\"company_name\": 1}"));

    private ByteFaults() {}

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    /// A copy with one fault.
    static byte[] in(byte[] bytes, RandomGenerator random) {
        int at = random.nextInt(bytes.length);
        return switch (random.nextInt(5)) {
            case 0 -> Arrays.copyOf(bytes, at);
            case 1 -> {
                byte[] flipped = bytes.clone();
                flipped[at] ^= (byte) (1 << random.nextInt(Byte.SIZE));
                yield flipped;
            }
            case 2 ->
                join(bytes, at, Arrays.copyOfRange(bytes, at, Math.min(bytes.length, at + random.nextInt(1, 64))));
            case 3 ->
                join(bytes, random.nextBoolean() ? 0 : bytes.length, STRANGERS.get(random.nextInt(STRANGERS.size())));
            default -> join(bytes, at, STRANGERS.get(random.nextInt(STRANGERS.size())));
        };
    }

    private static byte[] join(byte[] bytes, int at, byte[] more) {
        ByteArrayOutputStream joined = new ByteArrayOutputStream(bytes.length + more.length);
        joined.write(bytes, 0, at);
        joined.writeBytes(more);
        joined.write(bytes, at, bytes.length - at);
        return joined.toByteArray();
    }
}
