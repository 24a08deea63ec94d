package dev.gangway.provider;

import dev.gangway.base.WorldId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;

/// What is searched, at rest: an entry for each operation, and every word that leads to one.
final class SearchStore {
    private static final int CANDIDATES = 1_000; // of which the best are shown
    private static final String LAST = "\uDBFF\uDFFF"; // code point that there is
    private static final int SHORT = 20; // characters of a word that may be in the indexes of short ones
    private static final String IS_SHORT = "length(word) <= 20"; // as in the indexes
    private static final String IS_LONG = "length(word) > 16"; // what is too long for the one is found by the other

    /// Makes `pg_trgm` ready, which knows misspelt words. A database that lacks it, or where this role may create
    /// neither the extension nor its index, goes on without.
    void prepareTrigrams(Handle tx) {
        tx.execute("""
                do $$
                begin
                  create extension if not exists pg_trgm;
                  create index if not exists word_trigram_short on provider.word
                    using gin (word gin_trgm_ops) where length(word) <= 20;
                  create index if not exists word_trigram_long on provider.word
                    using gin (word gin_trgm_ops) where length(word) > 16;
                  drop index if exists provider.word_trigram;
                exception when others then
                  raise log 'gangway searches without pg_trgm: %', sqlerrm;
                end
                $$
                """);
    }

    boolean hasTrigrams(Handle tx) {
        return tx.createQuery("select to_regclass('provider.word_trigram_long') is not null")
                .mapTo(Boolean.class)
                .one();
    }

    void insertEntries(Handle tx, WorldId world, String provider, List<SearchEntry> entries) {
        PreparedBatch batch = tx.prepareBatch("""
                insert into provider.entry (world_id, provider, operation, method, path, summary, heading, deprecated,
                                            exact, fields, names, everything)
                values (:world, :provider, :operation, :method, :path, :summary, :heading, :deprecated,
                        :exact, :fields, :names::tsvector, :everything::tsvector)
                """);
        for (SearchEntry entry : entries) {
            batch.bind("world", world.value())
                    .bind("provider", provider)
                    .bind("operation", entry.operation().id())
                    .bind("method", entry.operation().method())
                    .bind("path", entry.operation().path())
                    .bind("summary", entry.operation().summary())
                    .bind("heading", entry.operation().group())
                    .bind("deprecated", entry.operation().deprecated())
                    .bind("exact", entry.exact())
                    .bind("fields", entry.fields())
                    .bind("names", entry.namesVector())
                    .bind("everything", entry.everythingVector())
                    .add();
        }
        batch.execute();
    }

    /// @param words whether each is in names
    void insertWords(Handle tx, WorldId world, String provider, Map<String, Boolean> words) {
        tx.createUpdate("""
                insert into provider.word (world_id, provider, word, named)
                select :world, :provider, word, named
                  from unnest(:words, :named) as given (word, named)
                """)
                .bind("world", world.value())
                .bind("provider", provider)
                .bindArray("words", String.class, List.copyOf(words.keySet()))
                .bindArray("named", Boolean.class, List.copyOf(words.values()))
                .execute();
    }

    void deleteEntries(Handle tx, WorldId world, String provider) {
        tx.createUpdate("delete from provider.entry where world_id = :world and provider = :provider")
                .bind("world", world.value())
                .bind("provider", provider)
                .execute();
    }

    /// Index: `word_provider`.
    void deleteWords(Handle tx, WorldId world, String provider) {
        tx.createUpdate("delete from provider.word where world_id = :world and provider = :provider")
                .bind("world", world.value())
                .bind("provider", provider)
                .execute();
    }

    /// Short words that begin with `prefix`: those in names first, then the shorter. Index: `word_short`.
    ///
    /// @param provider null for all
    List<String> beginning(Handle tx, WorldId world, @Nullable String provider, String prefix, int limit) {
        return tx.createQuery("""
                select word
                  from provider.word
                 where world_id = :world and word >= :from and word < :below and length(word) <= 20
                   and (:provider::text is null or provider = :provider)
                 group by word
                 order by word = :from desc, bool_or(named) desc, length(word), word
                 limit :limit
                """)
                .bind("world", world.value())
                .bind("provider", provider)
                .bind("from", prefix)
                .bind("below", prefix + LAST)
                .bind("limit", limit)
                .mapTo(String.class)
                .list();
    }

    /// Long words that begin with `prefix`, as far as they are needed. Index: primary key.
    ///
    /// @param provider null for all
    List<String> longBeginning(Handle tx, WorldId world, @Nullable String provider, String prefix, int limit) {
        return tx.createQuery("""
                select word
                  from provider.word
                 where world_id = :world and word >= :from and word < :below and length(word) > 20
                   and (:provider::text is null or provider = :provider)
                 group by word
                 order by word
                 limit :limit
                """)
                .bind("world", world.value())
                .bind("provider", provider)
                .bind("from", prefix)
                .bind("below", prefix + LAST)
                .bind("limit", limit)
                .mapTo(String.class)
                .list();
    }

