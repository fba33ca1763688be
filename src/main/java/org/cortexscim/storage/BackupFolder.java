package org.cortexscim.storage;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/** A folder that an operator has named for backups. */
record BackupFolder(Path path) {
    /**
     * @throws BackupException when the server cannot write there. A folder that is missing is not created: it may be a disk
     *     that is not mounted
     */
    static BackupFolder named(String name) throws BackupException {
        Path path = parsed(name);
        if (!path.isAbsolute()) {
            throw new BackupException("'%s' is not an absolute path; begin it with a slash.".formatted(name));
        }
        if (!Files.isDirectory(path)) {
            throw new BackupException("%s is not a folder; create it, or name another one.".formatted(path));
        }
        if (!Files.isWritable(path)) {
            throw new BackupException(
                    "The server's user cannot write to %s; change its permissions, or name another folder."
                            .formatted(path));
        }
        return new BackupFolder(path);
    }

    /** A backup inside the database would be part of the next one. */
    void requireOutside(Path database) throws BackupException {
        if (path.startsWith(database)) {
            throw new BackupException(
                    "%s is inside the database's own folder %s; name another folder.".formatted(path, database));
        }
    }

    /**
     * @param size of the backup, in bytes
     * @param reserve what has to stay free, since the database may be on the same disk
     * @param free what is free now
     */
    void requireRoom(long size, long reserve, long free) throws BackupException {
        if (free - reserve < size) {
            throw new BackupException(
                    ("There is not enough room in %s: %d bytes are free; the backup takes %d, and %d have to"
                                    + " stay free (DERBY_MIN_FREE_BYTES). Make room, or name a folder on another disk.")
                            .formatted(path, free, size, reserve));
        }
    }

    private static Path parsed(String name) throws BackupException {
        try {
            return Path.of(name).normalize();
        } catch (InvalidPathException unreadable) {
            throw new BackupException("'%s' is not a path.".formatted(name), unreadable);
        }
    }
}
