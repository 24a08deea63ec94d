package dev.gangway.registration;

/// Why a registration stands still, as `errors` shows it under the code `OAUTH_REGISTRATION_ERROR`.
///
/// @param message such as `application logo is required`
/// @param requestId 15 letters and digits: the request that found it, or an id of its own when no request did
public record RegistrationProblem(String message, String requestId) {
    /// The one problem that a logo solves, whether the review found it or the sandbox made it up.
    public static final String LOGO_REQUIRED = "application logo is required";

    boolean isSolvedByLogo() {
        return message.equals(LOGO_REQUIRED);
    }
}
