package org.cortexscim.setup;

import java.util.List;
import java.util.Optional;

/**
 * What a test of the connection has found.
 *
 * @param steps up to the first one that failed; then only the one that cleans up
 * @param note what was not tried, and why
 */
public record ConnectionReport(List<TestStep> steps, Optional<String> note) {
    public ConnectionReport {
        steps = List.copyOf(steps);
    }

    /** Whether an identity provider could do everything that was tried. */
    public boolean passed() {
        return steps.stream().allMatch(TestStep::passed);
    }
}
