package dev.gangway.storage;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jdbi.v3.core.Jdbi;

/// A database of one's own for each test, on one real PostgreSQL per test JVM. The first call for a set of modules
/// migrates a template; each call clones it.
public final class TestDatabase {
    private static final int CONNECTIONS = 8;
    private static final AtomicInteger COUNT = new AtomicInteger();
    private static final Map<List<String>, String> TEMPLATES = new ConcurrentHashMap<>();

    private TestDatabase() {}

    /// An empty database with the schemas of `modules`, in that order. Close it after the test: it holds up to
    /// eight of the server's connections.
    public static Database fresh(String... modules) {
        return Database.open(freshConfig(modules), List.of());
    }

    /// Where a new database like [#fresh] is, for tests that open it more than once, or as a whole product does.
    public static DatabaseConfig freshConfig(String... modules) {
        String template = TEMPLATES.computeIfAbsent(List.of(modules), TestDatabase::template);
        return create("test_" + COUNT.incrementAndGet(), template);
    }

    private static String template(List<String> modules) {
        String name = "template_" + COUNT.incrementAndGet();
        Database.open(create(name, "template0"), modules).close();
        return name;
    }

    private static DatabaseConfig create(String name, String template) {
        EmbeddedPostgres server = TestServer.running();
        DatabaseConfig superuser = server.config("postgres", Cluster.SUPERUSER);
        Jdbi.create(superuser.url(), superuser.user(), superuser.password().reveal())
                .useHandle(handle -> handle.createUpdate("create database <name> owner <owner> template <template>")
                        .define("name", name)
                        .define("owner", Cluster.OWNER)
                        .define("template", template)
                        .execute());
        DatabaseConfig config = server.config(name, Cluster.OWNER);
        return new DatabaseConfig(config.url(), config.user(), config.password(), CONNECTIONS);
    }
}
