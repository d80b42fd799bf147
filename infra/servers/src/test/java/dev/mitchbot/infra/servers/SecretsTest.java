package dev.mitchbot.infra.servers;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretsTest {
    @TempDir
    private Path folder;

    @Test
    void areMadeOnceAndReadByTheirOwnerAlone() throws Exception {
        Path file = folder.resolve("new/secret");

        String made = Secrets.keptIn(file);

        assertThat(made).hasSize(32);
        assertThat(Secrets.keptIn(file)).isEqualTo(made);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(file.getParent()).isDirectoryContaining(file::equals);
        assertThat(file.getParent().toFile().list()).hasSize(1);
    }

    /** As a full disk or a power cut may have left it. */
    @Test
    void areMadeWhereAnEmptyFileStands() throws Exception {
        Path file = Files.createFile(folder.resolve("secret"));

        String made = Secrets.keptIn(file);

        assertThat(made).hasSize(32);
        assertThat(Secrets.keptIn(file)).isEqualTo(made);
    }
}
