package dev.gangway.snippet;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gangway.openapi.OperationModel;
import dev.gangway.openapi.OperationModel.Media;
import dev.gangway.openapi.OperationModel.Parameter;
import dev.gangway.openapi.OperationModel.Place;
import dev.gangway.snippet.HttpCall.Header;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Makes the request that goes over the wire from what was filled in: each value in its place and style, each secret a
/// variable.
final class Composer {
    /// What OpenAPI says that parameters cannot set.
    private static final Set<String> RESERVED =
            Set.of("accept", "content-type", "authorization", "content-length", "host");

    private final SnippetCall call;
    private final Variables variables;
    private final Credentials credentials;

    private Composer(SnippetCall call) {
        this.call = call;
        this.variables = new Variables(call.provider());
        this.credentials = Credentials.of(call);
    }

    static HttpCall compose(SnippetCall call) {
        return new Composer(call).compose();
    }

    private HttpCall compose() {
        OperationModel operation = call.operation();
        Optional<Media> media = media(call);
        HttpCall.Payload payload = Payloads.of(call, media, credentials);
        List<Header> headers = new ArrayList<>(credentials.headers());
        contentType(media, payload).ifPresent(type -> headers.add(new Header("Content-Type", Text.of(type))));
        given(Place.HEADER)
                .filter(given -> !RESERVED.contains(given.parameter().name().toLowerCase(Locale.ROOT)))
                .map(given ->
                        new Header(given.parameter().name(), inOneLine(Styles.plain(given.parameter(), given.value()))))
                .forEach(headers::add);
        cookies().ifPresent(cookies -> headers.add(new Header("Cookie", cookies)));
        return new HttpCall(
                operation.method(),
                url(),
                List.copyOf(headers),
                credentials.basic(),
                payload,
                Downloads.file(operation));
    }

    /// The media type that the call is about.
    static Optional<Media> media(SnippetCall call) {
        return Optional.ofNullable(call.operation().body())
                .map(body -> body.content().stream()
                        .filter(media -> media.type().equals(call.type()))
                        .findFirst()
                        .orElse(body.preferred()));
    }

    private static Optional<String> contentType(Optional<Media> media, HttpCall.Payload payload) {
        return switch (payload) {
            case HttpCall.Payload.None _, HttpCall.Payload.Multipart _ -> Optional.empty();
            case HttpCall.Payload.Form _ -> Optional.of("application/x-www-form-urlencoded");
            case HttpCall.Payload.Json _, HttpCall.Payload.Content _, HttpCall.Payload.Plain _ ->
                media.map(Media::type).map(type -> type.contains("*") ? "application/octet-stream" : type);
        };
    }

    private record Given(Parameter parameter, Value value) {}

    private Stream<Given> given(Place place) {
        return call.operation().parameters().stream()
                .filter(parameter -> parameter.place() == place)
                .filter(parameter -> !credentials.covers(parameter))
                .flatMap(parameter -> {
                    JsonNode value = call.parameters().get(new At(place, parameter.name()));
                    return value == null || value.isNull()
                            ? Stream.empty()
                            : Stream.of(new Given(parameter, new Masks(parameter.rows(), variables).read(value)));
                });
    }

    private Text url() {
        Text url = Text.of(base());
        String path = call.operation().path();
        List<Given> given = given(Place.PATH).toList();
        int at = 0;
        while (at < path.length()) {
            int open = path.indexOf('{', at);
            int close = open < 0 ? -1 : path.indexOf('}', open);
            if (close < 0) {
                url = url.plus(path.substring(at));
                break;
            }
            String name = path.substring(open + 1, close);
            url = url.plus(path.substring(at, open))
                    .plus(given.stream()
                            .filter(one -> one.parameter().name().equals(name))
                            .findFirst()
                            .map(one -> Styles.path(one.parameter(), one.value()))
                            .orElseGet(() -> Text.of(Variables.capitals(name))));
            at = close + 1;
        }
        List<Text> query = new ArrayList<>();
        given(Place.QUERY).forEach(one -> query.addAll(Styles.query(one.parameter(), one.value())));
        query.addAll(credentials.query());
        for (int index = 0; index < query.size(); index++) {
            url = url.plus(index == 0 ? "?" : "&").plus(query.get(index));
        }
        return url;
    }

    private String base() {
        return switch (call.via()) {
            case Via.Gateway(String url, String connection) ->
                withoutSlash(url) + "/gateway/" + Percent.encode(connection);
            case Via.Direct(String server) -> withoutSlash(server);
        };
    }

    private static String withoutSlash(String url) {
        String bare = url.replaceFirst("^(https?://)[^/@]*@", "$1"); // a password may stand before the host
        return bare.endsWith("/") ? bare.substring(0, bare.length() - 1) : bare;
    }

    private Optional<Text> cookies() {
        Stream<Text> own = given(Place.COOKIE)
                .map(one -> Text.of(one.parameter().name() + "=")
                        .plus(inOneLine(Styles.plain(one.parameter(), one.value()))));
        return Stream.concat(own, credentials.cookies().stream())
                .reduce((a, b) -> a.plus("; ").plus(b));
    }

    /// A line break in a header would be a second header.
    static Text inOneLine(Text text) {
        return text.map(literal -> literal.replaceAll("\\p{Cntrl}+", " "));
    }
}
