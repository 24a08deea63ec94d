package dev.gangway.gateway;

import dev.gangway.base.Answer;
import dev.gangway.base.Json;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/// Calls as an HTTP Archive that is written as they are read, some at a time.
///
/// @param ids of the calls, in order
/// @param read the calls with some of these ids
/// @param servers of the connections, by name
record HarExport(List<Long> ids, Function<List<Long>, List<CallRecord>> read, Map<String, String> servers)
        implements Answer.Body.Writer {
    /// Calls in one archive.
    static final int MOST = 10_000;

    private static final int AT_A_TIME = 100;

    @Override
    public void write(OutputStream out) throws IOException {
        out.write(Har.BEGINNING.getBytes(StandardCharsets.UTF_8));
        String between = "";
        for (int from = 0; from < ids.size(); from += AT_A_TIME) {
            for (CallRecord call : read.apply(ids.subList(from, Math.min(from + AT_A_TIME, ids.size())))) {
                out.write(between.getBytes(StandardCharsets.UTF_8));
                out.write(Json.bytes(Har.entry(call, scheme(call))));
                between = ",\n";
            }
        }
        out.write(Har.END.getBytes(StandardCharsets.UTF_8));
    }

    /// That of a connection which is no more is not known: then as almost all are.
    private String scheme(CallRecord call) {
        String server = servers.getOrDefault(call.connection(), "https:");
        return server.startsWith("https:") ? "https" : "http";
    }
}
