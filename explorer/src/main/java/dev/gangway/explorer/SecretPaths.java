package dev.gangway.explorer;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gangway.base.Json;
import dev.gangway.openapi.OperationModel;
import dev.gangway.openapi.OperationModel.Media;
import dev.gangway.openapi.Row;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Which values of an operation's answers a page masks: those that the document calls secret, and those that it does
/// not describe and whose name sounds like one. Pure.
final class SecretPaths {
    private static final Pattern DOUBTFUL =
            Pattern.compile("secret|token|passw|ssn|account_?number|routing|api_?key|authorization");

    private SecretPaths() {}

    /// `{hidden, shown, doubtful}`: dotted paths that are secret, dotted paths that are not although their name is
    /// doubtful, and what makes a name doubtful, as a regular expression that knows no case.
    static ObjectNode of(OperationModel operation) {
        ObjectNode secrets = Json.object().put("doubtful", DOUBTFUL.pattern());
        paths(operation, Row::secret).forEach(secrets.putArray("hidden")::add);
        paths(operation, row -> !row.secret() && isDoubtful(row.name())).forEach(secrets.putArray("shown")::add);
        return secrets;
    }

    private static Stream<String> paths(OperationModel operation, Predicate<Row> wanted) {
        return operation.responses().stream()
                .flatMap(response -> response.content().stream())
                .map(Media::rows)
                .flatMap(List::stream)
                .filter(wanted)
                .map(Row::path)
                .filter(path -> !path.isEmpty())
                .distinct();
    }

    private static boolean isDoubtful(String name) {
        return DOUBTFUL.matcher(name.toLowerCase(Locale.ROOT)).find();
    }
}
