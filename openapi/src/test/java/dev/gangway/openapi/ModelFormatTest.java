package dev.gangway.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ModelFormatTest {
    @Test
    void every_operation_of_our_documents_comes_back_as_it_was() {
        assertSame(Samples.read(Samples.bytes(Samples.PARTNER_API)));
        assertSame(Samples.read(Samples.bytes(Samples.ADMIN_API)));
    }

    @Test
    void every_operation_of_plaids_document_comes_back_as_it_was() {
        assertSame(Samples.read(Samples.plaid()));
    }

    @Test
    void null_as_a_value_is_not_the_absence_of_one() {
        Api api = Samples.withBody("""
                {type: object, properties: {a: {type: string, nullable: true, default: null, example: "\\0"},
                 b: {type: string, example: "\\ud83d half"}}}""");
        assertSame(api);
        assertThat(Samples.row(Samples.sent(api), "a").standard()).isNotNull();
        assertThat(Samples.row(Samples.sent(api), "b").standard()).isNull();
    }

    private static void assertSame(Api api) {
        for (OperationModel operation : api.operations()) {
            OperationModel again = ModelFormat.read(ModelFormat.bytes(operation), OperationModel.class);
            assertThat(again.equals(operation)).as(operation.id()).isTrue();
        }
    }
}
