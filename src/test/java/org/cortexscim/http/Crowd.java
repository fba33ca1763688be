package org.cortexscim.http;

import static org.cortexscim.http.Together.together;

import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/** Many users, created at once and deleted in the end. */
final class Crowd implements AutoCloseable {
    private static final int CALLERS = 16;

    private final ScimClient http;
    private final List<String> ids;

    private Crowd(ScimClient http, List<String> ids) {
        this.http = http;
        this.ids = ids;
    }

    static Crowd of(ScimClient http, int size) {
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
    List<String> ids() {
        return ids;
    }

    Set<String> some(int from, int to) {
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
