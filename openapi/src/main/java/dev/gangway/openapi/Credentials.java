package dev.gangway.openapi;

import dev.gangway.openapi.OperationModel.Media;
import dev.gangway.openapi.OperationModel.Parameter;
import dev.gangway.openapi.OperationModel.Place;
import java.util.List;
import java.util.Locale;

/// Marks the rows that carry a credential of the operation. A header or query parameter does when it is the one
/// that the scheme names; a member at the top of a body does when it is called as the scheme or its parameter is,
/// whatever the spelling: Plaid's `client_id` is the scheme `clientId`, whose header is `PLAID-CLIENT-ID`.
final class Credentials {
    private final List<SecurityScheme> schemes;

    Credentials(List<SecurityScheme> schemes) {
        this.schemes = schemes;
    }

    Parameter marked(Parameter parameter) {
        for (SecurityScheme scheme : schemes) {
            if (isCarriedBy(scheme, parameter.place()) && parameter.name().equalsIgnoreCase(scheme.parameter())) {
                List<Row> rows = parameter.rows().stream()
                        .map(row -> row.carrying(scheme.name(), scheme.secret()))
                        .toList();
                return new Parameter(parameter.place(), parameter.style(), parameter.explode(), rows);
            }
        }
        return parameter;
    }

    private static boolean isCarriedBy(SecurityScheme scheme, Place place) {
        return switch (scheme.where()) {
            case HEADER, BEARER, BASIC, OAUTH2 -> place == Place.HEADER;
            case QUERY -> place == Place.QUERY;
            case COOKIE -> place == Place.COOKIE;
            case BODY -> false;
        };
    }

    Media marked(Media media) {
        if (schemes.isEmpty()) {
            return media;
        }
        return new Media(media.type(), media.rows().stream().map(this::marked).toList(), media.examples());
    }

    private Row marked(Row row) {
        if (row.parent() != 0 || row.role() != Row.Role.MEMBER || !isText(row)) {
            return row;
        }
        for (SecurityScheme scheme : schemes) {
            if (isKey(scheme) && isCalled(row.name(), scheme)) {
                return row.carrying(scheme.name(), scheme.secret());
            }
        }
        return row;
    }

    private static boolean isText(Row row) {
        return row.type() == Row.Type.STRING && row.values().isEmpty();
    }

    private static boolean isKey(SecurityScheme scheme) {
        return switch (scheme.where()) {
            case HEADER, QUERY, COOKIE, BODY -> true;
            case BEARER, BASIC, OAUTH2 -> false;
        };
    }

    private static boolean isCalled(String member, SecurityScheme scheme) {
        String letters = letters(member);
        return !letters.isEmpty()
                && (letters.equals(letters(scheme.name())) || letters.equals(letters(scheme.parameter())));
    }

    private static String letters(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
    }
}
