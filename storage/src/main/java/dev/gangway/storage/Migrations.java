package dev.gangway.storage;

import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/// Brings each module's schema up to date from `db/<module>/V001__noun.sql`, one history per schema. Safe when
/// several nodes start at once: Flyway holds an advisory lock.
///
/// Flyway takes a good second for a dozen schemas even when there is nothing to do, which is nearly every start. So
/// it is called only where the history is not exactly the scripts on the class path, by name and checksum.
final class Migrations {
    private static final String HISTORY = "migration";

    private final DataSource dataSource;

    Migrations(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    void run(List<String> modules) {
        for (String module : pending(modules)) {
            Flyway.configure()
                    .dataSource(dataSource)
                    .schemas(module)
                    .locations("classpath:" + MigrationScript.folder(module))
                    .table(HISTORY)
                    .cleanDisabled(true)
                    .load()
                    .migrate();
        }
    }

    /// Those of `modules` whose history is not exactly their scripts.
    List<String> pending(List<String> modules) {
        return Jdbi.create(dataSource)
                .withHandle(tx -> modules.stream()
                        .filter(module -> !applied(tx, module).equals(MigrationScript.onClassPath(module)))
                        .toList());
    }

    private static Set<MigrationScript> applied(Handle tx, String module) {
        return hasHistory(tx, module) ? history(tx, module) : Set.of();
    }

    private static boolean hasHistory(Handle tx, String module) {
        return tx.createQuery("""
                select exists (
                  select from information_schema.tables where table_schema = :schema and table_name = :history)
                """)
                .bind("schema", module)
                .bind("history", HISTORY)
                .mapTo(Boolean.class)
                .one();
    }

    private static Set<MigrationScript> history(Handle tx, String module) {
        return tx.createQuery("""
                select script, checksum from <schema>.<history> where type = 'SQL' and success
                """)
                .define("schema", module)
                .define("history", HISTORY)
                .map((row, context) -> new MigrationScript(row.getString("script"), row.getInt("checksum")))
                .set();
    }
}
