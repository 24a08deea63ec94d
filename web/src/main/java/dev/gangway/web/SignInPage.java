package dev.gangway.web;

/// What is said about signing in.
enum SignInPage {
    /// How it is done.
    HELP(200, "Sign in with a link"),
    /// A link that works.
    BUTTON(200, "Sign in"),
    /// One that does not.
    GONE(410, "This link no longer works");

    private final int status;
    private final String title;

    SignInPage(int status, String title) {
        this.status = status;
        this.title = title;
    }

    int status() {
        return status;
    }

    String title() {
        return title;
    }
}
