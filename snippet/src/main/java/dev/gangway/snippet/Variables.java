package dev.gangway.snippet;

import dev.gangway.openapi.SecurityScheme;
import java.util.Locale;

/// Names of environment variables: they begin with the provider's, once.
record Variables(String provider) {
    static final String TOKEN = "GANGWAY_TOKEN";

    /// `PLAID_SECRET` for `secret`, and for `PLAID-SECRET`.
    String name(String what) {
        String prefix = capitals(provider);
        String name = capitals(what);
        String whole = name.equals(prefix) || name.startsWith(prefix + "_") ? name : prefix + "_" + name;
        return Character.isDigit(whole.charAt(0)) ? "_" + whole : whole;
    }

    String name(SecurityScheme scheme) {
        return switch (scheme.where()) {
            case HEADER, QUERY, COOKIE, BODY -> name(scheme.parameter());
            case BEARER, OAUTH2 -> name("token");
            case BASIC -> name("password");
        };
    }

    static String capitals(String text) {
        String words = text.replaceAll("([a-z0-9])([A-Z])", "$1_$2").replaceAll("[^A-Za-z0-9]+", "_");
        String name = words.replaceAll("^_+|_+$", "").toUpperCase(Locale.ROOT);
        return name.isEmpty() ? "VALUE" : name;
    }
}
