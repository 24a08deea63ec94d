package dev.gangway.provider;

import dev.gangway.base.WorldId;
import dev.gangway.openapi.OperationModel;
import dev.gangway.storage.Database;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Finds operations by what they are called and by what is in them. Every word that is typed may be the beginning
/// of one; a word that begins none is taken for a misspelt one. What a word stands for is settled first, among the
/// words that there are (docs/adr/0010): what is asked of the entries is then exact, and its cost known.
final class Search {
    private static final Logger LOG = LoggerFactory.getLogger(Search.class);
    private static final int MOST_TERMS = 8;
    private static final int MOST_BEGINNINGS = 12;
    private static final int MOST_SIMILAR = 60;
    private static final int MOST_MEANT = 4;
    private static final int SHORTEST_MISSPELT = 4; // characters
    private static final double[] SIMILARITIES = {0.45, 0.2}; // nearly all errors leave so much; short words less
    private static final int LONG = 8; // characters of a word in which two errors are forgiven
    private static final int LONGEST_QUERY = 200; // characters

    private static final Pattern UNWRITABLE = Pattern.compile("[\\p{Cc}\\p{Cs}]"); // PostgreSQL takes no NUL

    private final Database database;
    private final SearchStore store = new SearchStore();
    private final boolean trigrams;

    Search(Database database) {
        this.database = database;
        database.run(store::prepareTrigrams);
        this.trigrams = database.read(store::hasTrigrams);
        if (!trigrams) {
            LOG.atWarn()
                    .log("the database has no pg_trgm, or may not create it: search forgives no typing error in the"
                            + " first letter of a word");
        }
    }

    /// Makes the operations of `provider` what is found of it.
    void index(Handle tx, WorldId world, String provider, List<OperationModel> operations) {
        remove(tx, world, provider);
        Map<String, Boolean> words = new TreeMap<>();
        for (int at = 0; at < operations.size(); at += 500) {
            List<SearchEntry> entries = operations.subList(at, Math.min(at + 500, operations.size())).stream()
                    .map(SearchEntry::of)
                    .toList();
            store.insertEntries(tx, world, provider, entries);
            entries.forEach(entry -> {
                entry.others().forEach(word -> words.putIfAbsent(word, false));
                entry.names().keySet().forEach(word -> words.put(word, true));
            });
        }
        store.insertWords(tx, world, provider, words);
    }

    void remove(Handle tx, WorldId world, String provider) {
        store.deleteEntries(tx, world, provider);
        store.deleteWords(tx, world, provider);
    }

    /// @param provider only of this one; null for all
    SearchResults find(WorldId world, String query, @Nullable String provider, int limit) {
        String typed = UNWRITABLE.matcher(query).replaceAll(" ").strip();
        String bounded = typed.length() > LONGEST_QUERY ? typed.substring(0, LONGEST_QUERY) : typed;
        List<String> words =
                Words.of(bounded).stream().distinct().limit(MOST_TERMS).toList();
        if (words.isEmpty()) {
            return SearchResults.NONE;
        }
        return database.transaction(tx -> new Lookup(tx, world, provider, limit).find(bounded, words));
    }

    private final class Lookup {
        private final Handle tx;
        private final WorldId world;
        private final @Nullable String provider;
        private final int limit;
        private final Map<String, SearchHit> hits = new LinkedHashMap<>();
        private final Set<String> meant = new LinkedHashSet<>();
        private boolean corrected;

        Lookup(Handle tx, WorldId world, @Nullable String provider, int limit) {
            this.tx = tx;
            this.world = world;
            this.provider = provider;
            this.limit = limit;
        }

