package dev.gangway.storage;

import dev.gangway.base.Secret;

/// Where the database is.
///
/// @param url JDBC URL, such as `jdbc:postgresql://localhost:5432/gangway`; without user or password
/// @param user the role that owns the schemas
/// @param password the role's password; never logged
/// @param connections size of the pool, 2 to 200; one more is used for LISTEN
public record DatabaseConfig(String url, String user, Secret password, int connections) {
    public DatabaseConfig {
        if (!url.startsWith("jdbc:postgresql://")) {
            throw new IllegalArgumentException("database.url: must start with jdbc:postgresql://, got " + url);
        }
        if (connections < 2 || connections > 200) {
            throw new IllegalArgumentException("database.connections: 2 to 200, got " + connections);
        }
    }
}
