package dev.gangway.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.catalog.Field.Presence;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class FieldsTest {
    private final Body body = Sketches.body("""
            type: object
            required: [name, address]
            properties:
              name: {type: string, format: text, minLength: 1, maxLength: 255, description: A name, example: Bo}
              address:
                type: object
                required: [city]
                properties:
                  city: {type: string, pattern: '^[A-Z]'}
              contact:
                anyOf:
                  - type: object
                    required: [email]
                    properties: {email: {type: string, x-gangway-secret: true}}
                  - {type: 'null'}
                x-gangway-addition: true
              uris:
                type: [array, 'null']
                maxItems: 50
                items: {type: object, required: [uri], properties: {uri: {type: string}}}
              statuses: {type: object, additionalProperties: {type: string, enum: [UP, DOWN]}}
              amount: {type: number, minimum: 0, maximum: 10, deprecated: true}
              either: {type: [string, integer]}
              code: {const: 7}
              any: {}
            """);

    private Field row(String path) {
        return body.fields().stream()
                .filter(field -> field.path().equals(path))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void come_parents_first_in_the_order_of_the_document() {
        assertThat(body.fields())
                .extracting(Field::path)
                .containsExactly(
                        "name",
                        "address",
                        "address.city",
                        "contact",
                        "contact.email",
                        "uris",
                        "uris[]",
                        "uris[].uri",
                        "statuses",
                        "statuses.{key}",
                        "amount",
                        "either",
                        "code",
                        "any");
    }

    @Test
    void say_when_they_have_to_be_there() {
        assertThat(row("name").presence()).isEqualTo(Presence.REQUIRED);
        assertThat(row("address.city").presence()).isEqualTo(Presence.REQUIRED);
        assertThat(row("contact").presence()).isEqualTo(Presence.OPTIONAL);
        assertThat(row("contact.email").presence()).isEqualTo(Presence.REQUIRED_IF_PARENT);
        assertThat(row("uris[].uri").presence()).isEqualTo(Presence.REQUIRED_IF_PARENT);
    }

    @Test
    void say_their_types() {
        assertThat(body.fields())
                .extracting(Field::type)
                .containsExactly(
                        "string",
                        "object",
                        "string",
                        "object",
                        "string",
                        "array",
                        "object",
                        "string",
                        "object",
                        "string",
                        "number",
                        "string or integer",
                        "number",
                        "any");
        assertThat(row("uris").nullable()).isTrue();
        assertThat(row("name").nullable()).isFalse();
    }

    @Test
    void list_their_constraints_in_one_order() {
        assertThat(row("name").constraints().keySet()).containsExactly("format", "minLength", "maxLength");
        assertThat(row("uris").constraints()).hasToString("{maxItems=50}");
        assertThat(row("statuses.{key}").constraints()).hasToString("{enum=[\"UP\",\"DOWN\"]}");
        assertThat(row("amount").constraints()).hasToString("{minimum=0, maximum=10}");
        assertThat(row("address.city").constraints()).hasToString("{pattern=\"^[A-Z]\"}");
        assertThat(row("code").constraints()).hasToString("{enum=[7]}");
    }

    @Test
    void carry_what_the_document_says_about_them() {
        assertThat(row("name").notes().description()).isEqualTo("A name");
        assertThat(row("name").notes().example()).hasToString("\"Bo\"");
        assertThat(row("contact").isAddition()).isTrue();
        assertThat(row("contact.email").isSecret()).isTrue();
        assertThat(row("amount").notes().deprecated()).isTrue();
    }
}
