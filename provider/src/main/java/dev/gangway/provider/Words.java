package dev.gangway.provider;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/// Words as they are searched for: lower case, without accents, cut where letters, digits or humps of camel case
/// end. Accents go here and not in the database, whose `unaccent` not every installation has.
final class Words {
    static final int LONGEST = 60; // characters

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern APART =
            Pattern.compile("[^\\p{L}\\p{N}]+|(?<=[\\p{Ll}\\p{N}])(?=\\p{Lu})|(?<=\\p{Lu})(?=\\p{Lu}\\p{Ll})");

    private Words() {}

    /// `customerV1Create` → customer, v1, create.
    static List<String> of(String text) {
        List<String> words = new ArrayList<>();
        for (String word : APART.split(plain(text), -1)) {
            if (!word.isEmpty()) {
                words.add(cut(word.toLowerCase(Locale.ROOT)));
            }
        }
        return words;
    }

    /// The same in one word: `customer_v1/create` → customerv1create. Empty when there is no letter or digit.
    static String joined(String text) {
        return cut(String.join("", of(text)));
    }

    private static String plain(String text) {
        return MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFD)).replaceAll("");
    }

    private static String cut(String word) {
        return word.length() > LONGEST ? word.substring(0, LONGEST) : word;
    }
}
