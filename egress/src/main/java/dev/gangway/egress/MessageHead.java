package dev.gangway.egress;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The head of an answer with all its headers, and how its body is framed (RFC 9112). Framing that two readers could
/// take two ways is refused.
///
/// @param length of the body; -1: unknown, ends with the chunks or the connection
/// @param lasting whether the connection can be used again after the body
record MessageHead(int status, List<HeaderField> headers, boolean chunked, long length, boolean lasting) {
    private static final int LARGEST = 64 << 10; // bytes, interim answers included
    private static final Set<String> OF_THE_CONNECTION =
            Set.of("connection", "keep-alive", "proxy-connection", "transfer-encoding", "trailer", "upgrade");

    /// Reads up to the blank line, passing over interim answers.
    ///
    /// @param method of the request: an answer to HEAD has no body
    static MessageHead read(InputStream in, String method) throws IOException {
        LineReader lines = new LineReader(in, LARGEST);
        MessageHead head = one(lines, method);
        while (head.status < 200) {
            head = one(lines, method);
        }
        return head;
    }

    private static MessageHead one(LineReader lines, String method) throws IOException {
        String first = lines.next();
        int status = status(first);
        List<HeaderField> headers = new ArrayList<>();
        for (String line = lines.next(); !line.isEmpty(); line = lines.next()) {
            headers.add(field(line));
        }
        boolean bodiless = method.equals("HEAD") || status < 200 || status == 204 || status == 304;
        String encoding = joined(headers, "transfer-encoding");
        long declared = declared(headers);
        boolean chunked = encoding.equals("chunked");
        if (!encoding.isEmpty() && (!chunked || declared >= 0)) {
            throw new IOException("its body is framed in two ways or in an unknown one");
        }
        boolean untilTheEnd = !bodiless && !chunked && declared < 0;
        Set<String> connection = options(joined(headers, "connection"));
        boolean lasting = first.startsWith("HTTP/1.1") && !connection.contains("close") && !untilTheEnd;
        headers.removeIf(field -> concerns(connection, lower(field)));
        return new MessageHead(status, List.copyOf(headers), chunked && !bodiless, bodiless ? 0 : declared, lasting);
    }

    private static int status(String line) throws IOException {
        boolean plain = line.length() >= 12
                && (line.startsWith("HTTP/1.1 ") || line.startsWith("HTTP/1.0 "))
                && (line.length() == 12 || line.charAt(12) == ' ');
        try {
            int status = plain ? Integer.parseInt(line, 9, 12, 10) : 0;
            if (status >= 100 && status != 101) { // nobody asked to switch protocols
                return status;
            }
        } catch (NumberFormatException notAStatus) {
            // refused below
        }
        throw new IOException("the answer is not HTTP/1.1");
    }

    private static HeaderField field(String line) throws IOException {
        int colon = line.indexOf(':');
        try {
            return new HeaderField(
                    line.substring(0, Math.max(0, colon)),
                    line.substring(colon + 1).strip());
        } catch (IllegalArgumentException malformed) {
            throw new IOException("a header of the answer is malformed");
        }
    }

    private static long declared(List<HeaderField> headers) throws IOException {
        long length = -1;
        for (HeaderField field : headers) {
            if (field.is("content-length")) {
                long value = number(field.value());
                if (length >= 0 && value != length) {
                    throw new IOException("it declares two lengths");
                }
                length = value;
            }
        }
        return length;
    }

    private static long number(String text) throws IOException {
        if (text.isEmpty() || text.length() > 18 || !text.chars().allMatch(sign -> sign >= '0' && sign <= '9')) {
            throw new IOException("its length is not a number");
        }
        return Long.parseLong(text);
    }

    private static String joined(List<HeaderField> headers, String name) {
        StringBuilder all = new StringBuilder();
        for (HeaderField field : headers) {
            if (field.is(name)) {
                all.append(all.isEmpty() ? "" : ",").append(field.value().toLowerCase(Locale.ROOT));
            }
        }
        return all.toString();
    }

    /// Whether a header is for us alone: always, or because `connection` names it.
    private static boolean concerns(Set<String> connection, String name) {
        return OF_THE_CONNECTION.contains(name) || connection.contains(name);
    }

    /// What a list between commas holds.
    private static Set<String> options(String list) {
        return list.indexOf(',') < 0
                ? Set.of(list)
                : Stream.of(list.split(",", -1)).map(String::strip).collect(Collectors.toSet());
    }

    private static String lower(HeaderField field) {
        return field.name().toLowerCase(Locale.ROOT);
    }
}