    /// How much alike words must be that [#similar] finds, until `tx` ends. The less, the more it looks at.
    ///
    /// @param similarity from 0 to 1
    void loosen(Handle tx, double similarity) {
        tx.createQuery("select set_config('pg_trgm.similarity_threshold', :similarity::text, true)")
                .bind("similarity", similarity)
                .mapTo(String.class)
                .one();
    }

    /// Words that look like `word`. Indexes: `word_trigram_short`, `word_trigram_long`.
    ///
    /// @param longest characters of the words that are looked for
    List<String> similar(Handle tx, WorldId world, @Nullable String provider, String word, int longest, int limit) {
        return tx.createQuery("""
                select word
                  from provider.word
                 where world_id = :world and word % :word and <length>
                   and (:provider::text is null or provider = :provider)
                 group by word
                 order by similarity(word, :word) desc, bool_or(named) desc, word
                 limit :limit
                """)
                .bind("world", world.value())
                .bind("provider", provider)
                .define("length", longest <= SHORT ? IS_SHORT : IS_LONG)
                .bind("word", word)
                .bind("limit", limit)
                .mapTo(String.class)
                .list();
    }

    /// Words that begin with the same letter and are about as long, for a database without trigrams: those in names
    /// first. Index: primary key.
    List<String> neighbours(Handle tx, WorldId world, @Nullable String provider, String word, int errors) {
        String first = word.substring(0, word.offsetByCodePoints(0, 1));
        return tx.createQuery("""
                select word
                  from provider.word
                 where world_id = :world and word >= :from and word < :below
                   and length(word) between :length - :errors and :length + :errors
                   and (:provider::text is null or provider = :provider)
                 group by word
                 order by bool_or(named) desc, word
                """)
                .bind("world", world.value())
                .bind("provider", provider)
                .bind("from", first)
                .bind("below", first + LAST)
                .bind("length", word.codePointCount(0, word.length()))
                .bind("errors", errors)
                .mapTo(String.class)
                .list();
    }

    /// Operations of exactly this id or path. Indexes: `entry_exact`, `entry_path`.
    List<SearchHit> exact(Handle tx, WorldId world, @Nullable String provider, String exact, String path, int limit) {
        return tx.createQuery("""
                select provider, operation, method, path, summary, heading, deprecated
                  from provider.entry
                 where world_id = :world and (exact = :exact or path = :path)
                   and (:provider::text is null or provider = :provider)
                 order by provider, operation
                 limit :limit
                """)
                .bind("world", world.value())
                .bind("provider", provider)
                .bind("exact", exact)
                .bind("path", path)
                .bind("limit", limit)
                .map((row, context) -> hit(row))
                .list();
    }

    /// Operations that are called so. Index: `entry_names`.
    ///
    /// @param query a `tsquery`
    /// @param typed the words as typed, one of which is enough: those that are there to the letter go first
    List<SearchHit> named(Handle tx, WorldId world, @Nullable String provider, String query, String typed, int limit) {
        return tx.createQuery("""
                select provider, operation, method, path, summary, heading, deprecated
                  from (select provider, operation, method, path, summary, heading, deprecated, fields, names
                          from provider.entry
                         where world_id = :world and names @@ :query::tsquery
                           and (:provider::text is null or provider = :provider)
                         limit :candidates) candidate
                 order by ts_rank(names, :query::tsquery) + 2 * ts_rank(names, :typed::tsquery) desc,
                          deprecated, length(path), provider, operation
                 limit :limit
                """)
                .bind("world", world.value())
                .bind("provider", provider)
                .bind("query", query)
                .bind("typed", typed)
                .bind("candidates", CANDIDATES)
                .bind("limit", limit)
                .map((row, context) -> hit(row))
                .list();
    }

    /// Operations that have it somewhere: in a name, a field, a value or an error code. Index: `entry_everything`.
    List<SearchHit> having(Handle tx, WorldId world, @Nullable String provider, String query, String typed, int limit) {
        return tx.createQuery("""
                select provider, operation, method, path, summary, heading, deprecated
                  from (select provider, operation, method, path, summary, heading, deprecated, fields, names
                          from provider.entry
                         where world_id = :world and everything @@ :query::tsquery
                           and (:provider::text is null or provider = :provider)
                         limit :candidates) candidate
                 order by ts_rank(names, :typed::tsquery) desc, deprecated, fields, provider, operation
                 limit :limit
                """)
                .bind("world", world.value())
                .bind("provider", provider)
                .bind("query", query)
                .bind("typed", typed)
                .bind("candidates", CANDIDATES)
                .bind("limit", limit)
                .map((row, context) -> hit(row))
                .list();
    }

    private static SearchHit hit(ResultSet row) throws SQLException {
        return new SearchHit(
                row.getString("provider"),
                new OperationSummary(
                        row.getString("operation"),
                        row.getString("method"),
                        row.getString("path"),
                        row.getString("summary"),
                        row.getString("heading"),
                        row.getBoolean("deprecated")));
    }
}
