package dev.gangway.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class CopyRowsTest {
    private static final Instant AT = Instant.parse("2026-11-28T21:00:00.123456Z");

    @AutoClose
    private final Database database = TestDatabase.fresh("sample");

    @BeforeEach
    void aTable() {
        database.run(tx -> tx.execute(
                "create table sample.copied (name text not null, at timestamptz, status int, bytes bigint)"));
    }

    private static CopyRows rows() {
        return new CopyRows("sample.copied", List.of("name", "at", "status", "bytes"));
    }

    private List<Map<String, Object>> copied() {
        return database.read(tx -> tx.createQuery("select * from sample.copied order by name")
                .mapToMap()
                .list());
    }

    @Test
    void every_value_arrives_as_it_was() {
        String odd = "tab\t, \\N, \"quotes\", line\r\nand \uD83D\uDEA2";
        CopyRows rows =
                rows().row().text(odd).time(AT).integer(Integer.MIN_VALUE).bigint(Long.MAX_VALUE);
        database.run(rows::insert);
        Map<String, Object> row = copied().getFirst();
        assertThat(row).containsEntry("name", odd).containsEntry("status", Integer.MIN_VALUE);
        assertThat(row).containsEntry("bytes", Long.MAX_VALUE);
        assertThat(row).containsEntry("at", Timestamp.from(AT));
    }

    @Test
    void what_is_absent_is_null_and_a_time_before_2000_is_one() {
        CopyRows rows = rows().row().text("a").time(Instant.EPOCH).integer(null).bigint(0);
        database.run(rows::insert);
        assertThat(copied().getFirst()).containsEntry("status", null);
        assertThat(copied().getFirst()).containsEntry("at", Timestamp.from(Instant.EPOCH));
    }

    @Test
    void text_that_PostgreSQL_cannot_hold_keeps_its_place() {
        CopyRows rows =
                rows().row().text("nul\0, half \uD83D").time(AT).integer(1).bigint(1);
        database.run(rows::insert);
        assertThat(copied().getFirst()).containsEntry("name", "nul\uFFFD, half ?");
    }

    @Test
    void a_row_that_is_refused_refuses_all() {
        CopyRows rows = rows().row().text("a").time(AT).integer(1).bigint(1);
        rows.row().text(null).time(AT).integer(1).bigint(1);
        assertThatThrownBy(() -> database.run(rows::insert)).hasMessageContaining("not-null");
        assertThat(copied()).isEmpty();
    }

    @Test
    void they_go_with_their_transaction() {
        CopyRows rows = rows().row().text("a").time(AT).integer(1).bigint(1);
        assertThatThrownBy(() -> database.run(tx -> {
                    rows.insert(tx);
                    throw new IllegalStateException("later");
                }))
                .hasMessage("later");
        assertThat(copied()).isEmpty();
    }

    @Test
    void a_thousand_rows_are_a_thousand_rows() {
        CopyRows rows = rows();
        for (int i = 0; i < 1_000; i++) {
            rows.row().text("row " + i).time(AT).integer(i).bigint(i);
        }
        database.run(rows::insert);
        assertThat(copied()).hasSize(1_000);
    }
}
