package dev.gangway.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BigIntegerNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.regex.Pattern;

/// What a plain scalar of YAML means, by the core schema of YAML 1.2: dates stay texts, so do `yes` and `no`, and a
/// number that begins with a nought, which is more often a postal code than a number.
final class Scalars {
    private static final Pattern NUMBER = Pattern.compile("-?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][-+]?[0-9]{1,4})?");
    private static final int LONGEST_NUMBER = 300; // characters
    private static final int LARGEST_SCALE = 400; // digits: what a double holds; more would be work when compared

    private Scalars() {}

    static JsonNode plain(String text) {
        return switch (text) {
            case "", "~", "null", "Null", "NULL" -> NullNode.instance;
            case "true", "True", "TRUE" -> BooleanNode.TRUE;
            case "false", "False", "FALSE" -> BooleanNode.FALSE;
            default -> number(text);
        };
    }

    /// A number, or the text as it is where it is none that anybody could use.
    static JsonNode number(String text) {
        if (text.length() > LONGEST_NUMBER || !NUMBER.matcher(text).matches()) {
            return TextNode.valueOf(text);
        }
        BigDecimal number = new BigDecimal(text);
        if (Math.abs((long) number.scale()) > LARGEST_SCALE) {
            return TextNode.valueOf(text);
        }
        boolean whole = text.indexOf('.') < 0 && text.indexOf('e') < 0 && text.indexOf('E') < 0;
        return whole ? integer(number.toBigIntegerExact()) : DecimalNode.valueOf(number);
    }

    private static JsonNode integer(BigInteger number) {
        if (number.bitLength() < Integer.SIZE) {
            return IntNode.valueOf(number.intValueExact());
        }
        return number.bitLength() < Long.SIZE
                ? LongNode.valueOf(number.longValueExact())
                : BigIntegerNode.valueOf(number);
    }
}
