package dev.gangway.wire;

import dev.gangway.base.Clocks;
import dev.gangway.base.ErrorStyle;
import dev.gangway.base.RouteTable;
import dev.gangway.base.Worker;
import dev.gangway.base.WorldId;
import dev.gangway.catalog.Catalog;
import dev.gangway.customer.EndCustomers;
import dev.gangway.partner.Partners;
import dev.gangway.registration.Registrations;
import dev.gangway.storage.Database;
import dev.gangway.storage.SealedColumn;
import dev.gangway.storage.Vault;
import dev.gangway.webhook.Webhooks;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// The Plaid-style surface as one piece: its routes, its errors and the idempotency keys behind them.
public final class Wire implements AutoCloseable {
    private static final Duration PRUNE_EVERY = Duration.ofMinutes(10);

    /// The rooms that the operations are answered from.
    public record Rooms(Partners partners, EndCustomers customers, Registrations registrations, Webhooks webhooks) {}

    private final PlaidStyle errors;
    private final PlaidRoutes routes;
    private final IdempotencyKeys idempotency;
    private final Supplier<List<WorldId>> worlds;
    private @Nullable Worker pruning;

    public Wire(
            Database database,
            Clocks clocks,
            Vault vault,
            Catalog catalog,
            WireConfig config,
            Rooms rooms,
            Supplier<List<WorldId>> worlds) {
        this.worlds = worlds;
        this.errors = new PlaidStyle(config.documentation());
        this.idempotency = new IdempotencyKeys(database, clocks, vault, errors);
        PlaidEdge edge = new PlaidEdge(
                rooms.partners(),
                rooms.customers(),
                new RateLimits(clocks, config.sandboxPerMinute(), config.productionPerMinute()),
                BodyRules.of(clocks, catalog, config.strictUpdate()),
                idempotency);
        RegistrationCalls registrations =
                new RegistrationCalls(rooms.customers(), rooms.registrations(), rooms.webhooks());
        this.routes = new PlaidRoutes(
                catalog,
                edge,
                errors,
                new CustomerCalls(rooms.customers()),
                registrations,
                new SandboxCalls(rooms.customers(), rooms.registrations(), registrations));
    }

    /// Where this room keeps what the vault sealed.
    public static SealedColumn sealed() {
        return IdempotencyStore.SEALED;
    }

    public RouteTable routes() {
        return routes;
    }

    /// How failures are worded here, also on paths that are nobody's.
    public ErrorStyle errors() {
        return errors;
    }

    /// Begins to delete idempotency keys that are over.
    public void start() {
        pruning = new Worker("prune-idempotency-keys", PRUNE_EVERY, () -> {
            worlds.get().forEach(idempotency::prune);
            return false;
        });
    }

    @Override
    public void close() {
        if (pruning != null) {
            pruning.close();
        }
    }
}
