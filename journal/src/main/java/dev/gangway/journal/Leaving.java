package dev.gangway.journal;

import dev.gangway.workflow.Suspension;

/// Why a run's interpreter is left before the run has ended.
abstract sealed class Leaving extends Suspension {
    private Leaving(String why) {
        super(why);
    }

    /// It waits, and its row says for what.
    static final class Parked extends Leaving {
        Parked() {
            super("parked");
        }
    }

    /// Somebody else has it by now: nothing that was done since is on record.
    static final class Fenced extends Leaving {
        Fenced() {
            super("fenced");
        }
    }

    /// It cannot go on without a person.
    static final class Stuck extends Leaving {
        Stuck(String why) {
            super(why);
        }
    }
}
