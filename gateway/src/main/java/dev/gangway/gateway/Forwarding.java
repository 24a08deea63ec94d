package dev.gangway.gateway;

import dev.gangway.base.RawExchange.Header;
import dev.gangway.egress.HeaderField;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What of a caller's request goes on to the upstream: everything, but for what concerns this connection alone
/// (RFC 9110, 7.6.1), what identifies the caller to us, and what the credentials replace. Pure.
final class Forwarding {
    /// `Host` and the framing are written anew; `Expect` was answered here; cookies are ours.
    private static final Set<String> NEVER = Set.of(
            "connection",
            "keep-alive",
            "proxy-authenticate",
            "proxy-authorization",
            "proxy-connection",
            "te",
            "trailer",
            "transfer-encoding",
            "upgrade",
            "host",
            "content-length",
            "expect",
            "authorization",
            "cookie");

    /// What a browser says of its page; and that the answer may be packed, for then nothing could be masked in it.
    private static final Set<String> OF_A_BROWSER = Set.of("origin", "referer", "accept-encoding");

    private Forwarding() {}

    /// Whether no caller's header of that name goes on, whoever sends it.
    static boolean isOurs(String header) {
        String name = header.toLowerCase(Locale.ROOT);
        return NEVER.contains(name) || name.startsWith("gangway-");
    }

    /// @param visitor whether a signed-in browser sends it
    /// @throws IllegalArgumentException when a header could be read in two ways
    static List<HeaderField> headers(List<Header> given, Injection injection, boolean visitor) {
        Set<String> named = new HashSet<>();
        for (Header header : given) {
            if (header.name().equalsIgnoreCase("connection")) {
                Stream.of(header.value().split(",", -1))
                        .map(name -> name.strip().toLowerCase(Locale.ROOT))
                        .forEach(named::add);
            }
        }
        List<HeaderField> sent = new ArrayList<>();
        for (Header header : given) {
            String name = header.name().toLowerCase(Locale.ROOT);
            boolean ours = isOurs(name)
                    || named.contains(name)
                    || injection.headerNames().contains(name)
                    || (visitor && (OF_A_BROWSER.contains(name) || name.startsWith("sec-")));
            if (!ours) {
                sent.add(new HeaderField(header.name(), header.value()));
            }
        }
        sent.addAll(injection.headers());
        if (!injection.cookies().isEmpty()) {
            sent.add(new HeaderField("Cookie", String.join("; ", injection.cookies())));
        }
        return sent;
    }

    /// Path and query as they leave.
    static String resource(String path, Optional<String> given, Injection injection) {
        String query = query(given, injection);
        return query.isEmpty() ? path : path + "?" + query;
    }

    /// The query with the credentials in it; what the caller sent under their names is left out.
    private static String query(Optional<String> given, Injection injection) {
        if (given.isEmpty() && injection.query().isEmpty()) {
            return "";
        }
        Stream<String> kept = given.stream()
                .flatMap(text -> Arrays.stream(text.split("&", -1)))
                .filter(pair -> !pair.isEmpty() && !injection.queryNames().contains(decoded(pair.split("=", 2)[0])));
        return Stream.concat(kept, injection.query().stream()).collect(Collectors.joining("&"));
    }

    /// Whether a path stays below the upstream's own base: no step of it leads up, however it is written.
    static boolean staysBelow(String path) {
        if (path.indexOf('.') < 0 && path.indexOf('%') < 0) {
            return true; // as nearly all do: no step is a dot
        }
        return Arrays.stream(path.split("/", -1))
                .map(segment -> decoded(segment).replace('\\', '/'))
                .flatMap(segment -> Arrays.stream(segment.split("/", -1)))
                .noneMatch(segment -> segment.equals(".") || segment.equals("..") || segment.startsWith("..;"));
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException brokenEscape) {
            return text;
        }
    }

    /// What of an upstream's answer goes back.
    ///
    /// @param visitor whether a signed-in browser gets it: then no upstream may set cookies on our own pages, and
    ///     where it redirects to has another name, or the browser would go there instead of showing it
    static List<Header> answered(List<HeaderField> given, boolean visitor) {
        List<Header> back = new ArrayList<>(given.size() + 2);
        for (HeaderField field : given) {
            boolean ours = visitor && (field.is("set-cookie") || field.is("clear-site-data"));
            if (!ours && !field.is("content-length")) {
                String name = visitor && field.is("location") ? "Gangway-Location" : field.name();
                back.add(new Header(name, field.value()));
            }
        }
        return back;
    }
}
