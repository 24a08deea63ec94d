package dev.gangway.registration;

import static dev.gangway.base.Environment.SANDBOX;
import static dev.gangway.base.WorldId.MAIN;
import static dev.gangway.registration.RegistrationStatus.APPROVED;
import static dev.gangway.registration.RegistrationStatus.ATTENTION_REQUIRED;
import static dev.gangway.registration.RegistrationStatus.ENABLED;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/// Workers of several nodes on one database, and requests between them.
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class SeveralNodesTest {
    private static final int CUSTOMERS = 60;
    private static final int INSTITUTIONS = 10;

    private final Installation installation = new Installation();
    private final Registrations registrations = installation.registrations;

    @AfterEach
    void close() {
        installation.close();
    }

    @Test
    void share_the_work_and_take_every_step_once() throws Exception {
        customers().forEach(customer -> start(customer, true));
        installation.clock.advance(Installation.STEP.multipliedBy(3));
        together(worker(), worker(), worker());
        assertThat(told())
                .hasSize(CUSTOMERS * INSTITUTIONS)
                .allSatisfy((registration, statuses) ->
                        assertThat(statuses).containsExactly("processing", "approved", "enabled"));
    }

    @Test
    void lose_neither_a_forced_status_nor_the_steps_of_the_others() throws Exception {
        customers().forEach(customer -> start(customer, true));
        installation.clock.advance(Installation.STEP.multipliedBy(2));
        together(worker(), worker(), () -> {
            customers()
                    .forEach(customer -> registrations.set(
                            MAIN, customer, "ins_56", ATTENTION_REQUIRED, "name is taken", "request12345678"));
            return null;
        });
        installation.settle(); // workers skip whom they find locked, and come back later
        assertThat(customers()).allSatisfy(customer -> {
            List<Registration> all = registrations.of(MAIN, customer);
            assertThat(all.getFirst().status()).isEqualTo(ATTENTION_REQUIRED);
            assertThat(all.subList(1, INSTITUTIONS))
                    .extracting(Registration::status)
                    .containsOnly(APPROVED);
        });
        assertThat(told())
                .allSatisfy((registration, statuses) -> assertThat(statuses.getLast())
                        .isEqualTo(registration.endsWith("ins_56") ? "attention-required" : "approved"));
    }

    @Test
    void hear_of_a_logo_that_comes_while_they_review() throws Exception {
        customers().forEach(customer -> start(customer, false));
        installation.clock.advance(Installation.STEP.multipliedBy(2));
        together(worker(), worker(), () -> {
            customers().forEach(customer -> registrations.logoGiven(MAIN, customer));
            return null;
        });
        installation.settle(); // a logo may come to one whom the workers, by then done, found locked
        installation.pass(2);
        assertThat(customers())
                .allSatisfy(customer -> assertThat(registrations.of(MAIN, customer))
                        .extracting(Registration::status)
                        .containsOnly(ENABLED));
    }

    @Test
    void tell_nobody_about_an_end_customer_that_is_removed_meanwhile() throws Exception {
        customers().forEach(customer -> start(customer, true));
        installation.clock.advance(Installation.STEP);
        together(worker(), worker(), () -> {
            customers().forEach(customer -> registrations.stop(MAIN, customer));
            return null;
        });
        List<JsonNode> before = installation.webhooks();
        installation.pass(3);
        assertThat(installation.webhooks()).isEqualTo(before);
    }

    private void start(String customer, boolean hasLogo) {
        registrations.start(MAIN, "prt_acme", SANDBOX, customer, hasLogo);
    }

    private static List<String> customers() {
        return IntStream.range(0, CUSTOMERS).mapToObj("%024x"::formatted).toList();
    }

    /// The statuses that the partner heard of, in order, for each end customer and institution.
    private Map<String, List<String>> told() {
        return installation.webhooks().stream()
                .collect(Collectors.groupingBy(
                        body -> body.path("end_customer_client_id").asText() + " "
                                + body.path("institution_id").asText(),
                        Collectors.mapping(body -> body.path("status").asText(), Collectors.toList())));
    }

    /// A node's worker, until it finds nothing that is due.
    private Callable<Void> worker() {
        Registrations node = installation.node();
        return () -> {
            boolean more = true;
            while (more) {
                more = node.step();
            }
            return null;
        };
    }

    @SafeVarargs
    private static void together(Callable<Void>... tasks) throws InterruptedException, ExecutionException {
        List<Future<Void>> running = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Callable<Void> task : tasks) {
                running.add(threads.submit(task));
            }
        }
        for (Future<Void> done : running) {
            done.get();
        }
    }
}
