package dev.gangway.openapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.gangway.openapi.OperationModel.Media;
import dev.gangway.openapi.OperationModel.Response;
import dev.gangway.openapi.Server.Environment;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class RealDocumentsTest {
    @Nested
    class Our_partner_api {
        private final Api api = Samples.read(Samples.bytes(Samples.PARTNER_API));

        @Test
        void is_read_with_nothing_to_pass_over_but_webhooks_and_the_names_in_an_answer() {
            assertThat(api.tolerated())
                    .extracting(Api.Tolerated::pointer)
                    .containsExactly("#/components/schemas/ProductStatuses/propertyNames", "#/webhooks");
            assertThat(api.specification()).isEqualTo("OpenAPI 3.1.0");
        }

        @Test
        void has_the_questionnaire_as_dotted_rows() {
            List<Row> rows = Samples.body(api, "betaPartnerCustomerV1Create");
            Row useCases = Samples.row(rows, "questionnaires.cra.purposes.EMPLOYMENT.use_cases[]");
            assertThat(useCases.type()).isEqualTo(Row.Type.STRING);
            assertThat(useCases.values()).isNotEmpty();
            Row cra = Samples.row(rows, "questionnaires.cra");
            assertThat(cra.type()).isEqualTo(Row.Type.OBJECT);
            assertThat(cra.nullable()).isTrue();
            assertThat(cra.closed()).isTrue();
        }

        @Test
        void needs_the_two_headers_or_says_the_same_in_the_body() {
            OperationModel create = Samples.operation(api, "betaPartnerCustomerV1Create");
            assertThat(create.security())
                    .containsExactly(new SecuritySet(List.of("clientId", "secret")), new SecuritySet(List.of()));
            List<Row> rows = Samples.body(api, "betaPartnerCustomerV1Create");
            assertThat(Samples.row(rows, "client_id").credential()).isEqualTo("clientId");
            assertThat(Samples.row(rows, "secret").credential()).isEqualTo("secret");
        }

        @Test
        void masks_what_the_document_calls_secret() {
            List<Row> answer = Samples.operation(api, "betaPartnerCustomerV1Create")
                    .responses()
                    .getFirst()
                    .content()
                    .getFirst()
                    .rows();
            assertThat(Samples.row(answer, "end_customer.secrets.sandbox").secret())
                    .isTrue();
            assertThat(Samples.row(answer, "end_customer.company_name").secret())
                    .isFalse();
        }
    }

    @Nested
    class Our_admin_api {
        private final Api api = Samples.read(Samples.bytes(Samples.ADMIN_API));

        @Test
        void is_read_without_anything_to_pass_over() {
            assertThat(api.tolerated()).isEmpty();
            assertThat(api.schemes()).extracting(SecurityScheme::where).containsExactly(SecurityScheme.Where.BEARER);
        }
    }

    @Nested
    class Plaids_own_document {
        private static Api api() {
            return Samples.read(Samples.plaid());
        }

        @Test
        void is_read_completely() {
            Api api = api();
            assertThat(api.operations()).hasSize(329);
            assertThat(api.operations().stream()
                            .filter(operation -> operation.method().equals("POST"))
                            .count())
                    .isEqualTo(326);
            assertThat(api.operations().stream()
                            .flatMap(operation -> operation.request().stream())
                            .mapToInt(media -> media.rows().size()))
                    .allMatch(rows -> rows > 1);
            assertThat(api.tolerated()).as("what was passed over").hasSizeLessThan(60);
        }

        @Test
        void cuts_nothing() {
            assertThat(api().operations().stream()
                            .flatMap(operation -> operation.responses().stream())
                            .flatMap(response -> response.content().stream())
                            .flatMap(media -> media.rows().stream()))
                    .noneMatch(Row::cut);
        }

        @Test
        void is_served_in_production_and_in_a_sandbox() {
            assertThat(api().servers())
                    .extracting(Server::url, Server::environment)
                    .containsExactly(
                            tuple("https://production.plaid.com", Environment.PRODUCTION),
                            tuple("https://sandbox.plaid.com", Environment.SANDBOX));
        }

        @Test
        void takes_three_headers_at_once_of_which_the_version_is_no_secret() {
            Api api = api();
            assertThat(Samples.operation(api, "authGet").security())
                    .containsExactly(new SecuritySet(List.of("clientId", "secret", "plaidVersion")));
            assertThat(api.schemes())
                    .extracting(SecurityScheme::parameter, SecurityScheme::secret)
                    .containsExactly(
                            tuple("PLAID-CLIENT-ID", true), tuple("PLAID-SECRET", true), tuple("Plaid-Version", false));
        }

        @Test
        void has_its_credentials_in_322_bodies_too() {
            assertThat(api().operations().stream()
                            .flatMap(operation -> operation.request().stream())
                            .map(Media::rows)
                            .filter(rows -> rows.stream()
                                            .anyMatch(row -> row.credential().equals("clientId"))
                                    && rows.stream()
                                            .anyMatch(row -> row.credential().equals("secret")))
                            .count())
                    .isEqualTo(322);
        }

        @Test
        void answers_bytes_where_it_says_so() {
            Response pdf =
                    Samples.operation(api(), "assetReportPdfGet").responses().getFirst();
            assertThat(pdf.content().getFirst().type()).isEqualTo("application/pdf");
            assertThat(pdf.content().getFirst().rows().getFirst().type()).isEqualTo(Row.Type.FILE);
        }

        @Test
        void is_grouped_by_its_documentation() {
            assertThat(Samples.operation(api(), "assetReportCreate").group()).isEqualTo("Assets");
        }
    }
}
