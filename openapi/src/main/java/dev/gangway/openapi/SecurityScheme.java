package dev.gangway.openapi;

/// One credential, and where it travels.
///
/// @param name what the document calls it
/// @param description sanitised HTML; may be empty
/// @param where how it is sent
/// @param parameter the header, query parameter, cookie or body member that carries it; `Authorization` for
///     HTTP schemes
/// @param secret whether its value is sealed and masked; a version header, for instance, is not secret
public record SecurityScheme(String name, String description, Where where, String parameter, boolean secret) {
    /// `BEARER`, `BASIC` and `OAUTH2` are the Authorization header in their own form. `BODY`: a member of the JSON
    /// body, such as `client_id`, where a document says so and nowhere else.
    public enum Where {
        HEADER,
        QUERY,
        COOKIE,
        BODY,
        BEARER,
        BASIC,
        OAUTH2
    }

    /// Whether its value may be an access token that is fetched.
    public boolean takesBearerTokens() {
        return where == Where.BEARER || where == Where.OAUTH2;
    }
}
