package dev.gangway.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gangway.base.ProblemException;
import dev.gangway.openapi.OperationModel;
import dev.gangway.openapi.Row;
import dev.gangway.openapi.Server;
import dev.gangway.provider.ImportJob.State;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ProvidersTest {
    private final Room room = new Room();
    private final Providers providers = room.providers;

    @AfterEach
    void close() {
        room.close();
    }

    @Nested
    class A_document_that_was_imported {
        @Test
        void is_a_provider_with_its_servers_and_credentials() {
            ImportJob job = room.imported("harbour", Documents.HARBOUR);
            assertThat(job.state()).isEqualTo(State.DONE);
            assertThat(job.version()).isEqualTo(1);
            assertThat(job.operationsTotal()).isEqualTo(3);
            Provider harbour = providers.provider(Room.WORLD, "harbour").orElseThrow();
            assertThat(harbour.title()).isEqualTo("Harbour payments");
            assertThat(harbour.description()).contains("<strong>money</strong>");
            assertThat(harbour.servers())
                    .extracting(Server::environment)
                    .containsExactly(Server.Environment.PRODUCTION, Server.Environment.SANDBOX);
            assertThat(harbour.schemes()).hasSize(1);
            assertThat(harbour.importedAt()).isEqualTo(room.clock.now());
            assertThat(providers.providers(Room.WORLD)).containsExactly(harbour);
        }

        @Test
        void answers_its_operations_without_the_document() {
            room.imported("harbour", Documents.HARBOUR);
            assertThat(providers.operations(Room.WORLD, "harbour"))
                    .extracting(OperationSummary::id)
                    .containsExactly("pay", "findPayment", "latestPayment");
            OperationModel pay =
                    providers.operation(Room.WORLD, "harbour", "pay").orElseThrow();
            assertThat(pay.request().orElseThrow().rows())
                    .extracting(Row::path)
                    .containsExactly("", "amount", "currency", "beneficiary_name");
            assertThat(providers.operation(Room.WORLD, "harbour", "payMore")).isEmpty();
        }

        @Test
        void is_on_the_audit_trail() {
            room.imported("harbour", Documents.HARBOUR);
            assertThat(room.audit.timeline(Room.WORLD, "harbour"))
                    .singleElement()
                    .satisfies(event -> {
                        assertThat(event.action()).isEqualTo("provider.added");
                        assertThat(event.actor()).isEqualTo(Room.OPERATOR.name());
                    });
        }
    }

    @Nested
    class A_request {
        @Test
        void meets_the_operation_whose_path_is_literal_for_longer() {
            room.imported("harbour", Documents.HARBOUR);
            assertThat(matched("GET", "/payments/latest")).contains("latestPayment {}");
            assertThat(matched("GET", "/payments/pay_7")).contains("findPayment {payment=pay_7}");
            assertThat(matched("DELETE", "/payments/pay_7")).isEmpty();
            assertThat(matched("GET", "/payments/pay_7/more")).isEmpty();
            assertThat(matched("GET", "/payments/")).isEmpty();
        }

        private Optional<String> matched(String method, String path) {
            return providers
                    .match(Room.WORLD, "harbour", method, path)
                    .map(match -> match.operation().id() + " " + Map.copyOf(match.path()));
        }
    }

    @Nested
    class The_same_document {
        @Test
        void makes_no_second_version() {
            room.imported("harbour", Documents.HARBOUR);
            ImportJob again = room.imported("harbour", Documents.HARBOUR);
            assertThat(again.unchanged()).isTrue();
            assertThat(again.version()).isEqualTo(1);
            assertThat(providers.versions(Room.WORLD, "harbour")).hasSize(1);
        }
    }

    @Nested
    class A_newer_document {
        @Test
        void is_served_and_the_old_one_kept() {
            room.imported("harbour", Documents.HARBOUR);
            room.imported("harbour", Documents.HARBOUR.replace("operationId: pay\n", "operationId: payOut\n"));
            assertThat(providers.provider(Room.WORLD, "harbour").orElseThrow().version())
                    .isEqualTo(2);
            assertThat(providers.operation(Room.WORLD, "harbour", "payOut")).isPresent();
            assertThat(providers.operation(Room.WORLD, "harbour", "pay")).isEmpty();
            assertThat(providers.versions(Room.WORLD, "harbour"))
                    .extracting(ProviderVersion::number)
                    .containsExactly(2, 1);
        }
    }

    @Nested
    class What_is_no_document {
        @Test
        void is_refused_with_a_reason_and_leaves_what_was_there() {
            room.imported("harbour", Documents.HARBOUR);
            ImportJob job = room.imported("harbour", "<html>Not found</html>");
            assertThat(job.state()).isEqualTo(State.REFUSED);
            assertThat(job.reason()).contains("markup");
            assertThat(providers.provider(Room.WORLD, "harbour").orElseThrow().version())
                    .isEqualTo(1);
        }

        @Test
        void is_no_provider_under_a_name_that_is_none() {
            assertThatThrownBy(() -> providers.importDocument(Room.WORLD, "Har bour", bytes(), "", Room.OPERATOR))
                    .isInstanceOf(ProblemException.class)
                    .hasMessageContaining("lower-case");
            assertThatThrownBy(() -> providers.importDocument(Room.WORLD, "partner", bytes(), "", Room.OPERATOR))
                    .isInstanceOf(ProblemException.class)
                    .hasMessageContaining("own");
        }

        private static byte[] bytes() {
            return Documents.HARBOUR.getBytes(StandardCharsets.UTF_8);
        }
    }

    @Nested
    class A_provider_that_is_removed {
        @Test
        void is_gone_with_all_its_versions_and_may_come_again() {
            room.imported("harbour", Documents.HARBOUR);
            providers.remove(Room.WORLD, "harbour", Room.OPERATOR);
            assertThat(providers.provider(Room.WORLD, "harbour")).isEmpty();
            assertThat(providers.providers(Room.WORLD)).isEmpty();
            assertThatThrownBy(() -> providers.remove(Room.WORLD, "harbour", Room.OPERATOR))
                    .isInstanceOf(ProblemException.class);
            assertThat(room.imported("harbour", Documents.HARBOUR).version()).isEqualTo(1);
        }
    }

    @Nested
    class Our_own_document {
        @Test
        void is_imported_once_and_again_when_its_text_changed() {
            providers.builtIn(Room.WORLD, Providers.PARTNER, Documents.HARBOUR.getBytes(StandardCharsets.UTF_8));
            providers.builtIn(Room.WORLD, Providers.PARTNER, Documents.HARBOUR.getBytes(StandardCharsets.UTF_8));
            assertThat(providers.versions(Room.WORLD, Providers.PARTNER)).hasSize(1);
            String changed = Documents.HARBOUR + "# a comment\n";
            providers.builtIn(Room.WORLD, Providers.PARTNER, changed.getBytes(StandardCharsets.UTF_8));
            assertThat(providers.versions(Room.WORLD, Providers.PARTNER)).hasSize(2);
            assertThat(providers
                            .provider(Room.WORLD, Providers.PARTNER)
                            .orElseThrow()
                            .builtIn())
                    .isTrue();
        }

        @Test
        void cannot_be_removed() {
            assertThatThrownBy(() -> providers.remove(Room.WORLD, Providers.ADMIN, Room.OPERATOR))
                    .isInstanceOf(ProblemException.class);
        }
    }
}
