package dev.gangway.diagram;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class DiagramsTest {
    private static final String TEXT = """
            document: {dsl: 1.0.0, namespace: tests, name: drawn, version: '1'}
            do:
              - create:
                  call: openapi
                  with: {document: {endpoint: 'gangway:partner'}, operationId: partnerCustomerCreate}
              - due:
                  switch:
                    - something: {when: '${ .due > 0 }', then: hear}
                    - nothing: {then: each}
              - hear: {listen: {to: {one: {with: {type: customer.information}}}}, then: due}
              - each:
                  for: {each: bank, in: '${ .banks }'}
                  do:
                    - careful:
                        try: [{ask: {call: http, with: {method: get, endpoint: 'https://a.example/<b>'}}}]
                        catch: {do: [{tell: {set: {sorry: true}}}]}
              - both: {fork: {branches: [{left: {wait: PT1S}}, {right: {wait: PT2S}}]}}
            """;

    private static Stream<Box> all(List<Box> boxes) {
        return boxes.stream()
                .flatMap(box ->
                        Stream.concat(Stream.of(box), box.groups().stream().flatMap(group -> all(group.boxes()))));
    }

    @Test
    void every_task_is_drawn_once_where_it_stands() {
        assertThat(all(Diagrams.boxes(TEXT, Map.of())).map(Box::path))
                .containsExactly(
                        "/create",
                        "/due",
                        "/hear",
                        "/each",
                        "/each/careful",
                        "/each/careful/ask",
                        "/each/careful/catch/tell",
                        "/both",
                        "/both/left",
                        "/both/right");
    }

    @Test
    void a_box_says_what_its_task_does_and_where_it_leads() {
        List<Box> boxes = Diagrams.boxes(TEXT, Map.of());
        assertThat(boxes.get(0).detail()).isEqualTo("partnerCustomerCreate");
        assertThat(boxes.get(1).ways())
                .containsExactly(new Box.Way("something", ".due > 0", "hear"), new Box.Way("nothing", "", "each"));
        assertThat(boxes.get(2).then()).isEqualTo("due");
        assertThat(boxes.get(3).detail()).isEqualTo("each bank in .banks");
        assertThat(boxes.get(4).isParallel()).isTrue();
    }

    @Test
    void what_a_run_did_is_marked_whatever_the_turn_or_the_visit() {
        String place = Diagrams.place("/each[3]/careful#2/ask");
        String html = new Diagrams().html(TEXT, Map.of(place, Mark.FAILED, "/create", Mark.DONE));
        assertThat(html)
                .contains("data-path=\"/each/careful/ask\" data-mark=\"failed\"")
                .contains("data-path=\"/create\" data-mark=\"done\"")
                .contains("data-path=\"/hear\" data-mark=\"\"");
    }

    @Test
    void a_definition_cannot_write_into_the_page() {
        assertThat(new Diagrams().html(TEXT, Map.of()))
                .contains("GET https://a.example/&lt;b&gt;")
                .doesNotContain("<b>\"");
    }
}
