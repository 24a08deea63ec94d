package dev.gangway.catalog;

import java.util.Optional;

/// The formats that checks know, for those who check by other means and must find the same.
public final class Formats {
    private Formats() {}

    /// What a text of the format `keyword` must be, where `text` is not that; it completes the sentence "the field
    /// must be …". Empty when nothing is wrong, or the format is not one that is checked.
    public static Optional<String> mismatch(String keyword, String text) {
        return Format.named(keyword).filter(format -> !format.accepts(text)).map(Format::mustBe);
    }
}
