package dev.gangway.registration;

import dev.gangway.base.Clocks;
import dev.gangway.base.Environment;
import dev.gangway.base.Worker;
import dev.gangway.base.WorldId;
import dev.gangway.registration.RegistrationEvent.Forced;
import dev.gangway.storage.Database;
import dev.gangway.webhook.Webhooks;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// Registers enabled end customers with the OAuth institutions, step by step at a configured pace, and tells
/// their partners of every step. An end customer is named by its `client_id`. Each method is one transaction, or
/// part of the caller's. Thread-safe; several nodes share the work.
public final class Registrations implements AutoCloseable {
    private static final Duration POLL = Duration.ofSeconds(1);

    private final Database database;
    private final Clocks clocks;
    private final RegistrationConfig config;
    private final Supplier<List<WorldId>> worlds;
    private final EnrolmentStore enrolments = new EnrolmentStore();
    private final StandingStore standings = new StandingStore();
    private final Mover mover;
    private final Round round;
    private volatile @Nullable Worker worker;

    /// @param worlds those whose registrations this node moves; asked at every step
    public Registrations(
            Database database,
            Clocks clocks,
            Webhooks webhooks,
            RegistrationConfig config,
            Supplier<List<WorldId>> worlds) {
        this.database = database;
        this.clocks = clocks;
        this.config = config;
        this.worlds = worlds;
        this.mover = new Mover(standings, webhooks, config);
        this.round = new Round(database, clocks, enrolments, standings, mover);
    }

    /// Starts the worker. What fell due before is done then.
    public void start() {
        worker = new Worker("registration", POLL, this::step);
    }

    /// Begins the registration with every institution. For the first enablement; later calls change nothing.
    ///
    /// @param hasLogo whether the end customer, or else its partner, has a logo by now
    public void start(WorldId world, String partner, Environment environment, String customer, boolean hasLogo) {
        Instant dueAt = clocks.now(world).plus(config.pace(environment).submission());
        Enrolment enrolment = new Enrolment(world, customer, partner, environment, hasLogo, false);
        database.run(tx -> {
            if (enrolments.insert(tx, enrolment, dueAt)) {
                standings.insertAll(tx, world, customer, dueAt);
            }
        });
        database.afterCommit(this::wake);
    }

    /// The end customer has a logo now: whatever waits for one goes back to the institution, a moment after the
    /// commit. Nothing happens when it is not being registered.
    public void logoGiven(WorldId world, String customer) {
        database.run(tx -> enrolments.logoArrived(tx, world, customer, clocks.now(world)));
        database.afterCommit(this::wake);
    }

    /// The partner has a logo now, and with it every end customer of the partner that had none.
    public void partnerLogoGiven(WorldId world, String partner) {
        database.run(tx -> enrolments.partnerLogoArrived(tx, world, partner, clocks.now(world)));
        database.afterCommit(this::wake);
    }

    /// One for each institution, in a fixed order; NOT_STARTED with nothing planned for an end customer that was never
    /// enabled.
    public List<Registration> of(WorldId world, String customer) {
        return database.read(tx -> standings.registrations(tx, world, customer));
    }

    /// Puts one registration where the sandbox wants it; from there it goes on by itself, unless that status is an end.
    /// Telling the partner included. The same status again changes the problem and the times, and tells nobody.
    ///
    /// @param errorMessage the problem under ATTENTION_REQUIRED; null for the missing logo. Ignored under any other
    /// status
    /// @param requestId the request that asks for it, shown beside the problem
    public Forcing set(
            WorldId world,
            String customer,
            String institutionId,
            RegistrationStatus status,
            @Nullable String errorMessage,
            String requestId) {
        Forced forced = new Forced(status, clocks.now(world), errorMessage, requestId);
        Forcing outcome = database.transaction(tx -> {
            if (!standings.isInstitution(tx, world, institutionId)) {
                return Forcing.INSTITUTION_UNKNOWN;
            }
            Optional<Enrolment> enrolment = enrolments.lock(tx, world, customer);
            enrolment.ifPresent(found -> force(tx, found, institutionId, forced));
            return enrolment.isPresent() ? Forcing.DONE : Forcing.CUSTOMER_NOT_REGISTERING;
        });
        database.afterCommit(this::wake);
        return outcome;
    }

    private void force(Handle tx, Enrolment enrolment, String institutionId, Forced forced) {
        List<Standing> one = standings.standings(tx, enrolment).stream()
                .filter(standing -> standing.institution().id().equals(institutionId))
                .toList();
        for (Standing moved : mover.move(tx, enrolment, one, forced)) {
            enrolments.hasten(tx, enrolment, moved.state().dueAt());
        }
    }

    /// Tells the partner how far the first institution is, as if that had just changed. For sandbox tests of receivers.
    /// Nothing happens for an end customer that was never enabled.
    public void announce(WorldId world, String customer) {
        database.run(tx -> enrolments
                .lock(tx, world, customer)
                .ifPresent(enrolment ->
                        mover.tell(enrolment, standings.standings(tx, enrolment).getFirst())));
    }

    /// Ends the registration of a removed end customer; what was under way is forgotten, and nobody is told.
    public void stop(WorldId world, String customer) {
        database.run(tx -> enrolments.delete(tx, world, customer));
    }

    /// Does what is due in every world; whether there may be more.
    boolean step() {
        boolean more = false;
        for (WorldId world : worlds.get()) {
            more |= round.run(world);
        }
        return more;
    }

    private void wake() {
        Worker started = worker;
        if (started != null) {
            started.wake();
        }
    }

    /// Stops the worker after the step under way.
    @Override
    public void close() {
        Worker started = worker;
        if (started != null) {
            started.close();
        }
    }
}
