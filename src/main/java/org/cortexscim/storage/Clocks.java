package org.cortexscim.storage;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import java.time.Clock;

/** The clock that everything stored is stamped with. */
@Dependent
class Clocks {
    @Produces
    Clock clock() {
        return Clock.systemUTC();
    }
}
