package dev.gangway.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(ReplaceUnderscores.class)
class EnvFileTest {
    @TempDir
    Path folder;

    @Test
    void values_may_be_bare_quoted_or_exported() throws IOException {
        assertThat(read("""
                # written by the first start
                BARE=http://127.0.0.1:8700
                SINGLE='a b $c'
                  DOUBLE="a \\"b\\" \\$c"
                export EXPORTED=x=y
                EMPTY=
                """))
                .isEqualTo(Map.of(
                        "BARE", "http://127.0.0.1:8700",
                        "SINGLE", "a b $c",
                        "DOUBLE", "a \"b\" $c",
                        "EXPORTED", "x=y",
                        "EMPTY", ""));
    }

    @Test
    void lines_that_assign_nothing_are_passed_over() throws IOException {
        assertThat(read("\nset -e\n=x\n#A=b\n")).isEmpty();
    }

    @Test
    void a_file_that_is_not_there_has_no_values() throws IOException {
        assertThat(EnvFile.read(folder.resolve("none"))).isEmpty();
    }

    private Map<String, String> read(String text) throws IOException {
        Path file = Files.writeString(folder.resolve("x.env"), text);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        return EnvFile.read(file);
    }
}
