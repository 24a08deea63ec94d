package dev.gangway.sdk;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gangway.base.Json;
import dev.gangway.snippet.SdkNames;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.SequencedMap;

/// The npm package of a provider: ECMAScript module, CommonJS and types, without dependencies.
final class NpmPackage {
    private NpmPackage() {}

    static byte[] of(Edition edition) {
        List<Call> calls = Call.all(edition);
        String code = code(edition, calls);
        String types = Declarations.text(edition, calls, resource("runtime.d.ts"));
        String client = SdkNames.type(edition.provider());
        SequencedMap<String, byte[]> files = new LinkedHashMap<>();
        put(files, "package.json", manifest(edition));
        put(files, "README.md", readMe(edition, calls));
        put(
                files,
                "index.mjs",
                code + "\nexport { " + client + ", GangwayError, exact };\nexport default new " + client + "();\n");
        put(
                files,
                "index.cjs",
                "'use strict';\n\n" + code + "\nmodule.exports = { " + client
                        + ", GangwayError, exact, default: new " + client + "() };\n"
                        + "Object.defineProperty(module.exports, '__esModule', { value: true });\n");
        put(files, "index.d.mts", types);
        put(files, "index.d.cts", types);
        return Tar.gzipped(files);
    }

    private static void put(SequencedMap<String, byte[]> files, String name, String text) {
        files.put("package/" + name, text.getBytes(StandardCharsets.UTF_8));
    }

    private static String code(Edition edition, List<Call> calls) {
        String client = SdkNames.type(edition.provider());
        StringBuilder out = new StringBuilder(resource("runtime.js"));
        out.append("\nconst OPERATIONS = {\n");
        for (Call call : calls) {
            out.append("  " + call.name() + ": " + script(operation(call)) + ",\n");
        }
        return out.append("};\n\nclass " + client + " extends Client {}\n\ndefine(" + client + ", OPERATIONS);\n")
                .toString();
    }

    private static String script(ObjectNode value) {
        return Json.text(value).replace("\u2028", "\\u2028").replace("\u2029", "\\u2029");
    }

    private static ObjectNode operation(Call call) {
        ObjectNode operation = Json.object()
                .put("method", call.operation().method())
                .put("path", call.operation().path());
        ArrayNode parameters = operation.putArray("parameters");
        for (SdkNames.Argument argument : call.arguments()) {
            parameters
                    .addObject()
                    .put("name", argument.name())
                    .put("wire", argument.parameter().name())
                    .put("place", argument.parameter().place().name().toLowerCase(Locale.ROOT))
                    .put("style", argument.parameter().style())
                    .put("explode", argument.parameter().explode());
        }
        call.body().ifPresent(media -> operation.put("body", call.writer()).put("type", media.type()));
        if (call.answersBytes()) {
            operation.put("answer", "bytes");
        }
        call.idempotencyKey().ifPresent(header -> operation.put("idempotencyKey", header));
        return operation;
    }

    private static String manifest(Edition edition) {
        ObjectNode manifest = Json.object()
                .put("name", SdkNames.packageName(edition.provider()))
                .put("version", edition.version())
                .put("description", Comment.text(edition.title()) + ", called through Gangway")
                .put("main", "./index.cjs")
                .put("module", "./index.mjs")
                .put("types", "./index.d.cts")
                .put("sideEffects", false);
        ObjectNode entry = manifest.putObject("exports").putObject(".");
        entry.putObject("import").put("types", "./index.d.mts").put("default", "./index.mjs");
        entry.putObject("require").put("types", "./index.d.cts").put("default", "./index.cjs");
        manifest.putObject("engines").put("node", ">=20.3");
        try {
            return Json.MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(manifest) + "\n";
        } catch (JsonProcessingException bug) {
            throw new UncheckedIOException(bug);
        }
    }

    private static String readMe(Edition edition, List<Call> calls) {
        String instance = SdkNames.instance(edition.provider());
        String method = calls.isEmpty() ? "operation" : calls.getFirst().name();
        return """
                # %s

                Generated by Gangway from the provider's document. Calls go through the gateway, which adds the credentials of a connection;
                none are in this package.

                    import %s, { GangwayError } from '%s';

                    const answer = await %s.%s({ /* … */ });

                `GANGWAY_TOKEN` is an access token, `GANGWAY_CONNECTION` the connection to use, `GANGWAY_URL` the server
                (http://localhost:8700 when absent). The last argument of each method, `new %s({ … })` and `%s.with({ … })` set the same:
                `{ url, token, connection, timeout, maxRetries, headers, signal, fetch }`.
                """.formatted(
                        Comment.text(edition.title()),
                        instance,
                        SdkNames.packageName(edition.provider()),
                        instance,
                        method,
                        SdkNames.type(edition.provider()),
                        instance);
    }

    static String resource(String name) {
        try (InputStream in = NpmPackage.class.getResourceAsStream(name)) {
            return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
