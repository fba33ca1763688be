package org.cortexscim.overview;

import java.time.Instant;
import java.util.Optional;

/**
 * A pause of provisioning.
 *
 * @param since when it began; empty if the audit log does not have it any more
 * @param by who has paused it; empty if the audit log does not tell
 * @param until when it ends by itself; empty for never
 */
public record Pause(Optional<Instant> since, Optional<String> by, Optional<Instant> until, Optional<String> reason) {
    String sentence() {
        return "Provisioning is paused%s%s, %s.%s"
                .formatted(
                        since.map(time -> " since " + TimeSpan.minute(time)).orElse(""),
                        by.map(" by "::concat).orElse(""),
                        until.map(time -> "until " + TimeSpan.minute(time))
                                .orElse("until an admin ends the pause in the SCIM settings"),
                        reason.map(text -> " Reason: %s.".formatted(text.replaceFirst("[.\\s]+$", "")))
                                .orElse(""));
    }
}
