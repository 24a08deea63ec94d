package dev.gangway.webhook;

import com.fasterxml.jackson.annotation.JsonUnwrapped;

/// What became of a test delivery, as the admin API shows it.
///
/// @param delivered whether the receiver answered with 2xx
record TestView(boolean delivered, @JsonUnwrapped AttemptView attempt) {}
