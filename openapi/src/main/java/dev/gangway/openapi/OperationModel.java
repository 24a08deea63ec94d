package dev.gangway.openapi;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// All that is known of one operation of a provider's API. Immutable, self-contained, and stored as JSON: nobody
/// needs the document again.
///
/// @param id the `operationId`, made unique and fit for a URL where the document has none
/// @param method in capitals
/// @param path such as `/v1/accounts/{account}`
/// @param summary one line of text; never empty (the path stands in)
/// @param description sanitised HTML; empty when the document has none
/// @param group the heading that it is listed under: its tag, or what stands in for one
/// @param documentation an http(s) URL of the provider's own page; empty when there is none
/// @param parameters in path, query, headers and cookies
/// @param body what is sent; null when nothing is
/// @param responses by status, in the document's order
/// @param security the sets of credentials of which one is needed; an empty set is "none". Empty: no credentials
/// @param servers where it is served, if elsewhere than the rest of the API; else empty
/// @param errors codes of the errors that it can answer, where the document lists them; else empty
/// @param names what the SDKs call it, by language: `typescript`, `java`, `python`
public record OperationModel(
        String id,
        String method,
        String path,
        String summary,
        String description,
        String group,
        String documentation,
        boolean deprecated,
        List<Parameter> parameters,
        @Nullable RequestBody body,
        List<Response> responses,
        List<SecuritySet> security,
        List<Server> servers,
        List<String> errors,
        Map<String, String> names) {

    /// A parameter. Its row is the first of `rows`; more follow where the value has parts.
    ///
    /// @param style `simple`, `form`, `deepObject`, `spaceDelimited`, `pipeDelimited`, `label`, `matrix`, or
    ///     `json` where the value is written as JSON
    public record Parameter(Place place, String style, boolean explode, List<Row> rows) {
        public Row row() {
            return rows.getFirst();
        }

        public String name() {
            return row().name();
        }
    }

    public enum Place {
        PATH,
        QUERY,
        HEADER,
        COOKIE
    }

    /// @param content by media type, the preferred one (JSON, where there is one) first; never empty
    public record RequestBody(boolean required, List<Media> content) {
        public Media preferred() {
            return content.getFirst();
        }
    }

    /// @param status three digits, `2XX` and the like, or `default`
    /// @param description sanitised HTML
    public record Response(String status, String description, List<Media> content, List<Parameter> headers) {}

    /// @param type such as `application/json`
    /// @param rows the first is the body itself
    /// @param examples requests have `minimal` (required fields only), `realistic` and `full`, made up where the
    ///     document has none, beside the document's own
    public record Media(String type, List<Row> rows, List<Example> examples) {}

    /// The same operation under another heading.
    OperationModel in(String heading) {
        return new OperationModel(
                id,
                method,
                path,
                summary,
                description,
                heading,
                documentation,
                deprecated,
                parameters,
                body,
                responses,
                security,
                servers,
                errors,
                names);
    }

    /// The media type that is tried first, if there is a body.
    public Optional<Media> request() {
        return Optional.ofNullable(body).map(RequestBody::preferred);
    }
}
