package dev.gangway.catalog;

import dev.gangway.catalog.Shape.Anything;
import dev.gangway.catalog.Shape.Either;
import dev.gangway.catalog.Shape.Literal;
import dev.gangway.catalog.Shape.Nothing;
import dev.gangway.catalog.Shape.OrNull;

/// A schema in the place where it is used: what the value may be, and what the document says about it.
record Schema(Shape shape, Notes notes) {
    /// Whether null is one of the values. A link is taken not to be: nothing shows that it ends.
    boolean isNullable() {
        return switch (shape) {
            case OrNull _, Anything _, Nothing _ -> true;
            case Literal literal -> literal.values().stream().anyMatch(value -> value.isNull());
            case Either either -> either.alternatives().stream().anyMatch(Schema::isNullable);
            case Shape.Text _, Shape.Numeric _, Shape.Truth _, Shape.Many _, Shape.Members _, Shape.Link _ -> false;
        };
    }

    /// The same with other notes said about it, these being filled up from its own.
    Schema noted(Notes notes) {
        return new Schema(shape, notes.over(this.notes));
    }
}
