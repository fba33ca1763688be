package org.cortexscim.directory;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.function.Supplier;
import org.cortexscim.storage.InTransaction;

/** Applies several changes as one: all of them or none. */
@ApplicationScoped
public class JointChange {

    /** Makes the changes in order; the first failure rolls back those before it. */
    @InTransaction
    public <T> List<T> make(List<Supplier<T>> changes) {
        return changes.stream().map(Supplier::get).toList();
    }
}
