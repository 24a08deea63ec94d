package dev.gangway.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gangway.base.Json;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class CatalogTest {
    private static final Document SHOP = Document.of("shop.yaml", """
            openapi: 3.1.0
            paths:
              /orders/{order}:
                get:
                  operationId: readOrder
                  summary: Read an order
                  responses:
                    '200':
                      content:
                        application/json:
                          schema: {type: object, required: [id], properties: {id: {type: string}}}
                          examples:
                            first: {$ref: '#/components/examples/First'}
                    '404': {$ref: '#/components/responses/Problem'}
                    '204': {description: Nothing}
                put:
                  operationId: writeOrder
                  x-gangway-addition: true
                  requestBody:
                    content:
                      application/json:
                        schema: {type: object, additionalProperties: false, properties: {note: {type: string}}}
                  responses:
                    default: {$ref: '#/components/responses/Problem'}
            components:
              examples:
                First: {value: {id: '1'}}
              responses:
                Problem:
                  content:
                    application/problem+json:
                      schema: {type: object, required: [code], properties: {code: {type: string}}}
            """);
    private final Catalog catalog = Catalog.of(List.of(SHOP));

    private Operation operation(String id) {
        return catalog.operation(id).orElseThrow();
    }

    @Test
    void finds_operations_by_their_id() {
        assertThat(catalog.operations()).extracting(Operation::id).containsExactly("readOrder", "writeOrder");
        assertThat(operation("readOrder"))
                .extracting(Operation::method, Operation::path, Operation::summary)
                .containsExactly("GET", "/orders/{order}", "Read an order");
        assertThat(catalog.operation("dropOrder")).isEmpty();
    }

    @Test
    void knows_what_an_operation_answers() {
        Body found = operation("readOrder").response(200).orElseThrow();
        assertThat(found.examples()).hasToString("{first={\"id\":\"1\"}}");
        assertThat(BodyCheck.check(found, Json.parse("{}")).missing()).containsExactly("id");
        assertThat(operation("readOrder").response(404)).isPresent();
        assertThat(operation("readOrder").response(204)).isEmpty();
        assertThat(operation("writeOrder").response(500)).isPresent();
    }

    @Test
    void knows_no_field_of_an_operation_that_takes_no_body() {
        Findings findings = BodyCheck.check(operation("readOrder"), Json.parse("{\"a\": 1}"));
        assertThat(findings.unknown()).containsExactly("a");
        assertThat(BodyCheck.check(operation("readOrder"), Json.object()).isEmpty())
                .isTrue();
    }

    @Test
    void keeps_the_extensions_of_an_operation() {
        assertThat(operation("writeOrder").notes().says("x-gangway-addition")).isTrue();
        assertThat(operation("readOrder").notes().says("x-gangway-addition")).isFalse();
    }

    @Test
    void refuses_two_operations_of_one_name() {
        assertThatThrownBy(() -> Catalog.of(List.of(SHOP, SHOP)))
                .isInstanceOf(MalformedDocument.class)
                .hasMessageContaining("second operation named readOrder");
    }

    @Test
    void refuses_a_document_that_is_not_there_or_not_yaml() {
        assertThatThrownBy(() -> Catalog.load(List.of("/none.yaml")))
                .hasMessage("/none.yaml: is not on the class path");
        assertThatThrownBy(() -> Document.of("a.yaml", "{a: ["))
                .isInstanceOf(MalformedDocument.class)
                .hasMessageStartingWith("a.yaml: is not YAML");
        assertThatThrownBy(() -> Document.of("a.yaml", "a: 1\na: 2")).isInstanceOf(MalformedDocument.class);
    }
}
