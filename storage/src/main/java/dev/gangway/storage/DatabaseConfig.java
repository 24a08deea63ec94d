package dev.gangway.storage;

import dev.gangway.base.Secret;
import java.util.Properties;

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
        if (url.contains("password=")) {
            throw new IllegalArgumentException("database.url: give the password as database.password instead");
        }
        if (connections < 2 || connections > 200) {
            throw new IllegalArgumentException("database.connections: 2 to 200, got " + connections);
        }
    }

    /// The same database through a pool of another size.
    public DatabaseConfig withConnections(int other) {
        return new DatabaseConfig(url, user, password, other);
    }

    /// What the driver is told for every connection.
    Properties driverProperties() {
        Properties properties = new Properties();
        properties.setProperty("user", user);
        properties.setProperty("password", password.reveal());
        properties.setProperty("ApplicationName", "gangway");
        properties.setProperty("assumeMinServerVersion", "15"); // saves a round trip per connection
        properties.setProperty("connectTimeout", "5"); // seconds
        properties.setProperty("prepareThreshold", "1"); // every statement is a constant: plan it once
        properties.setProperty("reWriteBatchedInserts", "true");
        properties.setProperty("logServerErrorDetail", "false"); // it quotes the values of the row
        properties.setProperty("tcpKeepAlive", "true");
        return properties;
    }
}