        SearchResults find(String typed, List<String> words) {
            add(store.exact(tx, world, provider, Words.joined(typed), typed, limit));
            List<String> groups = groups(words).toList();
            String all = String.join(" & ", groups);
            String any = words.stream().map(Search::quoted).collect(Collectors.joining(" | "));
            String whole = whole(typed, words);
            String query = whole.isEmpty() ? all : "(" + all + ") | " + whole;
            List<Supplier<List<SearchHit>>> steps = List.of(
                    () -> store.named(tx, world, provider, query, any, limit),
                    () -> store.having(tx, world, provider, query, any, limit));
            for (var step : steps) {
                if (hits.size() < limit) {
                    add(step.get());
                }
            }
            for (String fewer : fewer(groups)) {
                if (hits.isEmpty()) {
                    add(store.named(tx, world, provider, fewer, any, limit));
                }
            }
            return new SearchResults(hits.values().stream().limit(limit).toList(), List.copyOf(meant), corrected);
        }

        /// What is asked when nothing has all of the words: for all but one, then for any.
        private static List<String> fewer(List<String> groups) {
            String any = String.join(" | ", groups);
            return switch (groups.size()) {
                case 1 -> List.of();
                case 2 -> List.of(any);
                default -> List.of(allButOne(groups), any);
            };
        }

        private static String allButOne(List<String> groups) {
            return IntStream.range(0, groups.size())
                    .mapToObj(without -> IntStream.range(0, groups.size())
                            .filter(at -> at != without)
                            .mapToObj(groups::get)
                            .collect(Collectors.joining(" & ", "(", ")")))
                    .collect(Collectors.joining(" | "));
        }

        private void add(List<SearchHit> found) {
            found.forEach(hit ->
                    hits.putIfAbsent(hit.provider() + "/" + hit.operation().id(), hit));
        }

        /// For each word that was typed, those that it may stand for.
        private Stream<String> groups(List<String> words) {
            return words.stream()
                    .map(word -> standsFor(word).stream().map(Search::quoted).collect(Collectors.joining(" | ")))
                    .map(group -> "(" + group + ")");
        }

        /// What was typed in one piece may be the beginning of one name: `requirements_d`.
        private String whole(String typed, List<String> words) {
            String joined = Words.joined(typed);
            if (words.size() < 2 || typed.indexOf(' ') >= 0) {
                return "";
            }
            return beginnings(joined).stream().map(Search::quoted).collect(Collectors.joining(" | "));
        }

        private List<String> standsFor(String word) {
            List<String> beginnings = beginnings(word);
            List<String> words = beginnings.isEmpty() ? misspelt(word) : beginnings;
            meant.addAll(words);
            return words.isEmpty() ? List.of(word) : words;
        }

        /// Most long words are several in one, such as whole ids, and what has one has its first word as well: they are
        /// wanted only where more was typed than that.
        private List<String> beginnings(String prefix) {
            List<String> words = store.beginning(tx, world, provider, prefix, MOST_BEGINNINGS);
            if (words.contains(prefix) || words.size() == MOST_BEGINNINGS) {
                return words;
            }
            List<String> rest = store.longBeginning(tx, world, provider, prefix, MOST_BEGINNINGS - words.size());
            return Stream.concat(words.stream(), rest.stream()).toList();
        }

        private List<String> misspelt(String word) {
            boolean number = word.chars().allMatch(Character::isDigit); // which is not misspelt but another
            if (number || word.length() < SHORTEST_MISSPELT) {
                return List.of();
            }
            int most = word.length() < LONG ? 1 : 2;
            Stream<Supplier<List<String>>> looks = trigrams
                    ? DoubleStream.of(SIMILARITIES).mapToObj(similarity -> () -> similar(word, similarity, most))
                    : Stream.of(() -> store.neighbours(tx, world, provider, word, most));
            List<String> found = looks.map(look -> look.get().stream()
                            .filter(one -> Spelling.errors(word, one) <= most)
                            .limit(MOST_MEANT)
                            .toList())
                    .filter(words -> !words.isEmpty())
                    .findFirst()
                    .orElse(List.of());
            corrected |= !found.isEmpty();
            return found;
        }

        private List<String> similar(String word, double similarity, int most) {
            store.loosen(tx, similarity);
            return store.similar(tx, world, provider, word, word.length() + most, MOST_SIMILAR);
        }
    }

    private static String quoted(String word) {
        return "'" + word + "'";
    }
}
