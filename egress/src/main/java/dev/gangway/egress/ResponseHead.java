package dev.gangway.egress;

import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The status of an answer, and how its body is framed (RFC 9112). All other headers are nobody's concern.
///
/// @param status three digits
/// @param chunked whether the body comes in chunks
/// @param length of the body in bytes; [Long#MAX_VALUE] when it ends with the connection
record ResponseHead(int status, boolean chunked, long length) {
    private static final Pattern STATUS_LINE = Pattern.compile("HTTP/1\\.[01] ([1-9][0-9]{2})( .*)?");
    private static final Pattern LENGTH = Pattern.compile("[0-9]{1,18}");
    private static final int LARGEST = 32 << 10; // bytes, interim answers included

    /// Reads up to the blank line, passing over interim answers (100 Continue, 103 Early Hints).
    static ResponseHead read(InputStream in) throws IOException {
        LineReader lines = new LineReader(in, LARGEST);
        ResponseHead head = one(lines);
        while (head.status < 200 && head.status != 101) { // nothing follows a switch of protocols
            head = one(lines);
        }
        return head;
    }

    private static ResponseHead one(LineReader lines) throws IOException {
        Matcher statusLine = STATUS_LINE.matcher(lines.next());
        if (!statusLine.matches()) {
            throw new IOException("the answer is not HTTP/1.1");
        }
        int status = Integer.parseInt(statusLine.group(1));
        boolean chunked = false;
        long length = status == 204 || status == 304 ? 0 : Long.MAX_VALUE;
        for (String line = lines.next(); !line.isEmpty(); line = lines.next()) {
            int colon = Math.max(0, line.indexOf(':'));
            String name = line.substring(0, colon).toLowerCase(Locale.ROOT);
            String value = line.substring(Math.min(line.length(), colon + 1)).strip();
            if (name.equals("transfer-encoding")) {
                chunked = value.toLowerCase(Locale.ROOT).endsWith("chunked");
            } else if (name.equals("content-length") && LENGTH.matcher(value).matches()) {
                length = Math.min(length, Long.parseLong(value));
            }
        }
        return new ResponseHead(status, chunked, length);
    }
}
