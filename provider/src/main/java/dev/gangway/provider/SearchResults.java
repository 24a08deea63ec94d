package dev.gangway.provider;

import java.util.List;

/// What a search found, the best first.
///
/// @param words what was looked for: the words as typed, those that begin so, or those that were meant; lower case
/// @param corrected whether a word was taken for a misspelt one
public record SearchResults(List<SearchHit> hits, List<String> words, boolean corrected) {
    static final SearchResults NONE = new SearchResults(List.of(), List.of(), false);
}
