package dev.gangway.catalog;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What a JSON value may be: one schema, compiled when its document is read. Immutable; threads share it.
sealed interface Shape {
    /// What a string must be where nothing is said about it.
    Text CLEAN_TEXT = new Text("a string without control characters", Set.of(), null, 0, Integer.MAX_VALUE, null);

    /// What an object must be where nothing is said about it.
    Members CLEAN_MEMBERS = new Members("an object", List.of(), Set.of(), new Schema(new Anything(), Notes.NONE), null);

    /// What a list must be where nothing is said about it.
    Many CLEAN_LIST = new Many("a list", new Schema(new Anything(), Notes.NONE), 0, Integer.MAX_VALUE, false);

    /// Completes the sentence "the field must be …".
    String mustBe();

    /// A shape with nothing inside it: a value has it or has not.
    sealed interface Leaf extends Shape {
        boolean accepts(JsonNode value);
    }

    /// Any value, as long as the texts in it are clean.
    record Anything() implements Shape {
        @Override
        public String mustBe() {
            return "any value";
        }
    }

    /// @param values the only ones allowed, in the document's order; empty when any may be
    /// @param least fewest characters (code points)
    /// @param most most characters (code points)
    record Text(
            String mustBe,
            Set<String> values,
            @Nullable Format format,
            int least,
            int most,
            @Nullable Pattern pattern) implements Leaf {
        @Override
        public boolean accepts(JsonNode value) {
            return value.isTextual() && accepts(value.textValue());
        }

        boolean accepts(String text) {
            if (!values.isEmpty()) {
                return values.contains(text);
            }
            return hasLength(text)
                    && CleanText.isClean(text)
                    && (format == null || format.accepts(text))
                    && (pattern == null || pattern.matcher(text).find());
        }

        private boolean hasLength(String text) {
            if (text.length() < least || text.length() / 2 > most) {
                return false;
            }
            if (text.length() <= most && least <= 1) {
                return true;
            }
            int characters = text.codePointCount(0, text.length());
            return characters >= least && characters <= most;
        }
    }

    /// @param whole whether only integers that fit 64 bits are meant
    /// @param least smallest value; null for none
    /// @param most largest value; null for none
    record Numeric(
            String mustBe,
            boolean whole,
            @Nullable BigDecimal least,
            @Nullable BigDecimal most) implements Leaf {
        @Override
        public boolean accepts(JsonNode value) {
            if (whole ? !value.isIntegralNumber() || !value.canConvertToLong() : !value.isNumber()) {
                return false;
            }
            return (least == null || value.decimalValue().compareTo(least) >= 0)
                    && (most == null || value.decimalValue().compareTo(most) <= 0);
        }
    }

    record Truth(String mustBe) implements Leaf {
        @Override
        public boolean accepts(JsonNode value) {
            return value.isBoolean();
        }
    }

    /// Exactly one of some values that are not all texts.
    record Literal(String mustBe, List<JsonNode> values) implements Leaf {
        @Override
        public boolean accepts(JsonNode value) {
            return values.contains(value);
        }
    }

    /// Nothing but null.
    record Nothing(String mustBe) implements Leaf {
        @Override
        public boolean accepts(JsonNode value) {
            return value.isNull();
        }
    }

    /// A list.
    ///
    /// @param unique whether no value may come twice
    record Many(String mustBe, Schema element, int least, int most, boolean unique) implements Shape {}

    /// An object.
    ///
    /// @param members the named ones, in the document's order
    /// @param names their names
    /// @param others what a member of any other name must be; null when there may be none
    /// @param otherNames what the name of such a member must be; null when any will do
    record Members(
            String mustBe,
            List<Member> members,
            Set<String> names,
            @Nullable Schema others,
            @Nullable Text otherNames) implements Shape {}

    /// @param nullable whether null is one of its values; if not, a required member that is null is missing
    record Member(String name, Schema schema, boolean required, boolean nullable) {}

    /// Null, or what `shape` says.
    record OrNull(Shape shape) implements Shape {
        @Override
        public String mustBe() {
            return shape.mustBe();
        }
    }

    /// Any one of several shapes.
    record Either(String mustBe, List<Schema> alternatives) implements Shape {}

    /// A schema that this one is itself part of, named by its reference.
    record Link(String reference) implements Shape {
        @Override
        public String mustBe() {
            return "a value as described at " + reference;
        }
    }
}
