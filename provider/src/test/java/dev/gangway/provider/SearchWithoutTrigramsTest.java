package dev.gangway.provider;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.storage.Database;
import dev.gangway.storage.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A database that will not have `pg_trgm`: something else of its names is there.
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class SearchWithoutTrigramsTest {
    private final Database database = TestDatabase.fresh("audit", "provider");
    private Room room;

    @BeforeEach
    void refuse() {
        database.run(tx ->
                tx.execute("create function similarity(text, text) returns real language sql as 'select 0::real'"));
        room = new Room(database);
        room.imported("harbour", Documents.HARBOUR);
    }

    @AfterEach
    void close() {
        room.close();
    }

    private SearchResults found(String query) {
        return room.providers.search(Room.WORLD, query, null, 20);
    }

    @Test
    void there_is_none() {
        assertThat(database.<Boolean>read(
                        tx -> tx.createQuery("select exists (select from pg_extension where extname = 'pg_trgm')")
                                .mapTo(Boolean.class)
                                .one()))
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource({"findPayment", "/payments/{payment}", "read payment", "benefic", "PAYMENT_TOO_LARGE"})
    void what_is_written_right_is_found_as_ever(String query) {
        assertThat(found(query).hits()).isNotEmpty();
        assertThat(found(query).corrected()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"paymet", "benificiary", "paymnet"})
    void typing_errors_behind_the_first_letter_are_forgiven(String query) {
        assertThat(found(query).hits()).isNotEmpty();
        assertThat(found(query).corrected()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"xayment", "pajjjnt", "1234"})
    void others_find_nothing(String query) {
        assertThat(found(query).hits()).isEmpty();
    }
}
