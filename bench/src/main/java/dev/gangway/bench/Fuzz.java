package dev.gangway.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gangway.base.Json;
import dev.gangway.base.MalformedJson;
import dev.gangway.catalog.Catalog;
import dev.gangway.catalog.Operation;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.random.RandomGenerator;

/// Sends mutations of the documented examples to every operation of the partner API, eight at a time. A body
/// depends on its seed alone, but for the customers' ids in it.
final class Fuzz {
    private static final String DOCUMENT = "/dev/gangway/wire/partner-api.yaml";
    private static final int AT_ONCE = 8;
    private static final int CUSTOMERS = 200;

    private final PartnerClient client;
    private final List<Good> goods = new ArrayList<>();
    private final List<String> customers = new ArrayList<>();
    private final Tally tally = new Tally();

    /// A body that its operation takes.
    private record Good(String path, ObjectNode body) {}

    Fuzz(PartnerClient client) {
        this.client = client;
        for (Operation operation : Catalog.load(List.of(DOCUMENT)).operations()) {
            for (JsonNode example : operation.request().examples().values()) {
                ObjectNode body = example.deepCopy();
                goods.add(new Good(operation.path(), body.without(List.of("client_id", "secret"))));
            }
        }
        for (int number = 0; number < CUSTOMERS; number++) {
            customers.add(client.create("fuzz-" + number));
        }
    }

    Tally tally() {
        return tally;
    }

    /// Sends the bodies with the seeds from `first` up to, not including, `end`.
    void send(long first, long end) {
        AtomicLong next = new AtomicLong(first);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int thread = 0; thread < AT_ONCE; thread++) {
                threads.execute(() -> {
                    for (long seed = next.getAndIncrement(); seed < end; seed = next.getAndIncrement()) {
                        send(seed);
                    }
                });
            }
        }
    }

    private void send(long seed) {
        RandomGenerator random = new SplittableRandom(seed);
        Good good = goods.get(random.nextInt(goods.size()));
        ObjectNode body = good.body().deepCopy();
        if (body.has("application_name")) {
            body.put("application_name", "Fuzz " + seed);
        }
        if (body.has("end_customer_client_id")) {
            body.put("end_customer_client_id", customers.get(random.nextInt(customers.size())));
        }
        String where = "seed " + seed + " on " + good.path();
        try {
            judge(where, client.post(good.path(), Mutations.of(body, random)));
        } catch (RuntimeException unanswered) {
            tally.failed(where + ": " + unanswered);
        }
    }

    private void judge(String where, HttpResponse<byte[]> answer) {
        int status = answer.statusCode();
        if ((status == 200 || (status >= 400 && status < 500)) && hasRequestId(answer.body())) {
            tally.answered(status);
        } else {
            tally.failed("%s: %d %s"
                    .formatted(where, status, new String(answer.body(), java.nio.charset.StandardCharsets.UTF_8)));
        }
    }

    private static boolean hasRequestId(byte[] body) {
        try {
            return Json.parse(body).path("request_id").isTextual();
        } catch (MalformedJson malformed) {
            return false;
        }
    }
}
