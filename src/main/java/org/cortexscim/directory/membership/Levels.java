package org.cortexscim.directory.membership;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Counts the levels of an acyclic graph. */
final class Levels {
    private final Map<String, List<String>> next;
    private final Map<String, Integer> known = new HashMap<>();

    private Levels(Map<String, List<String>> next) {
        this.next = next;
    }

    /** Edges as rows: from, to. */
    static Levels of(Collection<Object[]> edges) {
        Map<String, List<String>> next = new HashMap<>();
        edges.forEach(edge ->
                next.computeIfAbsent((String) edge[0], id -> new ArrayList<>()).add((String) edge[1]));
        return new Levels(next);
    }

    /** The maximum number of edges of a path that begins at one of the ids. */
    int from(Collection<String> ids) {
        return ids.stream().mapToInt(this::from).max().orElse(0);
    }

    private int from(String id) {
        Integer found = known.get(id);
        if (found != null) {
            return found;
        }
        List<String> ends = next.getOrDefault(id, List.of());
        int levels = ends.isEmpty() ? 0 : 1 + from(ends);
        known.put(id, levels);
        return levels;
    }
}
