package dev.gangway.sdk;

import dev.gangway.base.Json;
import dev.gangway.openapi.OperationModel.Media;
import dev.gangway.openapi.Row;
import dev.gangway.snippet.SdkNames;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.SequencedMap;
import java.util.stream.Collectors;
import javax.lang.model.SourceVersion;

/// The Java client of a provider: one class with a method for each operation, over maps, on the JDK's own HTTP client.
final class JavaClient {
    private static final List<String> RUNTIME = List.of("GangwayException", "Json", "Transport", "Wire");

    private JavaClient() {}

    static byte[] jar(Edition edition) {
        return Compiler.jar(sources(edition));
    }

    /// The package, such as `dev.gangway.clients.partner`.
    static String packageName(String provider) {
        String letters = provider.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "_");
        return "dev.gangway.clients." + (SourceVersion.isName(letters) ? letters : "_" + letters);
    }

    /// Source texts by path.
    static SequencedMap<String, String> sources(Edition edition) {
        String inPackage = packageName(edition.provider());
        String folder = inPackage.replace('.', '/') + "/";
        SequencedMap<String, String> sources = new LinkedHashMap<>();
        for (String type : RUNTIME) {
            sources.put(
                    folder + type + ".java",
                    NpmPackage.resource("java/" + type + ".java")
                            .replace("package PACKAGE;", "package " + inPackage + ";"));
        }
        String client = type(edition.provider());
        sources.put(folder + client + ".java", client(edition, inPackage, client));
        return sources;
    }

    private static String type(String provider) {
        String type = SdkNames.type(provider);
        return RUNTIME.contains(type)
                        || List.of("Map", "List", "Object", "String").contains(type)
                ? type + "Client"
                : type;
    }

    private static String client(Edition edition, String inPackage, String client) {
        StringBuilder out =
                new StringBuilder("package " + inPackage + ";\n\nimport java.util.List;\nimport java.util.Map;\n\n");
        out.append(Comment.block("", List.of(javadoc(edition.title() + ", called through the gateway. Thread-safe."))));
        out.append("public final class " + client + " {\n    private final Transport transport;\n\n");
        out.append("    /** Configured by GANGWAY_URL, GANGWAY_TOKEN and GANGWAY_CONNECTION. */\n");
        out.append("    public " + client
                + "() {\n        this(System.getenv(\"GANGWAY_URL\"), System.getenv(\"GANGWAY_TOKEN\"), ");
        out.append("System.getenv(\"GANGWAY_CONNECTION\"));\n    }\n\n");
        out.append(
                "    /** The gateway's server, an access token, and the connection whose credentials the gateway adds. */\n");
        out.append("    public " + client + "(String url, String token, String connection) {\n");
        out.append("        this.transport = new Transport(url, token, connection);\n    }\n\n");
        out.append("    private " + client + "(Transport transport) {\n        this.transport = transport;\n    }\n\n");
        out.append("    /** The same client, with one more header in each request. */\n");
        out.append("    public " + client + " withHeader(String name, String value) {\n");
        out.append("        return new " + client + "(transport.withHeader(name, value));\n    }\n");
        for (Call call : Call.all(edition)) {
            method(call, out);
        }
        return out.append("}\n").toString();
    }

    private static void method(Call call, StringBuilder out) {
        String parameters = call.arguments().isEmpty() ? "" : "Map<String, ?> parameters";
        String body = call.body().isEmpty() ? "" : (takesMap(call) ? "Map<String, ?> body" : "Object body");
        String between = parameters.isEmpty() || body.isEmpty() ? "" : ", ";
        String answer = answer(call);
        out.append('\n');
        out.append(Comment.block(
                "    ",
                List.of(
                        javadoc(call.operation().summary()),
                        javadoc(call.operation().description()))));
        if (call.operation().deprecated()) {
            out.append("    @Deprecated\n");
        }
        if (answer.startsWith("Map")) {
            out.append("    @SuppressWarnings(\"unchecked\")\n");
        }
        out.append("    public " + answer + " " + methodName(call) + "(" + parameters + between + body + ") {\n");
        String sent = "transport.send(" + operation(call) + ", " + (parameters.isEmpty() ? "null" : "parameters") + ", "
                + (body.isEmpty() ? "null" : "body") + ")";
        out.append(
                switch (answer) {
                    case "void" -> "        " + sent + ";\n";
                    case "byte[]" -> "        return " + sent + ".body();\n";
                    default -> "        return (" + answer + ") Transport.content(" + sent + ");\n";
                });
        out.append("    }\n");
    }

    private static String methodName(Call call) {
        boolean taken = List.of("getClass", "notify", "notifyAll", "wait", "hashCode", "clone", "finalize", "equals")
                .contains(call.name());
        return taken || !SourceVersion.isName(call.name()) ? call.name() + "_" : call.name();
    }

    private static boolean takesMap(Call call) {
        return call.body()
                .map(Media::rows)
                .filter(rows -> !rows.isEmpty())
                .map(rows -> rows.getFirst().type() == Row.Type.OBJECT
                        || rows.getFirst().type() == Row.Type.MAP)
                .orElse(false);
    }

    private static String answer(Call call) {
        if (call.answersBytes()) {
            return "byte[]";
        }
        return call.answer()
                .map(media -> media.type().contains("json")
                                && !media.rows().isEmpty()
                                && media.rows().getFirst().type() == Row.Type.OBJECT
                        ? "Map<String, Object>"
                        : "Object")
                .orElse("void");
    }

    private static String operation(Call call) {
        String parameters = call.arguments().stream()
                .map(argument -> "new Wire.Parameter(" + text(argument.name()) + ", "
                        + text(argument.parameter().name()) + ", "
                        + text(argument.parameter().place().name().toLowerCase(Locale.ROOT)) + ", "
                        + text(argument.parameter().style()) + ", "
                        + argument.parameter().explode() + ")")
                .collect(Collectors.joining(", "));
        return "new Transport.Operation(" + text(call.operation().method()) + ", "
                + text(call.operation().path()) + ", List.of(" + parameters + "), " + text(call.writer()) + ", "
                + text(call.body().map(Media::type).orElse("")) + ", "
                + text(call.idempotencyKey().orElse("")) + ")";
    }

    /// JSON's escapes are Java's, but for the unicode ones, which javac reads before it sees a literal.
    private static String text(String text) {
        return Json.text(text.replaceAll("\\p{Cntrl}", " "));
    }

    /// A comment cannot be ended, nor hold a unicode escape, by what it says.
    private static String javadoc(String html) {
        return Comment.text(html)
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace("@", "&#64;")
                .replace("\\", "&#92;")
                .replace("*/", "*&#47;");
    }
}
