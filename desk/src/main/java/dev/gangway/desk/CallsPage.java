package dev.gangway.desk;

import dev.gangway.access.AccessToken;
import dev.gangway.base.Page;
import dev.gangway.gateway.CallFilter;
import dev.gangway.gateway.CallRecord;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A page of the call log, newest first.
record CallsPage(Page<CallRecord> calls, CallFilter filter, List<String> connections, List<AccessToken> tokens) {
    /// Where calls are taken along as an HTTP Archive.
    static final String ARCHIVE = "/calls.har";

    /// The next page under the same filter, if there is one.
    Optional<String> more() {
        return Optional.ofNullable(calls.next())
                .map(cursor -> Tab.CALLS + "?after=" + cursor + (query().isEmpty() ? "" : "&" + query()));
    }

    /// All calls under the filter, for other tools.
    String export() {
        return ARCHIVE + (query().isEmpty() ? "" : "?" + query());
    }

    /// The run whose calls are shown, which is no token to choose; empty for none.
    String run() {
        return CallPage.run(filter.caller());
    }

    boolean isFiltered() {
        return !filter.equals(CallFilter.ALL);
    }

    private String query() {
        String named = one("connection", filter.connection())
                + one("operation", filter.operation())
                + one("caller", filter.caller())
                + one("q", filter.text())
                + (filter.failed() ? "&failed=true" : "");
        return named.isEmpty() ? "" : named.substring(1);
    }

    private static String one(String name, @Nullable String value) {
        return value == null ? "" : "&" + name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    /// Who called, as people know them.
    String caller(CallRecord call) {
        return CallPage.caller(call, tokens);
    }
}
