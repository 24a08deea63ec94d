package dev.gangway.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import java.util.List;
import org.flywaydb.core.api.exception.FlywayValidateException;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class MigrationsTest {
    private static final List<String> MODULES = List.of("sample");

    @AutoClose
    private final HikariDataSource pool = ConnectionPool.open(TestDatabase.freshConfig());

    private final Migrations migrations = new Migrations(pool);

    @Test
    void a_module_is_pending_until_it_was_migrated() {
        assertThat(migrations.pending(MODULES)).containsExactly("sample");
        migrations.run(MODULES);
        assertThat(migrations.pending(MODULES)).isEmpty();
    }

    @Test
    void a_script_that_the_history_lacks_is_run() {
        migrations.run(MODULES);
        change("drop table sample.note");
        change("delete from sample.migration where script = 'V001__note.sql'");
        assertThat(migrations.pending(MODULES)).containsExactly("sample");
        migrations.run(MODULES);
        change("select from sample.note");
    }

    @Test
    void a_script_that_was_edited_after_it_ran_stops_the_start() {
        migrations.run(MODULES);
        change("update sample.migration set checksum = checksum + 1 where script = 'V001__note.sql'");
        assertThatThrownBy(() -> migrations.run(MODULES))
                .isInstanceOf(FlywayValidateException.class)
                .hasMessageContaining("checksum mismatch");
    }

    @Test
    void a_module_without_scripts_needs_nothing() {
        assertThat(migrations.pending(List.of("nothing"))).isEmpty();
    }

    private void change(String statement) {
        Jdbi.create(pool).useHandle(tx -> tx.execute(statement));
    }
}
