package dev.gangway.snippet;

import dev.gangway.openapi.OperationModel;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Which answers are files.
final class Downloads {
    private static final Map<String, String> ENDINGS = Map.of(
            "application/pdf", "pdf",
            "application/zip", "zip",
            "application/gzip", "gz",
            "image/png", "png",
            "image/jpeg", "jpg",
            "image/gif", "gif");

    private Downloads() {}

    /// What to call the file that a success answers with; null when the answer is text or empty.
    static @Nullable String file(OperationModel operation) {
        return operation.responses().stream()
                .filter(response -> response.status().startsWith("2"))
                .flatMap(response -> response.content().stream().limit(1))
                .map(media -> media.type().toLowerCase(Locale.ROOT))
                .findFirst()
                .filter(type -> !isText(type))
                .map(type -> "answer." + ENDINGS.getOrDefault(type, "bin"))
                .orElse(null);
    }

    private static boolean isText(String type) {
        return type.startsWith("text/")
                || type.contains("json")
                || type.contains("xml")
                || type.contains("yaml")
                || type.contains("javascript")
                || type.contains("x-www-form-urlencoded")
                || type.equals("*/*");
    }
}
