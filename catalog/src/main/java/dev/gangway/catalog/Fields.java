package dev.gangway.catalog;

import dev.gangway.catalog.Field.Presence;
import dev.gangway.catalog.Shape.Either;
import dev.gangway.catalog.Shape.Link;
import dev.gangway.catalog.Shape.Many;
import dev.gangway.catalog.Shape.Member;
import dev.gangway.catalog.Shape.Members;
import dev.gangway.catalog.Shape.OrNull;
import java.util.ArrayList;
import java.util.List;

/// Lists what is inside a schema as dotted rows, parents before children, in the document's order. Stops at a link,
/// and at a choice between several objects: their rows would contradict each other.
final class Fields {
    private final List<Field> rows = new ArrayList<>();

    private Fields() {}

    static List<Field> of(Schema body) {
        Fields fields = new Fields();
        fields.inside(body.shape(), "", true);
        return List.copyOf(fields.rows);
    }

    /// @param certain whether every object on the way here is always there
    private void inside(Shape shape, String path, boolean certain) {
        switch (shape) {
            case Members members -> {
                for (Member member : members.members()) {
                    String name = path.isEmpty() ? member.name() : path + "." + member.name();
                    row(name, member.schema(), presence(member, certain), certain && member.required());
                }
                Schema others = members.others();
                if (others != null && !(others.shape() instanceof Shape.Anything)) {
                    row(path.isEmpty() ? "{key}" : path + ".{key}", others, Presence.OPTIONAL, false);
                }
            }
            case Many many -> row(path + "[]", many.element(), Presence.OPTIONAL, false);
            case OrNull orNull -> inside(orNull.shape(), path, false);
            case Shape.Leaf _, Shape.Anything _, Either _, Link _ -> {}
        }
    }

    private void row(String path, Schema schema, Presence presence, boolean certain) {
        Shape shape = schema.shape();
        rows.add(
                new Field(path, Types.of(shape), schema.isNullable(), presence, Constraints.of(shape), schema.notes()));
        inside(shape, path, certain);
    }

    private static Presence presence(Member member, boolean certain) {
        if (!member.required()) {
            return Presence.OPTIONAL;
        }
        return certain ? Presence.REQUIRED : Presence.REQUIRED_IF_PARENT;
    }
}
