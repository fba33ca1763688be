package org.cortexscim.storage;

import java.nio.file.Path;

/**
 * What has become of a request for a backup. A refusal is no exception, since an enterprise bean may be asked: its
 * container would write a dump to the disk for it.
 */
public sealed interface BackupResult {
    /** There is a backup at this path. */
    record Made(Path backup) implements BackupResult {}

    /** There is none; the sentence says why, and what to do. */
    record Refused(String why) implements BackupResult {}
}
