package dev.gangway.sdk;

import dev.gangway.base.ErrorCode;
import dev.gangway.base.ProblemException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.tools.DiagnosticCollector;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/// Compiles sources to a jar, in memory, for Java 17 or newer. The same sources give the same bytes.
final class Compiler {
    private static final LocalDateTime MODIFIED = LocalDateTime.of(1985, 10, 26, 8, 15); // as in the npm package

    private Compiler() {}

    /// @throws ProblemException NOT_READY where the server runs on a Java without a compiler
    static byte[] jar(SequencedMap<String, String> sources) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        if (compiler == null) {
            throw new ProblemException(
                    ErrorCode.NOT_READY, "Java clients are compiled on request: run the server on a JDK, not on a JRE");
        }
        Map<String, Output> classes = new TreeMap<>();
        DiagnosticCollector<JavaFileObject> messages = new DiagnosticCollector<>();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(messages, null, StandardCharsets.UTF_8)) {
            List<Source> units = sources.entrySet().stream()
                    .map(source -> new Source(source.getKey(), source.getValue()))
                    .toList();
            List<String> options = List.of("--release", "17", "-proc:none", "-g", "-Xlint:none");
            boolean good = compiler.getTask(null, new InMemory(files, classes), messages, options, null, units)
                    .call();
            if (!good) {
                throw new IllegalStateException("a generated client does not compile: "
                        + messages.getDiagnostics().getFirst());
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return zipped(classes);
    }

    private static byte[] zipped(Map<String, Output> classes) {
        ByteArrayOutputStream jar = new ByteArrayOutputStream();
        try (ZipOutputStream out = new ZipOutputStream(jar)) {
            put(
                    out,
                    "META-INF/MANIFEST.MF",
                    "Manifest-Version: 1.0\r\nCreated-By: Gangway\r\n\r\n".getBytes(StandardCharsets.UTF_8));
            for (Map.Entry<String, Output> one : classes.entrySet()) {
                put(out, one.getKey(), one.getValue().bytes.toByteArray());
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return jar.toByteArray();
    }

    private static void put(ZipOutputStream out, String name, byte[] bytes) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setTimeLocal(MODIFIED);
        out.putNextEntry(entry);
        out.write(bytes);
        out.closeEntry();
    }

    private static final class Source extends SimpleJavaFileObject {
        private final String text;

        Source(String path, String text) {
            super(URI.create("memory:///" + path), Kind.SOURCE);
            this.text = text;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }

    private static final class Output extends SimpleJavaFileObject {
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

        Output(String path) {
            super(URI.create("memory:///" + path), Kind.CLASS);
        }

        @Override
        public OutputStream openOutputStream() {
            return bytes;
        }
    }

    private static final class InMemory extends ForwardingJavaFileManager<JavaFileManager> {
        private final Map<String, Output> classes;

        InMemory(JavaFileManager files, Map<String, Output> classes) {
            super(files);
            this.classes = classes;
        }

        @Override
        public JavaFileObject getJavaFileForOutput(
                Location location, String type, JavaFileObject.Kind kind, FileObject sibling) {
            return classes.computeIfAbsent(type.replace('.', '/') + ".class", Output::new);
        }
    }
}
