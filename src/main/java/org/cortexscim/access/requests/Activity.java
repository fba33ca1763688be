package org.cortexscim.access.requests;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * How many requests were answered in each minute.
 *
 * @param byMinute the minutes that had any, by their beginning
 */
public record Activity(SortedMap<Instant, Long> byMinute) {
    public Activity {
        byMinute = new TreeMap<>(byMinute);
    }

    /** A minute, and the number of its requests. */
    public record Minute(Instant begin, long requests) {}

    /** The last minutes before an instant, with those that had no request; the oldest first. */
    public List<Minute> last(int minutes, Instant now) {
        Instant current = now.truncatedTo(ChronoUnit.MINUTES);
        return IntStream.range(0, minutes)
                .mapToObj(i -> current.minus(Duration.ofMinutes(minutes - 1L - i)))
                .map(begin -> new Minute(begin, byMinute.getOrDefault(begin, 0L)))
                .toList();
    }

    /** The median of the time from one minute with requests to the next one that did not follow at once. */
    public Optional<Duration> usualPause() {
        List<Duration> pauses = pauses();
        return pauses.isEmpty() ? Optional.empty() : Optional.of(pauses.get(pauses.size() / 2));
    }

    /** The longest time between two minutes with requests. */
    public Optional<Duration> longestPause() {
        List<Duration> pauses = pauses();
        return pauses.isEmpty() ? Optional.empty() : Optional.of(pauses.get(pauses.size() - 1));
    }

    /** The shortest first. */
    private List<Duration> pauses() {
        List<Instant> minutes =
                byMinute.entrySet().stream().map(Map.Entry::getKey).toList();
        return IntStream.range(1, minutes.size())
                .mapToObj(i -> Duration.between(minutes.get(i - 1), minutes.get(i)))
                .filter(pause -> pause.compareTo(Duration.ofMinutes(1)) > 0)
                .sorted()
                .toList();
    }
}
