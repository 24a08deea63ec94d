package dev.gangway.snippet;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SequencedMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;

/// Runs snippets with the languages that this machine has.
final class Running {
    /// @param file what a program is called
    /// @param probe succeeds where the language is there
    record Command(String file, List<String> probe, List<String> run) {}

    /// C# and TypeScript are not here: the one has no runtime where these tests run, the other needs the package that
    /// it
    /// imports.
    private static final SequencedMap<Language, Command> COMMANDS = new LinkedHashMap<>();

    static {
        put(Language.CURL, "example.sh", List.of("curl", "--version"), "sh");
        put(Language.JAVASCRIPT, "example.mjs", List.of("node", "--version"), "node");
        put(Language.PYTHON, "example.py", List.of("python3", "--version"), "python3");
        put(Language.JAVA, "Example.java", List.of("java", "--version"), "java");
        put(Language.GO, "example.go", List.of("go", "version"), "go", "run");
        put(Language.PHP, "example.php", List.of("php", "-r", "exit(extension_loaded('curl') ? 0 : 1);"), "php");
        put(Language.RUBY, "example.rb", List.of("ruby", "--version"), "ruby");
    }

    private static void put(Language language, String file, List<String> probe, String... run) {
        List<String> command = new ArrayList<>(List.of(run));
        command.add(file);
        COMMANDS.put(language, new Command(file, probe, List.copyOf(command)));
    }

    private static final Map<Language, Boolean> PRESENT = new EnumMap<>(Language.class);

    private Running() {}

    static List<Language> languages() {
        return List.copyOf(COMMANDS.keySet());
    }

    /// Runs the text in `folder`; skips the test where the language is not installed.
    ///
    /// @return what it printed
    static String run(Language language, String text, Path folder, Map<String, String> variables) {
        Command command = assumePresent(language, folder);
        try {
            Files.writeString(folder.resolve(command.file()), text);
        } catch (IOException full) {
            throw new UncheckedIOException(full);
        }
        return execute(command.run(), folder, variables);
    }

    static Command assumePresent(Language language, Path folder) {
        Command command = Objects.requireNonNull(COMMANDS.get(language));
        boolean present = PRESENT.computeIfAbsent(language, _ -> works(command.probe(), folder));
        Assumptions.assumeTrue(present, language.label() + " is not installed");
        return command;
    }

    private static boolean works(List<String> command, Path folder) {
        try {
            execute(command, folder, Map.of());
            return true;
        } catch (UncheckedIOException | IllegalStateException absent) {
            return false;
        }
    }

    static String execute(List<String> command, Path folder, Map<String, String> variables) {
        try {
            ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
            Path errors = folder.resolve("errors.txt");
            builder.environment().put("LC_ALL", "C.UTF-8");
            builder.environment().putAll(variables);
            Process process = builder.redirectError(errors.toFile()).start();
            process.getOutputStream().close();
            String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (!process.waitFor(120, TimeUnit.SECONDS) || process.exitValue() != 0) {
                process.destroyForcibly();
                throw new IllegalStateException(command + " failed:\n" + Files.readString(errors));
            }
            return printed;
        } catch (IOException absent) {
            throw new UncheckedIOException(absent);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }
}
