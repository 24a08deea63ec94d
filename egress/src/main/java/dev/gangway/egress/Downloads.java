package dev.gangway.egress;

import java.time.Duration;

/// Fetches documents from addresses that users type: the host is resolved once and the address that the guard
/// admitted is dialled, no redirect is followed, size and time are bounded whatever the other side does.
/// Thread-safe.
public final class Downloads {
    private final EgressGuard guard;
    private final Duration patience;

    /// @param patience from the look-up of the name to the last byte
    public Downloads(EgressGuard guard, Duration patience) {
        this.guard = guard;
        this.patience = patience;
    }

    /// The body of a successful answer, if it has at most `mostBytes`.
    ///
    /// @throws InterruptedException when the waiting thread is; the request is broken off
    public Fetched get(TargetUrl url, int mostBytes) throws InterruptedException {
        Download download = new Download(guard, url, mostBytes);
        // A thread of its own, because a look-up of a name can neither be bounded nor interrupted.
        Thread thread = Thread.ofVirtual().name("download").start(download);
        try {
            return thread.join(patience)
                    ? download.fetched()
                    : new Fetched.Failed("it was not there within " + patience.toSeconds() + " s");
        } finally {
            download.abort();
        }
    }
}
