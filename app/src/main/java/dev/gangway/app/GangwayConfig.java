package dev.gangway.app;

import dev.gangway.base.EdgeConfig;
import dev.gangway.base.Secret;
import dev.gangway.egress.EgressGuard;
import dev.gangway.egress.EgressPolicy;
import dev.gangway.gateway.GatewayConfig;
import dev.gangway.registration.RegistrationConfig;
import dev.gangway.registration.RegistrationPace;
import dev.gangway.storage.DatabaseConfig;
import dev.gangway.temporal.TemporalConfig;
import dev.gangway.webhook.WebhookConfig;
import dev.gangway.wire.WireConfig;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// Everything that a Gangway is started with.
///
/// @param home the data folder
/// @param database an outside PostgreSQL; empty for the embedded one
/// @param connections size of the pool on the embedded one
/// @param vaultKeyFile the keys that seal secrets; empty for `<home>/vault.json`
/// @param runRetention how long runs that have ended are kept
/// @param temporal takes the runs to their ends that began there; empty when there are none
/// @param hooksPerSecond webhooks that one address takes in; 0 for no limit
/// @param publicUrl how clients reach this server; empty for the address that it listens on
public record GangwayConfig(
        Mode mode,
        Path home,
        EdgeConfig edge,
        Optional<DatabaseConfig> database,
        int connections,
        Optional<Path> vaultKeyFile,
        Optional<URI> publicUrl,
        WebhookConfig webhook,
        RegistrationConfig registration,
        GatewayConfig gateway,
        Duration runRetention,
        Optional<TemporalConfig> temporal,
        int hooksPerSecond,
        WireConfig wire) {
    private static final long LARGEST_BODY = 8 << 20; // 8 MiB
    private static final Duration DRAIN = Duration.ofSeconds(10);
    private static final String LOCAL_TEMPORAL = "127.0.0.1:7233";

    /// @throws ConfigException for the first setting out of bounds, or with all that mode production lacks
    static GangwayConfig of(Settings settings) {
        Mode mode = mode(settings);
        requireForProduction(mode, settings);
        Optional<URI> publicUrl = settings.find(Setting.PUBLIC_URL).map(GangwayConfig::url);
        int connections = settings.number(Setting.DATABASE_CONNECTIONS);
        try {
            return new GangwayConfig(
                    mode,
                    Path.of(settings.text(Setting.HOME)),
                    new EdgeConfig(
                            settings.text(Setting.HOST),
                            settings.number(Setting.PORT),
                            LARGEST_BODY,
                            DRAIN,
                            settings.duration(Setting.CLIENT_TIMEOUT),
                            allowedHosts(settings, publicUrl)),
                    settings.find(Setting.DATABASE_URL).map(url -> DatabaseUrl.parse(url, connections)),
                    connections,
                    settings.find(Setting.VAULT_KEY_FILE).map(Path::of),
                    publicUrl,
                    new WebhookConfig(
                            onThisMachine(settings, Setting.WEBHOOK_ALLOW_LOOPBACK, mode),
                            settings.flag(Setting.WEBHOOK_ALLOW_PRIVATE),
                            32,
                            settings.duration(Setting.WEBHOOK_RETENTION),
                            settings.duration(Setting.WEBHOOK_KEY_LIFETIME)),
                    registration(settings),
                    new GatewayConfig(
                            onThisMachine(settings, Setting.GATEWAY_ALLOW_LOOPBACK, mode),
                            settings.flag(Setting.GATEWAY_ALLOW_PRIVATE),
                            settings.number(Setting.GATEWAY_RATE_LIMIT),
                            settings.duration(Setting.GATEWAY_RETENTION)),
                    settings.duration(Setting.WORKFLOW_RETENTION),
                    temporal(settings),
                    settings.number(Setting.TRIGGER_RATE_LIMIT),
                    wire(settings));
        } catch (IllegalArgumentException outOfBounds) {
            throw new ConfigException(String.valueOf(outOfBounds.getMessage()));
        }
    }

    /// Where documents may be fetched from: wherever connections may lead.
    EgressGuard egress() {
        return new EgressGuard(new EgressPolicy(gateway.allowLoopback(), gateway.allowPrivate()));
    }

    private static boolean onThisMachine(Settings settings, Setting setting, Mode mode) {
        return settings.find(setting).isPresent() ? settings.flag(setting) : mode == Mode.LOCAL;
    }

    private static Mode mode(Settings settings) {
        return switch (settings.text(Setting.MODE)) {
            case "local" -> Mode.LOCAL;
            case "production" -> Mode.PRODUCTION;
            default -> throw new ConfigException("mode: local or production, got " + settings.text(Setting.MODE));
        };
    }

    private static void requireForProduction(Mode mode, Settings settings) {
        List<String> missing = new ArrayList<>();
        for (Setting needed : List.of(Setting.DATABASE_URL, Setting.VAULT_KEY_FILE, Setting.PUBLIC_URL)) {
            if (mode == Mode.PRODUCTION && settings.find(needed).isEmpty()) {
                missing.add("  " + needed.key() + " (" + needed.variable() + "): " + needed.meaning());
            }
        }
        if (!missing.isEmpty()) {
            throw new ConfigException("mode production lacks\n" + String.join("\n", missing));
        }
    }

    private static WireConfig wire(Settings settings) {
        String update = settings.text(Setting.PARTNER_UPDATE);
        if (!Set.of("extended", "plaid-strict").contains(update)) {
            throw new ConfigException("partner.update: extended or plaid-strict, got " + update);
        }
        return new WireConfig(
                settings.find(Setting.PUBLIC_URL).orElse("") + "/docs/errors",
                settings.number(Setting.RATE_LIMIT_SANDBOX),
                settings.number(Setting.RATE_LIMIT_PRODUCTION),
                update.equals("plaid-strict"));
    }

    private static Optional<TemporalConfig> temporal(Settings settings) {
        Optional<Secret> key = settings.find(Setting.TEMPORAL_API_KEY).map(Secret::new);
        boolean encrypted = settings.flag(Setting.TEMPORAL_TLS);
        if (key.isPresent() && !encrypted) {
            throw new ConfigException("temporal.api-key: would be sent in the clear; set temporal.tls");
        }
        boolean takesNewRuns = takesNewRuns(settings.text(Setting.WORKFLOW_ENGINE));
        return settings.find(Setting.TEMPORAL_ADDRESS)
                .or(() -> takesNewRuns ? Optional.of(LOCAL_TEMPORAL) : Optional.empty())
                .map(address -> new TemporalConfig(
                        takesNewRuns,
                        address,
                        settings.text(Setting.TEMPORAL_NAMESPACE),
                        settings.text(Setting.TEMPORAL_TASK_QUEUE),
                        encrypted,
                        settings.flag(Setting.TEMPORAL_SEALED),
                        key));
    }

    private static boolean takesNewRuns(String engine) {
        return switch (engine) {
            case "journal" -> false;
            case "temporal" -> true;
            default -> throw new ConfigException("workflow.engine: journal or temporal, got " + engine);
        };
    }

    private static RegistrationConfig registration(Settings settings) {
        return new RegistrationConfig(
                pace(settings.duration(Setting.REGISTRATION_SANDBOX_STEP)),
                pace(settings.duration(Setting.REGISTRATION_PRODUCTION_STEP)));
    }

    private static RegistrationPace pace(Duration step) {
        return new RegistrationPace(step, step, step);
    }

    private static URI url(String text) {
        URI url = URI.create(text.endsWith("/") ? text.substring(0, text.length() - 1) : text);
        if (url.getHost() == null || !Set.of("http", "https").contains(String.valueOf(url.getScheme()))) {
            throw new ConfigException("public-url: an http or https address, got " + text);
        }
        return url;
    }

    /// The names that lead here: loopback always, the public address, and those that the operator adds. A server
    /// that listens beyond this machine without a public address has names that nobody told us: then any.
    private static Set<String> allowedHosts(Settings settings, Optional<URI> publicUrl) {
        List<String> more = List.of(settings.find(Setting.ALLOWED_HOSTS)
                .orElse("")
                .toLowerCase(Locale.ROOT)
                .split(","));
        boolean loopbackOnly = Set.of("127.0.0.1", "::1", "localhost").contains(settings.text(Setting.HOST));
        if (more.contains("*") || (!loopbackOnly && publicUrl.isEmpty())) {
            return Set.of();
        }
        Set<String> hosts = new HashSet<>(Set.of("localhost", "127.0.0.1", "[::1]"));
        publicUrl.map(url -> url.getHost().toLowerCase(Locale.ROOT)).ifPresent(hosts::add);
        more.stream().map(String::strip).filter(host -> !host.isEmpty()).forEach(hosts::add);
        return Set.copyOf(hosts);
    }
}
