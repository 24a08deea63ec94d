package dev.gangway.oauth;

import dev.gangway.egress.HeaderField;
import dev.gangway.oauth.TokenSource.Authentication;
import dev.gangway.oauth.TokenSource.Grant;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// The request to a token endpoint: a form (RFC 6749, 4.4.2 and 6). Pure.
record TokenRequest(TokenSource source, TokenSecrets secrets) {
    List<HeaderField> headers() {
        List<HeaderField> headers = new ArrayList<>();
        headers.add(new HeaderField("Content-Type", "application/x-www-form-urlencoded"));
        headers.add(new HeaderField("Accept", "application/json"));
        if (source.authentication() == Authentication.BASIC) {
            headers.add(new HeaderField("Authorization", "Basic " + client()));
        }
        return headers;
    }

    byte[] body() {
        Map<String, String> form = new LinkedHashMap<>();
        switch (source.grant()) {
            case CLIENT_CREDENTIALS -> form.put("grant_type", "client_credentials");
            case REFRESH_TOKEN -> {
                form.put("grant_type", "refresh_token");
                form.put("refresh_token", refreshToken());
            }
        }
        if (source.scope() != null) {
            form.put("scope", source.scope());
        }
        if (source.authentication() == Authentication.BODY) {
            form.put("client_id", source.clientId());
            form.put("client_secret", secrets.clientSecret().reveal());
        }
        return form.entrySet().stream()
                .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
                .collect(Collectors.joining("&"))
                .getBytes(StandardCharsets.US_ASCII);
    }

    private String refreshToken() {
        if (secrets.refreshToken() == null) {
            throw new IllegalStateException("the grant " + Grant.REFRESH_TOKEN + " needs a refresh token");
        }
        return secrets.refreshToken().reveal();
    }

    /// Both halves are encoded before they are joined (RFC 6749, 2.3.1).
    private String client() {
        String pair = encoded(source.clientId()) + ":"
                + encoded(secrets.clientSecret().reveal());
        return Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.US_ASCII));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
