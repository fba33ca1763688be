package org.cortexscim.search;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A part of a list that an answer has room for.
 *
 * @param positions of its rows in the list, those included whose resource was deleted before it could be read
 * @param more whether the list goes on behind it
 */
record Slice<T>(List<T> resources, List<Position> positions, boolean more) {
    Position first() {
        return positions.get(0);
    }

    Position last() {
        return positions.get(positions.size() - 1);
    }

    /** The part in the order of the list when it was read from the list's end. */
    Slice<T> reversed() {
        return new Slice<>(backwards(resources), backwards(positions), more);
    }

    /** The cursor for a place in it; none for a part without rows. */
    Optional<String> cursor(Function<Slice<T>, Position> place, Function<Position, String> seal) {
        return positions.isEmpty() ? Optional.empty() : Optional.of(seal.apply(place.apply(this)));
    }

    private static <E> List<E> backwards(List<E> elements) {
        List<E> reversed = new ArrayList<>(elements);
        Collections.reverse(reversed);
        return reversed;
    }
}
