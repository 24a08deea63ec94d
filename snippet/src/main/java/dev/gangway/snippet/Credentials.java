package dev.gangway.snippet;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gangway.openapi.OperationModel.Media;
import dev.gangway.openapi.OperationModel.Parameter;
import dev.gangway.openapi.OperationModel.Place;
import dev.gangway.openapi.Row;
import dev.gangway.openapi.SecurityScheme;
import dev.gangway.snippet.HttpCall.Header;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.SequencedMap;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Who calls: the gateway's token, or placeholders of the provider's own credentials. Whatever else was filled in where
/// a
/// credential travels is left out.
///
/// @param body members that the body gets
/// @param known every place where one of the provider's credentials may travel
record Credentials(
        List<Header> headers,
        HttpCall.@Nullable Basic basic,
        List<Text> query,
        List<Text> cookies,
        SequencedMap<String, Value> body,
        Set<String> known) {

    static Credentials of(SnippetCall call) {
        Set<String> known = call.schemes().stream()
                .map(scheme -> key(scheme.where(), scheme.parameter()))
                .collect(Collectors.toSet());
        return switch (call.via()) {
            case Via.Gateway _ ->
                new Credentials(
                        List.of(new Header("Authorization", bearer(Variables.TOKEN))),
                        null,
                        List.of(),
                        List.of(),
                        new LinkedHashMap<>(),
                        known);
            case Via.Direct _ -> direct(call, known);
        };
    }

    private static Credentials direct(SnippetCall call, Set<String> known) {
        Variables variables = new Variables(call.provider());
        List<Header> headers = new ArrayList<>();
        List<Text> query = new ArrayList<>();
        List<Text> cookies = new ArrayList<>();
        SequencedMap<String, Value> body = new LinkedHashMap<>();
        HttpCall.Basic basic = null;
        for (SecurityScheme scheme : chosen(call)) {
            String variable = variables.name(scheme);
            String name = scheme.parameter();
            switch (scheme.where()) {
                case HEADER -> headers.add(new Header(name, value(call, Place.HEADER, scheme, variable)));
                case QUERY ->
                    query.add(Text.of(Percent.encode(name) + "=").plus(value(call, Place.QUERY, scheme, variable)));
                case COOKIE -> cookies.add(Text.of(name + "=").plus(value(call, Place.COOKIE, scheme, variable)));
                case BODY -> body.put(name, new Value.Variable(variable));
                case BEARER, OAUTH2 -> headers.add(new Header("Authorization", bearer(variable)));
                case BASIC -> basic = new HttpCall.Basic(variables.name("username"), variable);
            }
        }
        return new Credentials(headers, basic, query, cookies, body, known);
    }

    /// The first of the sets of which one is needed.
    private static List<SecurityScheme> chosen(SnippetCall call) {
        if (call.operation().security().isEmpty()) {
            return List.of();
        }
        List<String> names = call.operation().security().getFirst().schemes();
        return call.schemes().stream()
                .filter(scheme -> names.contains(scheme.name()))
                .toList();
    }

    /// What was filled in for a member of the set that is no secret, such as a version; else the variable.
    private static Text value(SnippetCall call, Place place, SecurityScheme scheme, String variable) {
        JsonNode given = call.parameters().get(new At(place, scheme.parameter()));
        if (scheme.secret()
                || given == null
                || !given.isValueNode()
                || given.asText().isEmpty()) {
            return Text.variable(variable);
        }
        String text = given.asText();
        return Text.of(place == Place.QUERY ? Percent.encode(text) : text.replaceAll("\\p{Cntrl}+", " "));
    }

    private static Text bearer(String variable) {
        return Text.of("Bearer ").plus(Text.variable(variable));
    }

    /// Whether the parameter carries a credential.
    boolean covers(Parameter parameter) {
        String name = parameter.name();
        return !parameter.row().credential().isEmpty()
                || switch (parameter.place()) {
                    case HEADER -> known.contains(key(SecurityScheme.Where.HEADER, name));
                    case QUERY -> known.contains(key(SecurityScheme.Where.QUERY, name));
                    case COOKIE -> known.contains(key(SecurityScheme.Where.COOKIE, name));
                    case PATH -> false;
                };
    }

    /// Names of the members at the top of a body that carry credentials.
    static Set<String> members(Media media, List<SecurityScheme> schemes) {
        Stream<String> marked = media.rows().stream()
                .filter(row -> row.parent() == 0 && !row.credential().isEmpty())
                .map(Row::name);
        Stream<String> said = schemes.stream()
                .filter(scheme -> scheme.where() == SecurityScheme.Where.BODY)
                .map(SecurityScheme::parameter);
        return Stream.concat(marked, said).collect(Collectors.toSet());
    }

    private static String key(SecurityScheme.Where where, String name) {
        return where + " " + (where == SecurityScheme.Where.HEADER ? name.toLowerCase(Locale.ROOT) : name);
    }
}
