package dev.gangway.registration;

import dev.gangway.base.Clocks;
import dev.gangway.base.Ids;
import dev.gangway.base.WorldId;
import dev.gangway.registration.RegistrationEvent.LogoGiven;
import dev.gangway.registration.RegistrationEvent.StepDue;
import dev.gangway.storage.Database;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;

/// What a worker does each time: claims enrolments with something due and moves them by one step, in one
/// transaction. Any number of nodes may do so at once; one that dies halfway has done nothing.
final class Round {
    private static final int MOST = 20; // enrolments, some ten registrations each: a transaction of well under 1 s

    private final Database database;
    private final Clocks clocks;
    private final EnrolmentStore enrolments;
    private final StandingStore standings;
    private final Mover mover;

    Round(Database database, Clocks clocks, EnrolmentStore enrolments, StandingStore standings, Mover mover) {
        this.database = database;
        this.clocks = clocks;
        this.enrolments = enrolments;
        this.standings = standings;
        this.mover = mover;
    }

    /// Whether there was anything to do, and so may be more.
    boolean run(WorldId world) {
        Instant now = clocks.now(world);
        return database.transaction(tx -> {
            List<Enrolment> claimed = enrolments.claimDue(tx, world, now, MOST);
            if (claimed.isEmpty()) {
                return false;
            }
            claimed.forEach(enrolment -> advance(tx, enrolment, now));
            enrolments.settle(
                    tx, world, claimed.stream().map(Enrolment::customer).toList());
            return true;
        });
    }

    private void advance(Handle tx, Enrolment enrolment, Instant now) {
        List<Standing> all = standings.standings(tx, enrolment);
        if (enrolment.logoArrived()) {
            all = mover.move(tx, enrolment, all, new LogoGiven(now));
        }
        List<Standing> due =
                all.stream().filter(standing -> standing.isDue(now)).toList();
        mover.move(tx, enrolment, due, new StepDue(enrolment.hasLogo(), Ids.request()));
    }
}
