package org.cortexscim.properties;

import jakarta.json.spi.JsonProvider;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What an operation of a PATCH works on, before it is written as a path.
 *
 * @param attribute such as {@code title}, {@code name} or {@code manager}; the empty text is a whole extension
 * @param terms what selects elements, joined by {@code and}; none selects all
 * @param part a sub-attribute
 */
record Place(boolean extension, String attribute, List<Term> terms, Optional<String> part) {

    /** The library looks for itself in each static call of its own; that is slow. */
    static final JsonProvider JSON = JsonProvider.provider();

    /** A comparison in a value path; {@code pr} has no value. */
    record Term(String part, String operator, Object value) {
        private String text() {
            Object literal = value instanceof Boolean ? value : JSON.createValue(value.toString());
            return operator.equals("pr") ? part + " pr" : part + " " + operator + " " + literal;
        }
    }

    /** The place that a dotted path of a {@link Leaf} names. */
    static Place of(String leaf) {
        boolean extension = leaf.startsWith(Leaf.ENTERPRISE + ":");
        String[] names = (extension ? leaf.substring(Leaf.ENTERPRISE.length() + 1) : leaf).split("\\.");
        return new Place(extension, names[0], List.of(), names.length > 1 ? Optional.of(names[1]) : Optional.empty());
    }

    boolean isExtension() {
        return attribute.isEmpty();
    }

    boolean isPlural() {
        return Leaf.PLURAL.contains(attribute);
    }

    /** The path with the URN before it. */
    String path() {
        String filter = terms.stream().map(Term::text).collect(Collectors.joining(" and ", "[", "]"));
        String local = attribute
                + (terms.isEmpty() ? "" : filter)
                + part.map(name -> "." + name).orElse("");
        return extension ? Leaf.ENTERPRISE + (local.isEmpty() ? "" : ":" + local) : local;
    }
}
