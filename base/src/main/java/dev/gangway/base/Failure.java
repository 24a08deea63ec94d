package dev.gangway.base;

/// Why a request got no ordinary answer, before an [ErrorStyle] words it for the wire.
public sealed interface Failure {
    /// No route has this path.
    record UnknownPath(String path) implements Failure {}

    /// The path exists, with other methods.
    ///
    /// @param allow the value of the `Allow` header, such as `GET, POST`
    record WrongMethod(String allow) implements Failure {}

    /// The body is over the limit.
    ///
    /// @param limit in bytes
    record BodyTooLarge(long limit) implements Failure {}

    /// The bytes on the connection were not an HTTP request that we take.
    record BadRequest(String reason) implements Failure {}

    /// The handler threw: a refusal that the style knows, or a bug.
    record Thrown(RuntimeException cause) implements Failure {}
}
