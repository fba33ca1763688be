package org.cortexscim.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BackupFolderTest {
    @TempDir
    private Path folder;

    @Test
    void isAnExistingFolder_namedByItsAbsolutePath() throws Exception {
        assertThat(BackupFolder.named(folder.resolve("x/..").toString()).path()).isEqualTo(folder);

        refused("backups", "not an absolute path");
        refused("", "not an absolute path");
        refused("/a\0b", "not a path");
        refused(folder.resolve("missing").toString(), "create it");
        refused(Files.createFile(folder.resolve("file")).toString(), "not a folder");
    }

    @Test
    void isWritable() throws IOException {
        Path closed = Files.createDirectory(
                folder.resolve("closed"),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("r-x------")));
        assumeFalse(Files.isWritable(closed), "the superuser may write everywhere");

        refused(closed.toString(), "change its permissions");
    }

    @Test
    void isOutsideOfTheDatabase() {
        BackupFolder place = new BackupFolder(folder);

        assertThatCode(() -> place.requireOutside(folder.resolve("derby"))).doesNotThrowAnyException();
        assertThatExceptionOfType(BackupException.class)
                .isThrownBy(() -> place.requireOutside(folder))
                .withMessageContaining("inside the database's own folder");
    }

    @Test
    void hasRoomForTheBackup_besidesWhatHasToStayFree() {
        BackupFolder place = new BackupFolder(folder);

        assertThatCode(() -> place.requireRoom(20, 100, 120)).doesNotThrowAnyException();
        assertThatExceptionOfType(BackupException.class)
                .isThrownBy(() -> place.requireRoom(20, 100, 119))
                .withMessageContaining("119 bytes are free; the backup takes 20, and 100 have to stay free");
    }

    private static void refused(String name, String why) {
        assertThatExceptionOfType(BackupException.class)
                .isThrownBy(() -> BackupFolder.named(name))
                .withMessageContaining(why);
    }
}
