package dev.gangway.egress;

/// What became of a request.
public sealed interface Outcome {
    /// Whether the receiver answered with a status of 200 to 299.
    boolean isSuccess();

    /// The receiver answered.
    ///
    /// @param status the HTTP status, three digits
    /// @param excerpt the first 1,024 bytes of the body as text; what is not text is shown as `�`
    record Answered(int status, String excerpt) implements Outcome {
        @Override
        public boolean isSuccess() {
            return status >= 200 && status <= 299;
        }
    }

    /// There was no answer, or none that is HTTP.
    ///
    /// @param reason one line for people, such as `the connection was refused`
    record Unanswered(String reason) implements Outcome {
        @Override
        public boolean isSuccess() {
            return false;
        }
    }
}
