package org.cortexscim.properties;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * The acknowledged changes of one resource, and the question whether they could have been made one after another in the order
 * of their versions. A resource's state is a set of facts such as {@code title=Boss}.
 */
final class History {
    private final long before;
    private final Set<String> initial;
    private final Map<Long, List<Change>> changes = new TreeMap<>();

    /**
     * What a client asked for and was told.
     *
     * @param description for the message of a failure
     * @param effect what it makes of a state
     * @param seen the state in the answer; empty where the answer has none
     */
    record Change(String description, UnaryOperator<Set<String>> effect, Optional<Set<String>> seen) {}

    /** The history of a resource that was in this state at this version when it began. */
    History(long before, Set<String> initial) {
        this.before = before;
        this.initial = initial;
    }

    /** Notes that a change was acknowledged with this version. */
    synchronized void add(long version, Change change) {
        changes.computeIfAbsent(version, same -> new ArrayList<>()).add(change);
    }

    /** A state with another value of what has one value. */
    static UnaryOperator<Set<String>> setting(String name, String value) {
        return state -> {
            Set<String> after = state.stream()
                    .filter(fact -> !fact.startsWith(name + "="))
                    .collect(Collectors.toCollection(TreeSet::new));
            after.add(name + "=" + value);
            return after;
        };
    }

    static UnaryOperator<Set<String>> adding(String fact) {
        return state -> {
            Set<String> after = new TreeSet<>(state);
            after.add(fact);
            return after;
        };
    }

    static UnaryOperator<Set<String>> removing(String fact) {
        return state -> {
            Set<String> after = new TreeSet<>(state);
            after.remove(fact);
            return after;
        };
    }

    /** The state that the changes lead to, in the order of their versions. */
    Set<String> end() {
        Set<String> state = initial;
        long version = before;
        for (Map.Entry<Long, List<Change>> step : changes.entrySet()) {
            state = after(step.getKey(), step.getValue(), state, step.getKey() == version);
            if (step.getKey() > version + 1) {
                throw new AssertionError("No acknowledged change made version %d.".formatted(version + 1));
            }
            version = step.getKey();
        }
        return state;
    }

    /** One of the changes made this version; all others found nothing to do in it. */
    private static Set<String> after(long version, List<Change> together, Set<String> state, boolean same) {
        List<Change> idle = new ArrayList<>(together);
        Set<String> after = state;
        if (!same) {
            Change maker = together.stream()
                    .filter(change -> !change.effect().apply(state).equals(state))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError(
                            "Nothing changed %s, but there is version %d: %s".formatted(state, version, together)));
            idle.remove(maker);
            after = maker.effect().apply(state);
        }
        Set<String> reached = after;
        for (Change change : together) {
            boolean lost =
                    idle.contains(change) && !change.effect().apply(reached).equals(reached);
            boolean unseen = change.seen().filter(seen -> !seen.equals(reached)).isPresent();
            if (lost || unseen) {
                throw new AssertionError(
                        "Version %d is %s, which does not agree with %s.".formatted(version, reached, change));
            }
        }
        return reached;
    }
}
