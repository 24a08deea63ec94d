package dev.gangway.gateway;

import dev.gangway.base.Secret;
import dev.gangway.egress.HeaderField;
import dev.gangway.openapi.SecurityScheme;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// What a connection fills into each request, and what of the caller's it replaces. Pure.
///
/// @param headers set on every request
/// @param cookies `name=value`
/// @param query appended, percent-encoded
/// @param members of a JSON body, by name
/// @param headerNames in lower case: what a caller sends under these never reaches the upstream
/// @param queryNames likewise
/// @param bodyNames members that a caller may not send at all
/// @param literals values that are masked wherever they appear
record Injection(
        List<HeaderField> headers,
        List<String> cookies,
        List<String> query,
        Map<String, String> members,
        Set<String> headerNames,
        Set<String> queryNames,
        Set<String> bodyNames,
        List<String> literals) {

    /// @param schemes all that the provider knows
    /// @param values by the name of their scheme
    /// @param bodyNames members of bodies that carry credentials, beside those of the schemes
    static Injection of(List<SecurityScheme> schemes, Map<String, Secret> values, Set<String> bodyNames) {
        List<HeaderField> headers = new ArrayList<>();
        List<String> cookies = new ArrayList<>();
        List<String> query = new ArrayList<>();
        Map<String, String> members = new LinkedHashMap<>();
        Set<String> headerNames = new HashSet<>();
        Set<String> queryNames = new HashSet<>();
        Set<String> refused = new HashSet<>(bodyNames);
        List<String> literals = new ArrayList<>();
        for (SecurityScheme scheme : schemes) {
            String name = scheme.parameter();
            switch (scheme.where()) {
                case HEADER, BEARER, BASIC, OAUTH2 -> headerNames.add(name.toLowerCase(Locale.ROOT));
                case QUERY -> queryNames.add(name);
                case BODY -> refused.add(name);
                case COOKIE -> {}
            }
            Secret value = values.get(scheme.name());
            if (value == null) {
                continue;
            }
            String text = value.reveal();
            if (scheme.secret()) {
                literals.add(text);
            }
            switch (scheme.where()) {
                case HEADER -> headers.add(new HeaderField(name, text));
                case BEARER, OAUTH2 -> headers.add(new HeaderField(name, "Bearer " + text));
                case BASIC -> headers.add(new HeaderField(name, "Basic " + base64(text)));
                case QUERY -> query.add(encoded(name) + "=" + encoded(text));
                case COOKIE -> cookies.add(name + "=" + text);
                case BODY -> members.put(name, text);
            }
        }
        return new Injection(headers, cookies, query, members, headerNames, queryNames, refused, literals);
    }

    /// The same, masking more.
    Injection hiding(List<String> more) {
        List<String> all = new ArrayList<>(literals);
        all.addAll(more);
        return new Injection(headers, cookies, query, members, headerNames, queryNames, bodyNames, all);
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /// Whether bodies have to be looked into at all.
    boolean looksIntoBodies() {
        return !bodyNames.isEmpty();
    }
}
