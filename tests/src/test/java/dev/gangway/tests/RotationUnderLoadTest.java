package dev.gangway.tests;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/// A connection's key is replaced while calls go over it.
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class RotationUnderLoadTest {
    private static final int CALLERS = 8;
    private static final int ROTATIONS = 30;

    private final GatewayCalls gateway = new GatewayCalls();

    @Test
    void no_call_fails_and_each_carries_one_of_the_keys_and_the_next_the_new_one() throws Exception {
        try (Upstream upstream = Upstream.friendly()) {
            String connection = gateway.connect(upstream.url());
            AtomicBoolean over = new AtomicBoolean();
            try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
                List<Future<Set<Integer>>> answers = new ArrayList<>();
                for (int caller = 0; caller < CALLERS; caller++) {
                    answers.add(callers.submit(() -> statuses(connection, over)));
                }
                Set<String> keys = new HashSet<>(Set.of(GatewayCalls.KEY));
                for (int rotation = 1; rotation <= ROTATIONS; rotation++) {
                    keys.add(rotate(upstream, connection, rotation));
                }
                over.set(true);
                for (Future<Set<Integer>> answer : answers) {
                    assertThat(answer.get()).containsExactly(200);
                }
                assertThat(seen(upstream)).hasSizeGreaterThan(1).isSubsetOf(keys);
            }
        }
    }

    /// Replaces the key; what is called next carries the new one.
    private String rotate(Upstream upstream, String connection, int rotation) {
        String key = "sk_rotated_" + rotation;
        Server.shared().admin("PUT", "/api/v1/connections/" + connection, gateway.connection(upstream.url(), key));
        gateway.get(connection, "/after/" + rotation);
        assertThat(upstream.seen().stream().filter(request -> request.line().contains("/after/" + rotation + "?")))
                .singleElement()
                .satisfies(request -> assertThat(request.header("Harbour-Key")).contains(key));
        return key;
    }

    private Set<Integer> statuses(String connection, AtomicBoolean over) {
        Set<Integer> statuses = new HashSet<>();
        while (!over.get()) {
            statuses.add(gateway.get(connection, "/things").statusCode());
        }
        return statuses;
    }

    private static Set<String> seen(Upstream upstream) {
        return upstream.seen().stream()
                .map(request -> request.header("Harbour-Key").orElseThrow())
                .collect(Collectors.toSet());
    }
}
