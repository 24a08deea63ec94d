package dev.gangway.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.gangway.openapi.Row.Role;
import dev.gangway.openapi.Schemas.Part;
import dev.gangway.openapi.Schemas.Resolved;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Lists a schema as rows, parents before children. A schema inside itself is a link back to its row. A body of
/// more rows than [ReadOptions] allow is cut at the deepest level that still fits, so that every field near its top
/// is there.
final class RowReader {
    private static final int DEEPEST = 60; // levels that anybody would read
    private static final int MOST_ON_TOP = 20_000; // rows, however few levels are left

    private final Document document;
    private final Schemas schemas;
    private final Shapes shapes;
    private final RowMaker maker;
    private final ReadOptions options;

    RowReader(Document document, ReadOptions options, Markdown markdown) {
        this.document = document;
        this.schemas = new Schemas(document);
        this.shapes = new Shapes(document, schemas);
        this.maker = new RowMaker(markdown);
        this.options = options;
    }

    /// What a value is for, and so which of its rows are needed.
    enum Direction {
        REQUEST,
        RESPONSE
    }

    /// The rows of a body.
    ///
    /// @param place a JSON pointer with `#`
    List<Row> body(JsonNode schema, String place, Direction direction) {
        return rows(schema, place, direction, Role.BODY, "", true);
    }

    /// The rows of a parameter or a header, whose name is the first row's.
    List<Row> parameter(JsonNode schema, String place, Direction direction, String name, boolean required) {
        return rows(schema, place, direction, Role.MEMBER, name, required);
    }

    private List<Row> rows(
            JsonNode schema, String place, Direction direction, Role role, String name, boolean required) {
        Site site = new Site(-1, role, name, name, schema, place, required, required, false);
        List<Row> all = new Listing(direction, DEEPEST, options.mostRows()).list(site);
        if (all != null) {
            return all;
        }
        document.note(
                place, "The body has more than " + options.mostRows() + " rows; its deepest levels are left out.");
        List<Row> fitting = new Listing(direction, 1, MOST_ON_TOP).list(site);
        for (int levels = 2; levels < DEEPEST; levels++) {
            List<Row> more = new Listing(direction, levels, options.mostRows()).list(site);
            if (more == null) {
                break;
            }
            fitting = more;
        }
        return fitting == null ? new Listing(direction, 0, 1).listed(site) : fitting;
    }

    /// Where a value stands.
    record Site(
            int parent,
            Role role,
            String path,
            String name,
            JsonNode schema,
            String place,
            boolean required,
            boolean requiredIfParent,
            boolean secret) {}

    private final class Listing {
        private final Direction direction;
        private final int levels;
        private final int mostRows;
        private final List<Row> rows = new ArrayList<>();
        private final Map<Set<Part>, Integer> open = new HashMap<>();
        private boolean overfull;

        Listing(Direction direction, int levels, int mostRows) {
            this.direction = direction;
            this.levels = levels;
            this.mostRows = mostRows;
        }

        /// Null when there are too many.
        @Nullable
        List<Row> list(Site site) {
            row(site, 0);
            return overfull ? null : List.copyOf(rows);
        }

        List<Row> listed(Site site) {
            row(site, 0);
            return List.copyOf(rows);
        }

        private void row(Site site, int level) {
            if (rows.size() >= mostRows) {
                overfull = true;
            }
            if (overfull) {
                return;
            }
            Resolved resolved = schemas.resolve(site.schema(), site.place());
            Shape shape = shapes.of(resolved);
            Integer again = hasParts(shape) ? open.get(resolved.parts()) : null;
            boolean cut = again == null && level >= levels && hasParts(shape);
            int index = rows.size();
            rows.add(maker.row(site, named(site, resolved), shape, direction, cut, again == null ? -1 : again));
            if (again == null && !cut && hasParts(shape)) {
                Integer before = open.put(resolved.parts(), index);
                parts(site, shape, resolved, index, level + 1);
                restore(resolved.parts(), before);
            }
        }

        private void restore(Set<Part> parts, @Nullable Integer before) {
            if (before == null) {
                open.remove(parts);
            } else {
                open.put(parts, before);
            }
        }

