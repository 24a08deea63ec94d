package dev.gangway.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gangway.openapi.ExampleMaker.Extent;
import dev.gangway.openapi.OperationModel.Media;
import dev.gangway.openapi.RowReader.Direction;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Reads bodies. What many operations share by reference (an error, most often) is listed once.
final class MediaReader {
    private static final Pattern TYPE = Pattern.compile("[\\w.+*-]+/[\\w.+*-]+( *;.*)?");
    private static final int MOST = 20; // media types of one body

    private final Document document;
    private final RowReader rows;
    private final IdentityHashMap<JsonNode, List<Row>> requests = new IdentityHashMap<>();
    private final IdentityHashMap<JsonNode, List<Row>> responses = new IdentityHashMap<>();

    MediaReader(Document document, RowReader rows) {
        this.document = document;
        this.rows = rows;
    }

    List<Media> requests(JsonNode content, String place) {
        return read(content, place, Direction.REQUEST, requests);
    }

    List<Media> responses(JsonNode content, String place) {
        return read(content, place, Direction.RESPONSE, responses);
    }

    private List<Media> read(
            JsonNode content, String place, Direction direction, IdentityHashMap<JsonNode, List<Row>> known) {
        List<Media> list = new ArrayList<>();
        content.properties().forEach(entry -> {
            String at = place + "/" + Document.escape(entry.getKey());
            if (!TYPE.matcher(entry.getKey()).matches()) {
                document.note(at, "This is no media type; passed over.");
            } else if (list.size() < MOST) {
                list.add(media(entry.getKey(), entry.getValue(), at, direction, known));
            }
        });
        list.sort(Comparator.comparingInt(MediaReader::rank)); // stable
        return List.copyOf(list);
    }

    private Media media(
            String type,
            JsonNode media,
            String place,
            Direction direction,
            IdentityHashMap<JsonNode, List<Row>> known) {
        JsonNode schema = media.path("schema");
        JsonNode target = document.follow(schema, place + "/schema");
        List<Row> list = known.get(target);
        if (list == null || target.isMissingNode()) {
            list = rows.body(schema, place + "/schema", direction);
            known.put(target, list);
        }
        List<Example> said = examples(media, schema, place);
        return new Media(type, list, said);
    }

    /// The same media types with made-up examples beside the document's own: a request has all three extents, an
    /// answer one where the document has none.
    static List<Media> exemplified(List<Media> content, Direction direction) {
        return content.stream().map(media -> exemplified(media, direction)).toList();
    }

    private static Media exemplified(Media media, Direction direction) {
        if (!isStructured(media.type())) {
            return media;
        }
        List<Example> all = new ArrayList<>(media.examples());
        switch (direction) {
            case REQUEST -> {
                for (Extent extent : Extent.values()) {
                    make(all, media, extent);
                }
            }
            case RESPONSE -> {
                if (all.isEmpty()) {
                    make(all, media, Extent.FULL);
                }
            }
        }
        return new Media(media.type(), media.rows(), List.copyOf(all));
    }

    private static boolean isStructured(String type) {
        return type.contains("json") || type.contains("form");
    }

    private static void make(List<Example> all, Media media, Extent extent) {
        String name = extent.name().toLowerCase(Locale.ROOT);
        if (all.stream().noneMatch(example -> example.name().equals(name))) {
            ExampleMaker.make(media.rows(), extent)
                    .ifPresent(value -> all.add(new Example(name, summary(extent), value, true)));
        }
    }

    private static String summary(Extent extent) {
        return switch (extent) {
            case MINIMAL -> "As little as is accepted";
            case REALISTIC -> "What a first request may say";
            case FULL -> "Everything at once";
        };
    }

    private List<Example> examples(JsonNode media, JsonNode schema, String place) {
        List<Example> list = new ArrayList<>();
        media.path("examples").properties().forEach(entry -> {
            JsonNode example = document.follow(entry.getValue(), place + "/examples");
            String summary = Text.line(example.path("summary").asText(""), "");
            add(list, entry.getKey(), summary, example.get("value"));
        });
        add(list, "example", "", media.get("example"));
        if (list.isEmpty()) {
            add(list, "example", "", schema.get("example"));
        }
        return List.copyOf(list);
    }

    private static void add(List<Example> list, String name, String summary, @Nullable JsonNode value) {
        JsonNode shown = RowMaker.shown(value);
        if (shown != null && list.size() < MOST) {
            list.add(new Example(Text.line(name, "example"), summary, shown, false));
        }
    }

    private static int rank(Media media) {
        String type = media.type().toLowerCase(Locale.ROOT);
        if (type.startsWith("application/json")) {
            return 0;
        }
        return type.contains("+json") || type.contains("json") ? 1 : type.startsWith("multipart/") ? 3 : 2;
    }
}
