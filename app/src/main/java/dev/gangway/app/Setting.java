package dev.gangway.app;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Every setting there is, one row each: its key in `gangway.yaml`, from which the environment variable follows
/// (`database.url` is `GANGWAY_DATABASE_URL`), its default and what it means. The README shows this table, and a test
/// compares the two.
public enum Setting { // key, default (null: none), meaning
    MODE("mode", "local", "`local` or `production`"),
    HOME("home", "~/.gangway", "the data folder"),
    HOST("host", "127.0.0.1", "address to listen on"),
    PORT("port", "8700", "port to listen on; 0 picks one and prints it"),
    PUBLIC_URL("public-url", null, "how clients reach this server; needed in mode production"),
    ALLOWED_HOSTS(
            "allowed-hosts", null, "more host names that the `Host` header may carry, comma-separated; `*` for any"),
    CLIENT_TIMEOUT(
            "client-timeout",
            "PT75S",
            "longest wait for a client: for its next request, for the rest of one, and for it to take an answer"),
    DATABASE_URL(
            "database.url",
            null,
            "an outside PostgreSQL 15 or newer, `postgresql://user:password@host:5432/name`; without it the embedded one runs"),
    DATABASE_CONNECTIONS("database.connections", "16", "size of the connection pool, 2 to 200"),
    VAULT_KEY_FILE(
            "vault.key-file",
            null,
            "the keys that seal secrets, mode 0600; needed in mode production; default `<home>/vault.json`"),
    WEBHOOK_ALLOW_LOOPBACK(
            "webhook.allow-loopback", null, "whether endpoints may be on this machine; default: in mode local"),
    WEBHOOK_ALLOW_PRIVATE("webhook.allow-private", "false", "whether endpoints may be in private networks"),
    WEBHOOK_RETENTION("webhook.retention", "P30D", "how long events and deliveries are kept"),
    WEBHOOK_KEY_LIFETIME("webhook.key-lifetime", "P90D", "age at which a signing key is replaced"),
    REGISTRATION_SANDBOX_STEP(
            "registration.sandbox-step", "PT2S", "time between two steps of a bank registration in sandbox"),
    REGISTRATION_PRODUCTION_STEP("registration.production-step", "P2D", "likewise in production"),
    PARTNER_UPDATE(
            "partner.update",
            "extended",
            "`extended`: update takes every field of create; `plaid-strict`: only those that Plaid documents"),
    GATEWAY_ALLOW_LOOPBACK(
            "gateway.allow-loopback", null, "whether connections may lead to this machine; default: in mode local"),
    GATEWAY_ALLOW_PRIVATE("gateway.allow-private", "false", "whether connections may lead into private networks"),
    TRIGGER_RATE_LIMIT("trigger.rate-limit", "100", "webhooks a second that one address takes in; 0 for no limit"),
    GATEWAY_RATE_LIMIT("gateway.rate-limit", "1000", "requests a second of one caller; 0 for no limit"),
    GATEWAY_RETENTION("gateway.retention", "P30D", "how long calls are kept in the call log"),
    WORKFLOW_RETENTION("workflow.retention", "P90D", "how long runs of workflows are kept after their end"),
    WORKFLOW_ENGINE(
            "workflow.engine",
            "journal",
            "what takes new runs to their ends: `journal`, in the database, or `temporal`; runs stay where they began"),
    TEMPORAL_ADDRESS(
            "temporal.address",
            null,
            "the Temporal server, `host:port`, where runs go on that began there; `127.0.0.1:7233` when new ones do"),
    TEMPORAL_NAMESPACE("temporal.namespace", "default", "must be there already"),
    TEMPORAL_TASK_QUEUE("temporal.task-queue", "gangway", "all nodes share it, and nobody else"),
    TEMPORAL_TLS("temporal.tls", "false", "whether the connection to Temporal is encrypted"),
    TEMPORAL_SEALED("temporal.sealed", "true", "whether what goes to Temporal is sealed with the keys of the vault"),
    TEMPORAL_API_KEY("temporal.api-key", null, "the key of a Temporal that asks for one; needs `temporal.tls`"),
    RATE_LIMIT_SANDBOX("rate-limit.sandbox", "0", "requests a minute per client id in sandbox; 0 for no limit"),
    RATE_LIMIT_PRODUCTION("rate-limit.production", "6000", "likewise in production");

    private final String key;
    private final @Nullable String standard;
    private final String meaning;

    Setting(String key, @Nullable String standard, String meaning) {
        this.key = key;
        this.standard = standard;
        this.meaning = meaning;
    }

    public String key() {
        return key;
    }

    /// What holds when nobody says otherwise; null for nothing.
    public @Nullable String standard() {
        return standard;
    }

    public String meaning() {
        return meaning;
    }

    /// The environment variable, such as `GANGWAY_DATABASE_URL`.
    public String variable() {
        return "GANGWAY_" + key.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
    }
}
