package dev.gangway.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One row of a body or a parameter: a value, and where it stands. The rows of a body are a flat list, parents
/// before children, siblings in the document's order; the first is the body itself.
///
/// @param parent the index in the list of the row that this one is part of; -1 for the first
/// @param role what it is to its parent
/// @param path dotted from the body, such as `questionnaires.cra.purposes.{key}.use_cases[]`; `[]` is any element
///     of an array, `{key}` any member of a map; empty for the body itself. An alternative has its parent's path.
/// @param name the last step alone: the member's name, `[]`, `{key}`; an alternative's title
/// @param type what the value is
/// @param format as the document says, such as `date-time`; empty when it does not
/// @param required whether a valid body has it at all: it and everything above it is required
/// @param requiredIfParent whether its parent cannot be without it
/// @param nullable whether null is a value
/// @param values the only values, if the document lists them; else empty
/// @param limits what else the value must keep to
/// @param description sanitised HTML; empty when the document has none
/// @param closed whether an object takes no members but those of its rows; else others are taken, though nothing is
///     said of them
/// @param cut whether its parts are left out, because the body has too many: anything goes there
/// @param credential the name of the [SecurityScheme] that this value carries, where a document also lists it as a
///     member of the body or as a parameter: forms hide it, the gateway fills it in; empty otherwise
/// @param secret whether the value is to be masked wherever it is shown (a token, a secret, an account number)
/// @param example a value to show; null when the document has none
/// @param standard the value that absence means (`default`); null when the document has none
/// @param repeats the index of the row that this one is again (a cycle): its children are that row's; else -1
public record Row(
        int parent,
        Role role,
        String path,
        String name,
        Type type,
        String format,
        boolean required,
        boolean requiredIfParent,
        boolean nullable,
        List<JsonNode> values,
        Limits limits,
        String description,
        boolean deprecated,
        boolean readOnly,
        boolean writeOnly,
        boolean closed,
        boolean cut,
        String credential,
        boolean secret,
        @Nullable JsonNode example,
        @Nullable JsonNode standard,
        int repeats) {

    /// The same row, marked as what carries the credential of `scheme`.
    Row carrying(String scheme, boolean isSecret) {
        return new Row(
                parent,
                role,
                path,
                name,
                type,
                format,
                required,
                requiredIfParent,
                nullable,
                values,
                limits,
                description,
                deprecated,
                readOnly,
                writeOnly,
                closed,
                cut,
                scheme,
                isSecret,
                example,
                standard,
                repeats);
    }

    /// What a row is to its parent.
    public enum Role {
        BODY,
        MEMBER,
        ITEM,
        MAP_VALUE,
        ALTERNATIVE
    }

    /// What a value is. `MAP`: an object whose names are data; its child is the one [Role#MAP_VALUE]. `ONE_OF` and
    /// `ANY_OF`: what one of the child rows (each an [Role#ALTERNATIVE]) says. `FILE`: bytes, in a form's part or
    /// as a whole body. `ANY`: nothing is said.
    public enum Type {
        OBJECT,
        MAP,
        ARRAY,
        STRING,
        INTEGER,
        NUMBER,
        BOOLEAN,
        NULL,
        FILE,
        ONE_OF,
        ANY_OF,
        ANY
    }
}
