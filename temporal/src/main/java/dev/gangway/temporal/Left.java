package dev.gangway.temporal;

import dev.gangway.workflow.Suspension;

/// Why a run's interpreter is left before the run has ended.
abstract sealed class Left extends Suspension {
    private Left(String why) {
        super(why);
    }

    /// The run is somewhere else by now.
    static final class Gone extends Left {
        Gone() {
            super("gone");
        }
    }

    /// It was told to stop for now.
    static final class Stopped extends Left {
        Stopped() {
            super("stopped");
        }
    }

    /// Its history has grown long: it goes on with a new one.
    static final class Grown extends Left {
        Grown() {
            super("grown");
        }
    }

    /// It cannot go on without a person.
    static final class Stuck extends Left {
        Stuck(String why) {
            super(why);
        }
    }
}
