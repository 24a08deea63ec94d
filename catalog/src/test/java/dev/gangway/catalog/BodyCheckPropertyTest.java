package dev.gangway.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gangway.base.Json;
import dev.gangway.base.Property;
import dev.gangway.catalog.Findings.Invalid;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/// Trees of people: valid ones at random, and the same with one fault planted somewhere.
@DisplayNameGeneration(ReplaceUnderscores.class)
class BodyCheckPropertyTest {
    private static final Body PERSON = Sketches.body("{$ref: '#/schemas/Person'}", """
            Person:
              type: object
              additionalProperties: false
              required: [name]
              properties:
                name: {type: string, format: text, maxLength: 10}
                age: {type: [integer, 'null'], minimum: 0}
                friends: {type: array, items: {$ref: '#/schemas/Person'}}
                by_city:
                  type: object
                  additionalProperties: {$ref: '#/schemas/Person'}
            """);

    /// A person, and every person in the tree with the place where it stands.
    private record Tree(ObjectNode root, List<String> places, List<ObjectNode> people) {
        static Tree grow(RandomGenerator random) {
            Tree tree = new Tree(Json.object(), new ArrayList<>(), new ArrayList<>());
            tree.grow(random, tree.root, "", 4);
            return tree;
        }

        private void grow(RandomGenerator random, ObjectNode person, String place, int depth) {
            places.add(place);
            people.add(person);
            person.put("name", "n" + random.nextInt(1_000));
            switch (random.nextInt(3)) {
                case 0 -> person.put("age", random.nextInt(100));
                case 1 -> person.putNull("age");
                default -> {}
            }
            if (depth == 0) {
                return;
            }
            ArrayNode friends = person.putArray("friends");
            for (int i = random.nextInt(3); i > 0; i--) {
                grow(random, friends.addObject(), place + "friends[" + (friends.size() - 1) + "].", depth - 1);
            }
            ObjectNode cities = person.putObject("by_city");
            for (int i = random.nextInt(2); i > 0; i--) {
                grow(random, cities.putObject("c" + i), place + "by_city.c" + i + ".", depth - 1);
            }
        }
    }

    /// A tree with one fault.
    private record Spoilt(Tree tree, int at, Fault fault) {
        static Spoilt of(RandomGenerator random) {
            Tree tree = Tree.grow(random);
            int at = random.nextInt(tree.people().size());
            Fault fault = Fault.ALL.get(random.nextInt(Fault.ALL.size()));
            switch (fault) {
                case UNKNOWN -> tree.people().get(at).put("nom", 1);
                case MISSING -> tree.people().get(at).remove("name");
                case NULL -> tree.people().get(at).putNull("name");
                case TOO_LONG -> tree.people().get(at).put("name", "n".repeat(11));
                case WRONG_TYPE -> tree.people().get(at).put("name", 7);
            }
            return new Spoilt(tree, at, fault);
        }

        String place() {
            return tree.places().get(at);
        }
    }

    private enum Fault {
        UNKNOWN,
        MISSING,
        NULL,
        TOO_LONG,
        WRONG_TYPE;

        static final List<Fault> ALL = List.of(values());
    }

    @Test
    void a_valid_body_has_no_findings() {
        Property.forAll(
                Tree::grow,
                tree -> assertThat(BodyCheck.check(PERSON, tree.root())).isSameAs(Findings.NONE));
    }

    @Test
    void one_fault_is_found_where_it_was_planted_and_nowhere_else() {
        Property.forAll(Spoilt::of, spoilt -> {
            Findings findings = BodyCheck.check(PERSON, spoilt.tree().root());
            Findings expected = switch (spoilt.fault()) {
                case UNKNOWN -> new Findings(List.of(spoilt.place() + "nom"), List.of(), List.of());
                case MISSING, NULL -> new Findings(List.of(), List.of(spoilt.place() + "name"), List.of());
                case TOO_LONG, WRONG_TYPE ->
                    new Findings(List.of(), List.of(), List.of(new Invalid(spoilt.place() + "name", """
                                    a text that is not blank and has no control characters, at most 10 characters\
                                    """)));
            };
            assertThat(findings).isEqualTo(expected);
        });
    }

    @Test
    void a_body_of_any_shape_is_judged_without_failing() {
        Property.forAll(BodyCheckPropertyTest::anything, body -> {
            Findings findings = BodyCheck.check(PERSON, body);
            assertThat(findings.unknown()).hasSizeLessThanOrEqualTo(Findings.MOST);
            assertThat(findings.missing()).hasSizeLessThanOrEqualTo(Findings.MOST);
            assertThat(findings.invalid()).hasSizeLessThanOrEqualTo(Findings.MOST);
            assertThat(Json.bytes(findings)).isNotEmpty();
        });
    }

    private static JsonNode anything(RandomGenerator random) {
        return anything(random, 5);
    }

    private static JsonNode anything(RandomGenerator random, int depth) {
        return switch (random.nextInt(depth == 0 ? 5 : 8)) {
            case 0 -> Json.parse("null");
            case 1 -> Json.parse(String.valueOf(random.nextBoolean()));
            case 2 -> Json.parse(String.valueOf(random.nextLong()));
            case 3 -> Json.parse(random.nextInt() + "e" + random.nextInt(-400, 400));
            case 4 -> Json.object().textNode(text(random));
            case 5 -> {
                ArrayNode list = Json.array();
                for (int i = random.nextInt(4); i > 0; i--) {
                    list.add(anything(random, depth - 1));
                }
                yield list;
            }
            default -> {
                ObjectNode object = Json.object();
                for (int i = random.nextInt(5); i > 0; i--) {
                    object.set(name(random), anything(random, depth - 1));
                }
                yield object;
            }
        };
    }

    private static String name(RandomGenerator random) {
        List<String> names = List.of("name", "age", "friends", "by_city");
        int one = random.nextInt(names.size() + 1);
        return one == names.size() ? text(random) : names.get(one);
    }

    private static String text(RandomGenerator random) {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(4); i > 0; i--) {
            text.append((char) (random.nextBoolean() ? random.nextInt(0x80) : random.nextInt(0xD7F0, 0xE010)));
        }
        return text.toString();
    }
}
