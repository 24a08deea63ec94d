package dev.gangway.tests;

import io.helidon.http.Status;
import java.io.IOException;
import java.net.Socket;
import java.time.Instant;
import org.jdbi.v3.core.Handle;

/// Breaks every wall of [Walls]; never run.
final class PlantedViolations {
    private PlantedViolations() {}

    static int status() {
        return Status.OK_200.code();
    }

    static void sql(Handle tx) {
        tx.execute("select 1");
    }

    static void callOut() throws IOException {
        new Socket("localhost", 80).close();
    }

    static Instant clock() {
        return Instant.now();
    }
}
