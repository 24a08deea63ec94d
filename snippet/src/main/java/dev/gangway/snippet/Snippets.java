package dev.gangway.snippet;

/// Writes requests as programs: complete, runnable as they stand, and without a secret in them. All that is printed to
/// the
/// standard output is the answer's body. Thread-safe; fast enough to be called for each keystroke.
public final class Snippets {
    private Snippets() {}

    /// The request as text that ends in a line break.
    public static String text(Language language, SnippetCall call) {
        HttpCall http = Composer.compose(call);
        return switch (language) {
            case TYPESCRIPT ->
                switch (call.via()) {
                    case Via.Gateway gateway -> SdkWriter.write(call, gateway);
                    case Via.Direct _ -> FetchWriter.write(http, true); // the SDK knows no way but the gateway
                };
            case CURL -> CurlWriter.write(http);
            case JAVASCRIPT -> FetchWriter.write(http, false);
            case PYTHON -> PythonWriter.write(http);
            case JAVA -> JavaWriter.write(http);
            case GO -> GoWriter.write(http);
            case CSHARP -> CsharpWriter.write(http);
            case PHP -> PhpWriter.write(http);
            case RUBY -> RubyWriter.write(http);
        };
    }
}
