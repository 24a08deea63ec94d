package dev.gangway.trigger;

/// A webhook whose sender did not prove who it is. The message says why, without anything that helps to guess.
final class Unproven extends Exception {
    private static final long serialVersionUID = 1L;

    Unproven(String sentence) {
        super(sentence, null, false, false);
    }
}
