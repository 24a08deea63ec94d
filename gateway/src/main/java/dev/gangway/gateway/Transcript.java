package dev.gangway.gateway;

import dev.gangway.base.RawExchange.Header;
import dev.gangway.egress.HeaderField;
import dev.gangway.egress.TargetUrl;
import dev.gangway.openapi.Masking;
import dev.gangway.openapi.OperationModel;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A request and its answer for people to read: first line, header lines, an empty line, the body. Credentials, and
/// what is called like one, are masked.
public record Transcript(String request, String response) {
    static Transcript of(Wanted wanted, WholeCall.Exchanged exchanged) {
        return new Transcript(request(wanted, exchanged), response(exchanged.answered()));
    }

    private static String request(Wanted wanted, WholeCall.Exchanged exchanged) {
        Injection injection = exchanged.ready().injection();
        OperationModel operation = exchanged.answered().operation().orElse(null);
        Stream<Header> headers = Forwarding.headers(wanted.headers(), injection, false).stream()
                .map(field -> new Header(field.name(), filledIn(field, injection) ? Masking.MASK : field.value()));
        return text(
                wanted.method() + " " + url(wanted, exchanged.ready()),
                headers,
                Masks.request(exchanged.sent(), operation, injection.literals()),
                injection.literals());
    }

    private static String url(Wanted wanted, Ready ready) {
        Injection injection = ready.injection();
        TargetUrl origin = ready.destination().origin();
        String[] resource = Forwarding.resource(wanted.path(), Optional.of(wanted.query()), injection)
                .split("[?]", 2);
        return (origin.encrypted() ? "https://" : "http://")
                + origin.authority()
                + Masks.path(
                        ready.destination().base() + resource[0],
                        resource.length == 1 ? "" : resource[1],
                        injection.literals(),
                        injection.queryNames());
    }

    private static boolean filledIn(HeaderField field, Injection injection) {
        String name = field.name().toLowerCase(Locale.ROOT);
        return injection.headerNames().contains(name) || name.equals("cookie");
    }

    private static String response(Answered answered) {
        return text("HTTP " + answered.status(), answered.headers().stream(), answered.masked(), answered.literals());
    }

    private static String text(String first, Stream<Header> headers, String body, List<String> literals) {
        String lines = headers.map(header -> header.name() + ": " + shown(header) + "\n")
                .collect(Collectors.joining());
        return first + "\n" + Masking.text(lines, literals) + (body.isEmpty() ? "" : "\n" + body);
    }

    private static String shown(Header header) {
        return header.name().equalsIgnoreCase("set-cookie") || Masking.isSecretName(header.name())
                ? Masking.MASK
                : header.value();
    }
}
