package dev.gangway.base;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class MergePatchTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"a":"b"}           | {"a":"c"}                     | {"a":"c"}
            {"a":"b"}           | {"b":"c"}                     | {"a":"b","b":"c"}
            {"a":"b"}           | {"a":null}                    | {}
            {"a":"b","b":"c"}   | {"a":null}                    | {"b":"c"}
            {"a":["b"]}         | {"a":"c"}                     | {"a":"c"}
            {"a":"c"}           | {"a":["b"]}                   | {"a":["b"]}
            {"a":{"b":"c"}}     | {"a":{"b":"d","c":null}}      | {"a":{"b":"d"}}
            {"a":[{"b":"c"}]}   | {"a":[1]}                     | {"a":[1]}
            {"e":null}          | {"a":1}                       | {"e":null,"a":1}
            {}                  | {"a":{"bb":{"ccc":null}}}     | {"a":{"bb":{}}}
            {"a":"foo"}         | {"a":{"b":{"c":1,"d":null}}}  | {"a":{"b":{"c":1}}}
            {"a":{"b":"c"}}     | {"a":{}}                      | {"a":{"b":"c"}}
            """)
    void the_examples_of_the_rfc_hold(String target, String patch, String result) {
        assertThat(MergePatch.apply(object(target), object(patch))).isEqualTo(object(result));
    }

    @Test
    void the_result_shares_nothing_with_its_arguments() {
        ObjectNode target = object("{\"a\":{\"b\":[1]}}");
        ObjectNode patch = object("{\"c\":{\"d\":[2]}}");
        ObjectNode merged = MergePatch.apply(target, patch);
        merged.withArray("/a/b").add(9);
        merged.withArray("/c/d").add(9);
        assertThat(target).isEqualTo(object("{\"a\":{\"b\":[1]}}"));
        assertThat(patch).isEqualTo(object("{\"c\":{\"d\":[2]}}"));
    }

    /// A target, and a patch both whole and cut in two at any depth, so that each leaf is in one of the halves.
    private record Cut(ObjectNode target, ObjectNode whole, ObjectNode half, ObjectNode otherHalf) {
        static Cut any(RandomGenerator random) {
            ObjectNode whole = tree(random, 3, true);
            ObjectNode half = Json.object();
            ObjectNode otherHalf = Json.object();
            deal(whole, half, otherHalf, random);
            return new Cut(tree(random, 3, false), whole, half, otherHalf);
        }

        private static void deal(ObjectNode whole, ObjectNode half, ObjectNode otherHalf, RandomGenerator random) {
            whole.properties().forEach(member -> {
                if (member.getValue() instanceof ObjectNode inner) {
                    deal(inner, half.putObject(member.getKey()), otherHalf.putObject(member.getKey()), random);
                } else {
                    (random.nextBoolean() ? half : otherHalf).set(member.getKey(), member.getValue());
                }
            });
        }
    }

    @Nested
    class Any_patch {
        @Test
        void does_nothing_more_the_second_time() {
            Property.forAll(Cut::any, cut -> {
                ObjectNode once = MergePatch.apply(cut.target(), cut.whole());
                assertThat(MergePatch.apply(once, cut.whole())).isEqualTo(once);
            });
        }

        @Test
        void may_be_given_in_two_halves_in_either_order() {
            Property.forAll(Cut::any, cut -> {
                ObjectNode atOnce = MergePatch.apply(cut.target(), cut.whole());
                assertThat(MergePatch.apply(MergePatch.apply(cut.target(), cut.half()), cut.otherHalf()))
                        .isEqualTo(atOnce);
                assertThat(MergePatch.apply(MergePatch.apply(cut.target(), cut.otherHalf()), cut.half()))
                        .isEqualTo(atOnce);
            });
        }

        @Test
        void leaves_no_null_behind() {
            Property.forAll(
                    Cut::any,
                    cut -> assertThat(MergePatch.apply(cut.target(), cut.whole()))
                            .noneMatch(MergePatchTest::hasNull));
        }

        @Test
        void touches_nothing_that_it_does_not_name() {
            Property.forAll(Cut::any, cut -> {
                ObjectNode merged = MergePatch.apply(cut.target(), cut.whole());
                List<String> named =
                        cut.whole().propertyStream().map(Map.Entry::getKey).toList();
                assertThat(merged.remove(named))
                        .isEqualTo(cut.target().deepCopy().remove(named));
            });
        }
    }

    @Test
    void what_is_there_already_changes_nothing() {
        Property.forAll(
                random -> tree(random, 3, false),
                tree -> assertThat(MergePatch.apply(tree, tree)).isEqualTo(tree));
    }

    private static boolean hasNull(JsonNode node) {
        return node.isNull() || (node.isObject() && node.valueStream().anyMatch(MergePatchTest::hasNull));
    }

    /// Objects of up to three members from a small alphabet, so that a patch often meets what is there.
    private static ObjectNode tree(RandomGenerator random, int depth, boolean withNulls) {
        ObjectNode tree = Json.object();
        for (String name : List.of("a", "b", "c")) {
            switch (random.nextInt(depth > 0 ? 5 : 4)) {
                case 0 -> {} // absent
                case 1 -> tree.set(name, withNulls ? NullNode.getInstance() : IntNode.valueOf(0));
                case 2 -> tree.put(name, random.nextInt(3));
                case 3 -> tree.putArray(name).add(random.nextInt(3));
                default -> tree.set(name, tree(random, depth - 1, withNulls));
            }
        }
        return tree;
    }

    private static ObjectNode object(String json) {
        return (ObjectNode) Json.parse(json);
    }
}
