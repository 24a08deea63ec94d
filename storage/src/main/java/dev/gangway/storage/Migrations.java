package dev.gangway.storage;

import java.util.List;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/// Brings each module's schema up to date from `db/<module>/V001__noun.sql`, one history per schema. Safe when
/// several nodes start at once: Flyway holds an advisory lock.
final class Migrations {
    private Migrations() {}

    static void run(DataSource dataSource, List<String> modules) {
        for (String module : modules) {
            Flyway.configure()
                    .dataSource(dataSource)
                    .schemas(module)
                    .locations("classpath:db/" + module)
                    .table("migration")
                    .cleanDisabled(true)
                    .load()
                    .migrate();
        }
    }
}
