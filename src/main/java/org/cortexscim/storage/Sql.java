package org.cortexscim.storage;

import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.cortexscim.capacity.Work;

/**
 * A statement, or a part of one, with the values of its question marks, in order.
 *
 * @param text built only from constants of this program; external input is among the values
 */
public record Sql(String text, List<Object> values) {
    private static final Pattern MARK = Pattern.compile("\\?");
    private static final Pattern NAME = Pattern.compile(":([a-z]+)");

    public static final Sql TRUE = of("1 = 1");
    public static final Sql FALSE = of("1 = 0");

    /** The maximum number of elements of a collection in one statement. */
    static final int CHUNK = 512;

    public Sql {
        values = List.copyOf(values);
    }

    /**
     * SQL with a value for each question mark. Another Sql is inserted in its place. A collection, which must not be empty,
     * becomes a list of question marks, as many as the next power of two: a database then sees few different statements
     * and keeps their plans.
     */
    public static Sql of(String text, Object... values) {
        List<Object> all = new ArrayList<>();
        StringBuilder whole = new StringBuilder();
        Matcher mark = MARK.matcher(text);
        for (Object value : values) {
            if (!mark.find()) {
                throw new IllegalArgumentException("There are more values than question marks in: " + text);
            }
            mark.appendReplacement(whole, "");
            whole.append(inserted(value, all));
        }
        if (mark.find()) {
            throw new IllegalArgumentException("A question mark has no value in: " + text);
        }
        return new Sql(mark.appendTail(whole).toString(), all);
    }

    /** SQL with a value for each {@code :name}, which may occur more than once. */
    public static Sql named(String text, Map<String, ?> values) {
        List<Object> all = new ArrayList<>();
        Matcher name = NAME.matcher(text);
        while (name.find()) {
            all.add(Objects.requireNonNull(values.get(name.group(1)), name.group()));
        }
        return of(name.replaceAll("?"), all.toArray());
    }

    /** These parts with a word such as {@code union all} between them. */
    public static Sql joined(String word, List<Sql> parts) {
        return of(String.join(" " + word + " ", Collections.nCopies(parts.size(), "?")), parts.toArray());
    }

    /** The values in lists that are short enough for one statement. */
    public static <T> List<List<T>> chunks(Collection<T> values) {
        List<T> all = List.copyOf(values);
        List<List<T>> chunks = new ArrayList<>();
        for (int start = 0; start < all.size(); start += CHUNK) {
            chunks.add(all.subList(start, Math.min(all.size(), start + CHUNK)));
        }
        return chunks;
    }

    public Sql and(Sql other) {
        return of("(? and ?)", this, other);
    }

    public Sql or(Sql other) {
        return of("(? or ?)", this, other);
    }

    public Sql negated() {
        return of("not (?)", this);
    }

    /** Executes the statement and returns the number of changed rows. */
    public int execute(EntityManager entities) {
        return bound(entities.createNativeQuery(text)).executeUpdate();
    }

    /** Its rows, of several columns. */
    public List<Object[]> rows(EntityManager entities) {
        List<?> rows = bound(entities.createNativeQuery(text)).getResultList();
        return rows.stream().map(Object[].class::cast).toList();
    }

    /** Its rows as entities of a class. */
    public <E> List<E> entities(EntityManager entities, Class<E> type) {
        List<?> rows = bound(entities.createNativeQuery(text, type)).getResultList();
        return rows.stream().map(type::cast).toList();
    }

    /** Its only column, which holds strings: each of them once, in the order of the rows. */
    public Set<String> strings(EntityManager entities) {
        Set<String> strings = new LinkedHashSet<>();
        List<?> rows = bound(entities.createNativeQuery(text)).getResultList();
        rows.forEach(string -> strings.add((String) string));
        return strings;
    }

    /** Its only value, a number. */
    public long number(EntityManager entities) {
        return ((Number) bound(entities.createNativeQuery(text)).getSingleResult()).longValue();
    }

    private static String inserted(Object value, List<Object> all) {
        if (value instanceof Sql part) {
            all.addAll(part.values);
            return part.text;
        }
        if (value instanceof Collection<?> elements) {
            List<Object> filled = filled(List.copyOf(elements));
            all.addAll(filled);
            return String.join(", ", Collections.nCopies(filled.size(), "?"));
        }
        all.add(value);
        return "?";
    }

    /** The elements, with the last one repeated. */
    private static List<Object> filled(List<?> elements) {
        if (elements.isEmpty()) {
            throw new IllegalArgumentException("A list in SQL cannot be empty.");
        }
        int highest = Integer.highestOneBit(elements.size());
        int size = highest == elements.size() ? highest : highest * 2;
        List<Object> filled = new ArrayList<>(elements);
        filled.addAll(Collections.nCopies(size - elements.size(), elements.get(elements.size() - 1)));
        return filled;
    }

    private Query bound(Query query) {
        Work.current().requireTime();
        for (int i = 0; i < values.size(); i++) {
            query.setParameter(i + 1, values.get(i));
        }
        return query;
    }
}
