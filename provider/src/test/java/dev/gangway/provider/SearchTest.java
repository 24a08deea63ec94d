package dev.gangway.provider;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class SearchTest {
    private final Room room = new Room();

    @BeforeEach
    void importDocuments() {
        room.imported("harbour", Documents.HARBOUR);
        room.imported("ferry", Documents.FERRY);
    }

    @AfterEach
    void close() {
        room.close();
    }

    private List<String> found(String query) {
        return room.providers.search(Room.WORLD, query, null, 20).hits().stream()
                .map(hit -> hit.operation().id())
                .toList();
    }

    @Nested
    class An_operation {
        @ParameterizedTest
        @CsvSource({
            "its id,findPayment",
            "its id in lower case,findpayment",
            "its path,/payments/{payment}",
            "words of its summary,read payment",
            "the beginning of a word,fin",
        })
        void is_found_first_by(String what, String query) {
            assertThat(found(query)).as(what).startsWith("findPayment");
        }

        @ParameterizedTest
        @CsvSource({
            "a field,beneficiary_name",
            "the beginning of a field,benefic",
            "part of a field,beneficiary",
            "a value,EUR",
            "an error code,PAYMENT_TOO_LARGE",
            "several of these,money eur beneficiary"
        })
        void is_found_by(String what, String query) {
            assertThat(found(query)).as(what).contains("pay");
        }

        @Test
        void is_found_by_its_name_before_those_that_only_have_a_field_of_that_name() {
            assertThat(found("cabin")).containsExactly("bookCabin", "bookFerry");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "reserveTheLargestCabinOfTheFerry",
                    "reservethelarge",
                    "reservethelargestcabinof",
                    "reservethelargestcabinofteferry",
                    "reserve_the_largest_cab"
                })
        void of_a_long_id_is_found_by_it_in_one_piece(String query) {
            room.imported("ferry", Documents.FERRY.replace("bookCabin", "reserveTheLargestCabinOfTheFerry"));
            assertThat(found(query)).containsExactly("reserveTheLargestCabinOfTheFerry");
        }

        @Test
        void that_has_all_words_but_one_is_found_when_none_has_all() {
            assertThat(found("book berth")).containsExactly("bookCabin");
            assertThat(found("book berth zzzzz")).containsExactly("bookCabin");
            assertThat(found("book zzzzz yyyyy")).contains("bookCabin", "bookFerry");
        }

        @Test
        void is_found_without_its_accents() {
            assertThat(found("reservacion")).contains("bookFerry");
            assertThat(found("Reservación")).contains("bookFerry");
        }
    }

    @Nested
    class A_word_with_a_typing_error {
        @ParameterizedTest
        @ValueSource(strings = {"beneficiray", "benefciary", "beneficiarry", "benefisiary", "paymant", "curency"})
        void is_taken_for_the_one_that_was_meant(String query) {
            SearchResults results = room.providers.search(Room.WORLD, query, null, 20);
            assertThat(results.hits()).isNotEmpty();
            assertThat(results.corrected()).isTrue();
        }

        @Test
        void that_nobody_meant_finds_nothing() {
            assertThat(found("zzzzzzz")).isEmpty();
        }
    }

    @Nested
    class A_search {
        @Test
        void can_be_of_one_provider() {
            assertThat(room.providers.search(Room.WORLD, "book", "harbour", 20).hits())
                    .isEmpty();
            assertThat(room.providers.search(Room.WORLD, "book", "ferry", 20).hits())
                    .extracting(SearchHit::provider)
                    .containsOnly("ferry");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "",
                    "   ",
                    "%",
                    "'",
                    "'; drop table provider.entry; --",
                    "\\",
                    "a & ! b",
                    "((",
                    "\0",
                    "\ud83d",
                    "a\0b",
                    "a\ud83db"
                })
        void takes_whatever_is_typed(String query) {
            assertThat(room.providers.search(Room.WORLD, query, null, 20)).isNotNull();
        }

        @Test
        void shows_no_more_than_it_was_asked_for() {
            assertThat(room.providers.search(Room.WORLD, "p", null, 1).hits()).hasSize(1);
        }

        @Test
        void finds_what_the_newest_document_says_and_nothing_of_what_is_gone() {
            room.imported("harbour", Documents.HARBOUR.replace("findPayment", "lookUpPayment"));
            assertThat(found("lookUpPayment")).startsWith("lookUpPayment");
            assertThat(found("findPayment")).doesNotContain("findPayment");
            room.providers.remove(Room.WORLD, "harbour", Room.OPERATOR);
            assertThat(found("payment")).isEmpty();
        }
    }
}
