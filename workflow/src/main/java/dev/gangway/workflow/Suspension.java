package dev.gangway.workflow;

/// Thrown by an engine to leave the interpreter, because the run must wait, is stuck, or belongs to another node by
/// now. Only the engine catches it.
public abstract class Suspension extends RuntimeException {
    protected Suspension(String why) {
        super(why, null, false, false);
    }
}
