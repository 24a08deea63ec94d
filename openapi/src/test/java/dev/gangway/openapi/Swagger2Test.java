package dev.gangway.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.openapi.OperationModel.Parameter;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class Swagger2Test {
    private final Api api = Samples.read("""
            swagger: "2.0"
            info: {title: Old but in use, version: "1"}
            host: api.example.com
            basePath: /v2/
            schemes: [https, http]
            produces: [application/json, application/xml]
            securityDefinitions:
              key: {type: apiKey, in: header, name: X-Key}
              login: {type: basic}
            security: [{key: []}]
            parameters:
              Limit: {name: limit, in: query, type: integer, maximum: 50, description: How many}
            responses:
              Missing: {description: Not there, schema: {$ref: "#/definitions/Error"}}
            paths:
              /pets/{id}:
                parameters:
                  - {name: id, in: path, required: true, type: string}
                get:
                  operationId: findPet
                  parameters:
                    - $ref: "#/parameters/Limit"
                    - {name: tags, in: query, type: array, items: {type: string}, collectionFormat: multi}
                  responses:
                    "200":
                      description: Found
                      schema: {$ref: "#/definitions/Pet"}
                      examples: {application/json: {name: Rex}}
                      headers: {X-Left: {type: integer}}
                    "404": {$ref: "#/responses/Missing"}
                put:
                  operationId: changePet
                  security: [{login: []}]
                  parameters:
                    - {name: pet, in: body, required: true, schema: {$ref: "#/definitions/Pet"}}
                  responses: {"204": {description: Changed}}
                post:
                  operationId: uploadPicture
                  consumes: [multipart/form-data]
                  parameters:
                    - {name: picture, in: formData, type: file, required: true, description: A PNG}
                    - {name: caption, in: formData, type: string}
                  responses: {default: {description: Done}}
            definitions:
              Pet:
                type: object
                required: [name]
                properties: {name: {type: string}, owner: {type: string, x-nullable: true}, friend: {$ref: "#/definitions/Pet"}}
              Error: {type: object, properties: {code: {type: string}}}
            """);

    @Test
    void is_read_without_anything_to_pass_over() {
        assertThat(api.specification()).isEqualTo("Swagger 2.0");
        assertThat(api.tolerated()).isEmpty();
        assertThat(api.servers())
                .extracting(Server::url)
                .containsExactly("https://api.example.com/v2", "http://api.example.com/v2");
        assertThat(api.schemes())
                .extracting(SecurityScheme::where)
                .containsExactly(SecurityScheme.Where.HEADER, SecurityScheme.Where.BASIC);
    }

    @Test
    void parameters_of_the_path_and_by_reference_are_there() {
        OperationModel find = Samples.operation(api, "findPet");
        assertThat(find.parameters()).extracting(Parameter::name).containsExactly("id", "limit", "tags");
        assertThat(find.parameters().get(1).row().type()).isEqualTo(Row.Type.INTEGER);
        assertThat(find.parameters().get(1).row().description()).contains("How many");
        assertThat(find.parameters().get(2).explode()).isTrue();
    }

    @Test
    void answers_have_their_media_types_examples_and_headers() {
        OperationModel.Response found =
                Samples.operation(api, "findPet").responses().getFirst();
        assertThat(found.content())
                .extracting(OperationModel.Media::type)
                .containsExactly("application/json", "application/xml");
        assertThat(found.content().getFirst().examples().getFirst().value()).hasToString("{\"name\":\"Rex\"}");
        assertThat(found.headers()).extracting(Parameter::name).containsExactly("X-Left");
        assertThat(Samples.paths(Samples.operation(api, "findPet")
                        .responses()
                        .get(1)
                        .content()
                        .getFirst()
                        .rows()))
                .containsExactly("", "code");
    }

    @Test
    void the_body_is_a_parameter_no_more() {
        assertThat(Samples.paths(Samples.body(api, "changePet"))).containsExactly("", "name", "owner", "friend");
        assertThat(Samples.row(Samples.body(api, "changePet"), "owner").nullable())
                .isTrue();
        assertThat(Samples.operation(api, "changePet").parameters())
                .extracting(Parameter::name)
                .containsExactly("id");
    }

    @Test
    void a_form_with_a_file_is_a_body_in_parts() {
        OperationModel.Media form =
                Samples.operation(api, "uploadPicture").request().orElseThrow();
        assertThat(form.type()).isEqualTo("multipart/form-data");
        Row picture = Samples.row(form.rows(), "picture");
        assertThat(picture.type()).isEqualTo(Row.Type.FILE);
        assertThat(picture.required()).isTrue();
        assertThat(picture.description()).contains("A PNG");
    }
}
