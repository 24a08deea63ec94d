package dev.gangway.explorer;

import dev.gangway.provider.Provider;
import dev.gangway.provider.SearchResults;
import java.util.List;

/// The explorer's first page.
///
/// @param providers all of them
/// @param found what the query found
record HomePage(List<Provider> providers, Found found) {
    /// @param query as typed; empty: nothing was looked for
    /// @param limit how many hits are shown at most
    record Found(String query, SearchResults results, int limit) {
        boolean isAsked() {
            return !query.isEmpty();
        }

        boolean isEmpty() {
            return results.hits().isEmpty();
        }

        String summary() {
            int count = results.hits().size();
            if (count == 0) {
                return "Nothing found for " + query;
            }
            String many = count == limit ? "The first " + count : count == 1 ? "One" : String.valueOf(count);
            String what = many + (count == 1 ? " operation" : " operations");
            return results.corrected() ? what + " for " + String.join(" ", results.words()) : what;
        }
    }
}
