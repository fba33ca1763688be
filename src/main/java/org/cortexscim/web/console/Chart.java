package org.cortexscim.web.console;

import java.util.List;
import java.util.stream.IntStream;

/**
 * Columns of a chart, as rectangles of an SVG of {@value #WIDTH} by {@value #HEIGHT}. It needs neither a script nor a
 * style.
 *
 * @param max the highest figure
 */
public record Chart(List<Column> columns, long max) {
    public static final int WIDTH = 600;
    public static final int HEIGHT = 80;
    private static final double FILLED = 0.8;

    public Chart {
        columns = List.copyOf(columns);
    }

    /** A rectangle; one of a figure above 0 is at least one pixel high. */
    public record Column(double x, double y, double width, double height) {}

    static Chart of(List<Long> figures) {
        long max = figures.stream().mapToLong(Long::longValue).max().orElse(0);
        double step = (double) WIDTH / Math.max(1, figures.size());
        List<Column> columns = IntStream.range(0, figures.size())
                .filter(i -> figures.get(i) > 0)
                .mapToObj(i -> column(i * step, step * FILLED, Math.max(1, (double) HEIGHT * figures.get(i) / max)))
                .toList();
        return new Chart(columns, max);
    }

    private static Column column(double x, double width, double height) {
        return new Column(x, HEIGHT - height, width, height);
    }
}
