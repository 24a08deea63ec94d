package dev.gangway.provider;

import dev.gangway.base.ErrorCode;
import dev.gangway.base.ProblemException;
import java.util.Set;
import java.util.regex.Pattern;

/// What a provider may be called: it stands in URLs, package names and environment variables.
final class ProviderNames {
    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9-]{0,39}");
    private static final Set<String> OURS = Set.of(Providers.PARTNER, Providers.ADMIN);

    private ProviderNames() {}

    /// @throws ProblemException REQUEST_INVALID; STATE_CONFLICT for the names of our own documents
    static String checked(String name) {
        if (!NAME.matcher(name).matches()) {
            throw new ProblemException(
                    ErrorCode.REQUEST_INVALID,
                    "provider: 1 to 40 lower-case letters, digits and hyphens, a letter or digit first");
        }
        if (OURS.contains(name)) {
            throw new ProblemException(
                    ErrorCode.STATE_CONFLICT, "provider: " + name + " is this installation's own, and stays as it is");
        }
        return name;
    }
}
