package dev.gangway.temporal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gangway.storage.VaultKeys;
import io.temporal.api.common.v1.Payload;
import io.temporal.common.converter.DataConverter;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class SealingCodecTest {
    private static final String TEXT = "what a run was given: Åsa";

    @TempDir
    private Path folder;

    private DataConverter ours;

    @BeforeEach
    void create() {
        ours = converter("ours");
    }

    private DataConverter converter(String name) {
        Path file = folder.resolve(name);
        VaultKeys.create(file);
        return Payloads.sealed(VaultKeys.at(file).vault());
    }

    private static String read(DataConverter converter, Payload payload) {
        return converter.fromPayload(payload, String.class, String.class);
    }

    @Test
    void what_was_sealed_is_read_and_shows_nothing() {
        Payload sealed = ours.toPayload(TEXT).orElseThrow();
        assertThat(read(ours, sealed)).isEqualTo(TEXT);
        assertThat(sealed.getData().toStringUtf8()).doesNotContain("given");
        assertThat(sealed.getMetadataMap()).containsOnlyKeys("encoding");
    }

    @Test
    void what_was_never_sealed_is_read_too() {
        assertThat(read(ours, Payloads.json().toPayload(TEXT).orElseThrow())).isEqualTo(TEXT);
    }

    @Test
    void nobody_else_reads_it() {
        Payload sealed = converter("theirs").toPayload(TEXT).orElseThrow();
        assertThatThrownBy(() -> read(ours, sealed)).isInstanceOf(RuntimeException.class);
    }
}
