package org.cortexscim.properties;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.cortexscim.scim.filter.Filter;
import org.cortexscim.scim.filter.Operator;

/** Makes random filters over the attributes that random users have. */
final class RandomFilters {
    private static final List<Operator> ALL = List.of(Operator.values());
    private static final List<Operator> ORDERED =
            List.of(Operator.EQ, Operator.GT, Operator.GE, Operator.LT, Operator.LE);

    private final Chance chance;
    private final List<Instant> instants;

    /** Filters whose dates are near these instants. */
    RandomFilters(Chance chance, List<Instant> instants) {
        this.chance = chance;
        this.instants = List.copyOf(instants);
    }

    Filter next() {
        return filter(3);
    }

    private Filter filter(int depth) {
        return switch (depth == 0 ? 0 : chance.below(7)) {
            case 1 -> new Filter.And(filter(depth - 1), filter(depth - 1));
            case 2 -> new Filter.Or(filter(depth - 1), filter(depth - 1));
            case 3 -> new Filter.Not(filter(depth - 1));
            case 4 -> valuePath();
            default -> atom();
        };
    }

    private Filter atom() {
        if (chance.percent(10)) {
            return new Filter.Comparison("meta.created", chance.oneOf(ORDERED), instant());
        }
        if (chance.percent(10)) {
            return new Filter.Present(
                    chance.oneOf(List.of("emails", "name", "addresses", Leaf.ENTERPRISE + ":manager")));
        }
        return leaf(chance.percent(60) ? chance.oneOf(Leaf.SINGLE) : pluralLeaf());
    }

    private Leaf pluralLeaf() {
        String plural = chance.oneOf(Leaf.PLURAL);
        Leaf part = chance.oneOf(Leaf.partsOf(plural));
        return new Leaf(plural + "." + part.path(), part.kind(), part.words());
    }

    private Filter valuePath() {
        String plural = chance.oneOf(Leaf.PLURAL);
        return new Filter.ValuePath(plural, inner(Leaf.partsOf(plural), 2));
    }

    private Filter inner(List<Leaf> parts, int depth) {
        return switch (depth == 0 ? 0 : chance.below(5)) {
            case 1 -> new Filter.And(inner(parts, depth - 1), inner(parts, depth - 1));
            case 2 -> new Filter.Or(inner(parts, depth - 1), inner(parts, depth - 1));
            case 3 -> new Filter.Not(inner(parts, depth - 1));
            default -> leaf(chance.oneOf(parts));
        };
    }

    private Filter leaf(Leaf leaf) {
        String path = chance.percent(20) ? chance.recased(leaf.path()) : leaf.path();
        if (chance.percent(15)) {
            return new Filter.Present(path);
        }
        if (leaf.kind() == Leaf.Kind.BOOLEAN) {
            return new Filter.Comparison(path, Operator.EQ, Boolean.valueOf(chance.oneOf(leaf.words())));
        }
        return new Filter.Comparison(path, chance.oneOf(ALL), text(leaf));
    }

    private String text(Leaf leaf) {
        String word = chance.oneOf(leaf.words());
        if (chance.percent(40)) {
            int from = chance.below(word.length());
            word = word.substring(from, from + 1 + chance.below(word.length() - from));
        }
        return chance.percent(30) ? chance.recased(word) : word;
    }

    private String instant() {
        Instant near = chance.oneOf(instants);
        List<String> spellings = new ArrayList<>(List.of(
                near.toString(),
                near.plusMillis(1).toString(),
                near.plusNanos(1).toString(),
                near.minusMillis(1).toString()));
        spellings.add(near.atOffset(java.time.ZoneOffset.ofHours(5)).toString());
        return chance.oneOf(spellings);
    }
}
