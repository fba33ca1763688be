package org.cortexscim.testing;

import static org.cortexscim.testing.Together.together;

import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/** Many users, created at once and deleted in the end. */
public final class Crowd implements AutoCloseable {
    private static final int CALLERS = 16;

    private final ScimClient http;
    private final List<String> ids;

    private Crowd(ScimClient http, List<String> ids) {
        this.http = http;
        this.ids = ids;
    }

    public static Crowd of(ScimClient http, int size) {
        return new Crowd(
                http,
                together(
                                CALLERS,
                                caller -> IntStream.range(0, size)
                                        .filter(i -> i % CALLERS == caller)
                                        .mapToObj(i -> http.idOfNew(Person.random()))
                                        .toList())
                        .stream()
                        .flatMap(List::stream)
                        .toList());
    }

    /** The ids of all of them. */
    public List<String> ids() {
        return ids;
    }

    public Set<String> some(int from, int to) {
        return Set.copyOf(ids.subList(from, to));
    }

    @Override
    public void close() {
        together(
                CALLERS,
                caller -> IntStream.range(0, ids.size())
                        .filter(i -> i % CALLERS == caller)
                        .mapToObj(i -> http.delete("/Users/" + ids.get(i)).status())
                        .filter(status -> status != 204)
                        .count());
    }
}