        private String named(Site site, Resolved resolved) {
            return site.role() == Role.ALTERNATIVE && !resolved.title().isEmpty() ? resolved.title() : site.name();
        }

        private boolean hasParts(Shape shape) {
            return switch (shape.type()) {
                case OBJECT, MAP, ARRAY, ONE_OF, ANY_OF -> true;
                case STRING, INTEGER, NUMBER, BOOLEAN, NULL, FILE, ANY -> false;
            };
        }

        private void parts(Site site, Shape shape, Resolved resolved, int parent, int level) {
            boolean certain = site.required() && !shape.nullable();
            boolean secret = rows.get(parent).secret() || SecretNames.holdsSecrets(site.name(), site.secret());
            switch (shape.type()) {
                case OBJECT, MAP -> members(site, shape.schema(), resolved.place(), parent, certain, secret, level);
                case ARRAY -> {
                    JsonNode items = items(shape.schema());
                    String place = resolved.place() + "/items";
                    row(
                            new Site(parent, Role.ITEM, site.path() + "[]", "[]", items, place, false, false, secret),
                            level);
                }
                case ONE_OF, ANY_OF -> {
                    int number = 0;
                    for (JsonNode one : shape.alternatives()) {
                        String name = "alternative " + ++number;
                        String place = resolved.place() + "/" + (shape.type() == Row.Type.ONE_OF ? "oneOf" : "anyOf");
                        row(
                                new Site(parent, Role.ALTERNATIVE, site.path(), name, one, place, false, false, secret),
                                level);
                    }
                }
                case STRING, INTEGER, NUMBER, BOOLEAN, NULL, FILE, ANY -> {}
            }
        }

        private void members(
                Site site, JsonNode schema, String place, int parent, boolean certain, boolean secret, int level) {
            Set<String> required = new LinkedHashSet<>();
            schema.path("required").forEach(name -> required.add(name.asText()));
            String prefix = site.path().isEmpty() ? "" : site.path() + ".";
            schema.path("properties").properties().forEach(member -> {
                String name = member.getKey();
                boolean needed = required.remove(name) && !isOtherWay(member.getValue());
                String at = place + "/properties/" + Document.escape(name);
                JsonNode value = member.getValue();
                row(
                        new Site(
                                parent, Role.MEMBER, prefix + name, name, value, at, certain && needed, needed, secret),
                        level);
            });
            for (String name : required) {
                document.note(place, "The member " + name + " is required, but nothing is said of it.");
                JsonNode anything = JsonNodeFactory.instance.objectNode();
                row(new Site(parent, Role.MEMBER, prefix + name, name, anything, place, certain, true, secret), level);
            }
            JsonNode others = others(schema);
            boolean isMap = schema.path("properties").isEmpty() && others.isMissingNode() && required.isEmpty();
            if (!others.isEmpty() || (isMap && !RowMaker.isClosed(schema))) {
                String at = place + "/additionalProperties";
                row(
                        new Site(parent, Role.MAP_VALUE, prefix + "{key}", "{key}", others, at, false, false, secret),
                        level);
            }
        }

        /// A member that only the other side sends is not asked of this one.
        private boolean isOtherWay(JsonNode member) {
            JsonNode schema = schemas.resolve(member, "").schema();
            return schema.path(direction == Direction.REQUEST ? "readOnly" : "writeOnly")
                    .asBoolean();
        }
    }

    private static JsonNode items(JsonNode schema) {
        JsonNode items = schema.path("items");
        if (items.isArray()) {
            return items.path(0); // a tuple of JSON Schema draft 4
        }
        return items.isMissingNode() || items.isBoolean()
                ? schema.path("prefixItems").path(0)
                : items;
    }

    private static JsonNode others(JsonNode schema) {
        JsonNode others = schema.path("additionalProperties");
        if (others.isObject()) {
            return others;
        }
        return schema.path("patternProperties").path(firstName(schema.path("patternProperties")));
    }

    private static String firstName(JsonNode object) {
        return object.isEmpty() ? "" : object.fieldNames().next();
    }
}
