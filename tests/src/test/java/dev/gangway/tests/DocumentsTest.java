package dev.gangway.tests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.app.Setting;
import dev.gangway.lifecycle.Requirement;
import dev.gangway.lifecycle.Requirements;
import dev.gangway.wire.PlaidError;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What the documents say is so: paths exist, and tables equal those of the code.
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class DocumentsTest {
    private static final Pattern NAMED_PATH = Pattern.compile("`([\\w.-]+/[\\w./-]+)`");
    private static final Pattern LINK = Pattern.compile("]\\(([^):]+?)(#[^)]*)?\\)");

    @ParameterizedTest
    @ValueSource(strings = {"ARCHITECTURE.md", "CONTRIBUTING.md"})
    void every_path_that_a_map_names_exists(String map) {
        List<String> named = matches(NAMED_PATH, Sources.text(map))
                .map(match -> match.group(1))
                .filter(path -> !path.startsWith("logs/")) // in the data folder, not here
                .toList();
        assertThat(named)
                .isNotEmpty()
                .allSatisfy(path -> assertThat(Sources.ROOT.resolve(path)).exists());
    }

    static Stream<Path> documents() {
        return Sources.documents();
    }

    @ParameterizedTest
    @MethodSource("documents")
    void links_between_documents_lead_somewhere(Path document) {
        Path folder = Sources.ROOT.resolve(document).resolveSibling("");
        assertThat(matches(LINK, Sources.text(document)).map(match -> match.group(1)))
                .allSatisfy(link -> assertThat(folder.resolve(link)).exists());
    }

    @Nested
    class The_table_of {
        @Test
        void settings_in_the_README_is_that_of_the_code() {
            List<String> rows = Stream.of(Setting.values())
                    .map(setting -> "| `%s` | `%s` | %s | %s |"
                            .formatted(
                                    setting.key(),
                                    setting.variable(),
                                    setting.standard() == null ? "–" : "`" + setting.standard() + "`",
                                    setting.meaning()))
                    .toList();
            assertThat(table("README.md", "| key | environment variable | default | meaning |"))
                    .isEqualTo(rows);
        }

        @Test
        void errors_is_that_of_the_code() {
            List<String> rows = Stream.of(PlaidError.values())
                    .map(error -> "| %d | `%s` | `%s` | %s |"
                            .formatted(error.status(), error.type(), error.code(), error.message()))
                    .toList();
            assertThat(table("docs/partner-api.md", "| status | error_type | error_code | error_message |"))
                    .isEqualTo(rows);
        }

        @Test
        void requirements_is_that_of_the_code() {
            List<String> rows = Requirements.TABLE.stream()
                    .map(row -> "| `%s` | %s |"
                            .formatted(
                                    row.products(),
                                    row.needs().stream()
                                            .map(Requirement::wire)
                                            .collect(Collectors.joining("`, `", "`", "`"))))
                    .toList();
            assertThat(table("docs/partner-api.md", "| products | needs |")).isEqualTo(rows);
        }

        /// The rows below a table's heading, up to the first line that is none.
        private List<String> table(String document, String heading) {
            List<String> lines = Sources.text(document).lines().toList();
            assertThat(lines).as("%s has this table once", document).containsOnlyOnce(heading);
            return lines.stream()
                    .skip(lines.indexOf(heading) + 2L) // the heading and the line under it
                    .takeWhile(line -> line.startsWith("|"))
                    .toList();
        }
    }

    @Nested
    class Nothing_that_is_kept_mentions {
        @Test
        void a_folder_of_somebodys_machine() {
            Pattern folders = Pattern.compile("(?<![\\w.~}])/(work|tmp/wt|tmp/plan|Users|home/[a-z]+)/");
            assertThat(mentioning(folders)).isEmpty();
        }

        private static List<Path> mentioning(Pattern pattern) {
            Path self = Path.of("tests/src/test/java/dev/gangway/tests/DocumentsTest.java");
            return Sources.all()
                    .filter(file -> !file.equals(self))
                    .filter(file -> pattern.matcher(Sources.text(file)).find())
                    .toList();
        }
    }

    @Test
    void every_file_is_small_enough_to_read() {
        Stream<Path> tooLong = Sources.all()
                .filter(file -> file.toString().endsWith(".java"))
                .filter(file -> Sources.text(file).lines().count() > 400);
        assertThat(tooLong).isEmpty();
    }

    private static Stream<MatchResult> matches(Pattern pattern, String text) {
        return pattern.matcher(text).results();
    }
}
