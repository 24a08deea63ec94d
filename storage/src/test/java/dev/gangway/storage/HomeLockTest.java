package dev.gangway.storage;

import static java.nio.file.attribute.PosixFilePermission.OTHERS_READ;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class HomeLockTest {
    @TempDir
    Path folder;

    @Test
    void a_missing_folder_is_created_and_closed_to_others() throws IOException {
        Path home = folder.resolve("some/where");
        try (HomeLock held = HomeLock.hold(home)) {
            assertThat(held.home()).isEqualTo(home.toRealPath());
            assertThat(Files.getPosixFilePermissions(home)).doesNotContain(OTHERS_READ);
        }
    }

    @Test
    void one_process_holds_it_once() {
        try (HomeLock held = HomeLock.hold(folder)) {
            assertThatThrownBy(() -> HomeLock.hold(held.home().resolve("../" + folder.getFileName())))
                    .isInstanceOf(StorageException.class)
                    .hasMessageContaining(
                            "in use by another Gangway (process %d)",
                            ProcessHandle.current().pid());
            assertThatThrownBy(() -> HomeLock.hold(folder)).isInstanceOf(StorageException.class);
        }
        HomeLock.hold(folder).close();
    }

    @Test
    void another_process_is_named_and_when_it_is_killed_the_folder_is_free() throws Exception {
        try (ChildJvm other = ChildJvm.start(Holder.class, folder.toString())) {
            assertThatThrownBy(() -> HomeLock.hold(folder))
                    .isInstanceOf(StorageException.class)
                    .hasMessageContaining("in use by another Gangway (process %d)", other.pid());
        }
        HomeLock.hold(folder).close();
    }

    @Test
    void a_file_in_its_place_is_refused() throws IOException {
        Path file = Files.createFile(folder.resolve("file"));
        assertThatThrownBy(() -> HomeLock.hold(file))
                .isInstanceOf(StorageException.class)
                .hasMessageContaining(file.toString());
    }

    static final class Holder {
        private Holder() {}

        static void main(String[] folder) throws IOException {
            try (HomeLock held = HomeLock.hold(Path.of(folder[0]))) {
                IO.println(held.home());
                System.in.read();
            }
        }
    }
}
