package org.cortexscim.properties;

import java.util.List;
import java.util.Random;

/** Random choices that a seed repeats. */
final class Chance {
    private final Random random;

    Chance(long seed) {
        random = new Random(seed);
    }

    int below(int bound) {
        return random.nextInt(bound);
    }

    /** True in so many of a hundred cases. */
    boolean percent(int share) {
        return random.nextInt(100) < share;
    }

    <T> T oneOf(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    /** The text with the case of some letters changed. */
    String recased(String text) {
        StringBuilder changed = new StringBuilder();
        text.chars().forEach(c -> changed.append((char) (random.nextBoolean() ? Character.toUpperCase(c) : c)));
        return changed.toString();
    }
}
