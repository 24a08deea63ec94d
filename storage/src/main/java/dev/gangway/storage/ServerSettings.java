package dev.gangway.storage;

import java.util.List;

/// What the embedded PostgreSQL is started with. Given on the command line, so that they hold whatever a
/// configuration file in the data folder says. Sized for 2 cores and little memory.
final class ServerSettings {
    private static final List<String> FIXED = List.of(
            // An acknowledged commit survives a power cut.
            "fsync=on",
            "synchronous_commit=on",
            "full_page_writes=on",
            // Reached over loopback, with a password; no socket file, whose path may be too long.
            "listen_addresses=127.0.0.1",
            "unix_socket_directories=",
            "max_connections=100",
            "shared_buffers=128MB",
            "io_method=sync",
            "max_parallel_workers_per_gather=0",
            "jit=off",
            // Fewer checkpoints mean fewer full-page images; recovery after a crash replays at most this much.
            "max_wal_size=1GB",
            "checkpoint_timeout=15min",
            "max_wal_senders=0",
            // Plans made for tables that were empty a minute ago are bad ones: look soon whether they have grown.
            "autovacuum_naptime=5s",
            "timezone=UTC",
            "log_timezone=UTC",
            "log_checkpoints=off",
            // Terse: a refused row is not quoted, for it may hold what must not be logged.
            "log_error_verbosity=terse");

    private ServerSettings() {}

    /// The text for pg_ctl's `--options`, which a shell takes apart: no value holds a space or a quote.
    static String options(int port) {
        StringBuilder options = new StringBuilder("-c port=" + port);
        FIXED.forEach(setting -> options.append(" -c ").append(setting));
        return options.toString();
    }
}
