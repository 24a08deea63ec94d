package dev.gangway.bench;

/// Something outside keeps the benchmark from measuring; the message says what, and what to do.
final class BenchException extends RuntimeException {
    BenchException(String message) {
        super(message);
    }
}
