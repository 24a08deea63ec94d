package dev.gangway.access;

import dev.gangway.base.Secret;

/// A token that was just created, the only time that its text can be seen.
///
/// @param text `gwt_` and 40 letters and digits
public record IssuedToken(AccessToken token, Secret text) {}
