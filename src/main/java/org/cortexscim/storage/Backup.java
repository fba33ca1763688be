package org.cortexscim.storage;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.Set;
import java.util.stream.Stream;

/** Copies the embedded database while the server goes on; Derby lets reads and changes pass meanwhile. */
@ApplicationScoped
public class Backup {
    private static final Logger LOG = System.getLogger(Backup.class.getName());
    private static final DateTimeFormatter NAME =
            DateTimeFormatter.ofPattern("'derby-'uuuu-MM-dd'T'HH-mm-ss.SSS'Z'").withZone(ZoneOffset.UTC);
    /** The database has the names of users and the hashes of keys. */
    private static final Set<PosixFilePermission> PRIVATE = PosixFilePermissions.fromString("rwx------");

    @Inject
    private Database database;

    @Inject
    private FreeSpace space;

    @Inject
    private Clock clock;

    /**
     * Makes a backup: a folder of its own, named by the time, which only the server's user can read.
     *
     * @param folder the absolute path of the folder that gets the backup
     */
    public synchronized BackupResult into(String folder) {
        try {
            return new BackupResult.Made(made(folder));
        } catch (BackupException refused) {
            return new BackupResult.Refused(String.valueOf(refused.getMessage()));
        }
    }

    private Path made(String folder) throws BackupException {
        if (!database.isEmbedded()) {
            throw new BackupException("The database is PostgreSQL, which has its own tool for backups: use pg_dump.");
        }
        BackupFolder place = BackupFolder.named(folder);
        Path backup = place.path().resolve(NAME.format(clock.instant()));
        try {
            Path original = database.folder();
            place.requireOutside(original);
            place.requireRoom(
                    size(original), space.reserve(), place.path().toFile().getUsableSpace());
            copy(original.getFileName(), backup);
        } catch (IOException | UncheckedIOException | SQLException failure) {
            LOG.log(Logger.Level.ERROR, "The backup to " + backup + " failed.", failure);
            throw new BackupException("The backup failed: " + SqlFailures.words(failure), failure);
        }
        LOG.log(Logger.Level.INFO, "The database was backed up to {0}.", backup);
        return backup;
    }

    /** What has the name of a backup is complete: it gets its name last. */
    private void copy(Path name, Path backup) throws IOException, SQLException {
        Path unfinished =
                Files.createDirectory(Path.of(backup + ".part"), PosixFilePermissions.asFileAttribute(PRIVATE));
        try {
            database.backUp(unfinished);
            Path copy = unfinished.resolve(name);
            Files.setPosixFilePermissions(copy, PRIVATE);
            Files.move(copy, backup);
        } finally {
            delete(unfinished);
        }
    }

    private static long size(Path tree) throws IOException {
        try (Stream<Path> files = Files.walk(tree)) {
            return files.map(Path::toFile).mapToLong(File::length).sum();
        }
    }

    private static void delete(Path tree) throws IOException {
        try (Stream<Path> files = Files.walk(tree)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
