package dev.gangway.workflow;

/// An expression that cannot be compiled, or failed on its input. The message says why, for the one who wrote it.
public final class ExpressionException extends Exception {
    private static final long serialVersionUID = 1L;

    public ExpressionException(String sentence) {
        super(sentence, null, false, false);
    }
}
