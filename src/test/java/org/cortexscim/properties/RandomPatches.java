package org.cortexscim.properties;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes random operations over the attributes that random users have; some of them cannot be done. */
final class RandomPatches {
    private static final List<String> OPS = List.of("add", "replace", "remove", "Add", "Replace", "REMOVE");

    private final Chance chance;

    RandomPatches(Chance chance) {
        this.chance = chance;
    }

    /** From one to five operations. */
    List<PatchStep> next() {
        List<PatchStep> steps = new ArrayList<>();
        int size = 1 + chance.below(5);
        for (int i = 0; i < size; i++) {
            steps.add(chance.percent(4) ? impossible() : step());
        }
        return steps;
    }

    /** An operation that is refused whatever the user is. */
    PatchStep impossible() {
        Place place = chance.oneOf(List.of(
                Place.of("colour"),
                Place.of("name.first"),
                Place.of("id"),
                Place.of("groups"),
                Place.of("meta.version"),
                Place.of("userName")));
        boolean value = !place.attribute().equals("userName") && chance.percent(70);
        return new PatchStep(
                value ? "add" : "remove",
                Optional.of(place),
                place.path(),
                value ? Optional.of("x") : Optional.empty());
    }

    private PatchStep step() {
        String op = chance.oneOf(OPS);
        boolean removes = op.equalsIgnoreCase("remove");
        if (chance.percent(25)) {
            return pathless(op, removes);
        }
        Place place = place();
        if (removes) {
            boolean byValue =
                    place.isPlural() && place.terms().isEmpty() && place.part().isEmpty();
            return step(op, place, byValue && chance.percent(50) ? Optional.of(value(place)) : Optional.empty());
        }
        return step(op, place, chance.percent(2) ? Optional.empty() : Optional.of(value(place)));
    }

    private PatchStep step(String op, Place place, Optional<Object> value) {
        String path = place.path();
        boolean bare = place.extension() && !place.isExtension() && chance.percent(30);
        String written = bare ? path.substring(Leaf.ENTERPRISE.length() + 1) : path;
        return new PatchStep(op, Optional.of(place), recased(place, written), value);
    }

    /** The values in a filter keep their case. */
    private String recased(Place place, String path) {
        return place.terms().isEmpty() && chance.percent(20) ? chance.recased(path) : path;
    }

    private PatchStep pathless(String op, boolean removes) {
        if (removes && chance.percent(80)) {
            op = "add";
        }
        Map<String, Object> value = PatchStep.map();
        int size = 1 + chance.below(4);
        for (int i = 0; i < size; i++) {
            boolean passedOver = chance.percent(8);
            Place place = passedOver ? Place.of(chance.oneOf(List.of("id", "colour", "meta"))) : place();
            value.put(place.path(), new PatchStep.Member(place, passedOver ? "x" : value(place)));
        }
        return new PatchStep(op, Optional.empty(), "", Optional.of(value));
    }

    private Place place() {
        if (chance.percent(45)) {
            return plural();
        }
        if (chance.percent(20)) {
            return Place.of(chance.oneOf(List.of("name", Leaf.ENTERPRISE + ":manager", Leaf.ENTERPRISE + ":")));
        }
        return Place.of(chance.oneOf(Leaf.SINGLE).path());
    }

    private Place plural() {
        String attribute = chance.oneOf(Leaf.PLURAL);
        List<Place.Term> terms = new ArrayList<>();
        int size = chance.percent(60) ? 1 + chance.below(2) : 0;
        for (int i = 0; i < size; i++) {
            terms.add(term(attribute));
        }
        Optional<String> part = chance.percent(60)
                ? Optional.of(chance.oneOf(Leaf.partsOf(attribute)).path())
                : Optional.empty();
        return new Place(false, attribute, List.copyOf(terms), part);
    }

    private Place.Term term(String attribute) {
        Leaf part = chance.oneOf(Leaf.partsOf(attribute));
        if (part.kind() == Leaf.Kind.BOOLEAN) {
            return new Place.Term(part.path(), "eq", chance.percent(50));
        }
        String operator = chance.percent(70) ? "eq" : chance.oneOf(List.of("ne", "sw", "co", "pr"));
        return new Place.Term(part.path(), operator, chance.oneOf(part.words()));
    }

    private Object value(Place place) {
        if (place.isExtension()) {
            return chance.percent(15) ? PatchStep.NULL : extension();
        }
        if (place.isPlural() && place.part().isEmpty()) {
            return elements(place);
        }
        if (place.attribute().equals("name") && place.part().isEmpty()) {
            return parts(Leaf.SINGLE.stream()
                    .filter(leaf -> leaf.path().startsWith("name."))
                    .map(leaf -> new Leaf(leaf.path().substring(5), leaf.kind(), leaf.words()))
                    .toList());
        }
        if (place.attribute().equals("manager") && place.part().isEmpty()) {
            return manager();
        }
        return simple(leaf(place));
    }

    private Object extension() {
        Map<String, Object> value = PatchStep.map();
        if (chance.percent(70)) {
            value.put("department", simple(leaf(Place.of(Leaf.ENTERPRISE + ":department"))));
        }
        if (chance.percent(50)) {
            value.put("manager", manager());
        }
        if (chance.percent(20)) {
            value.put("colour", "red");
        }
        return value;
    }

    private Object manager() {
        Object id = simple(new Leaf("value", Leaf.Kind.FOLDED, List.of("m1", "m2")));
        Map<String, Object> object = PatchStep.map();
        object.put("value", id);
        return switch (chance.below(3)) {
            case 0 -> id;
            case 1 -> List.of(object);
            default -> object;
        };
    }

    private Object elements(Place place) {
        List<Object> elements = new ArrayList<>();
        int size = place.terms().isEmpty() ? chance.below(4) : 1;
        for (int i = 0; i < size; i++) {
            boolean bare = !place.attribute().equals("addresses") && chance.percent(10);
            elements.add(bare ? "bare" + chance.below(3) : parts(Leaf.partsOf(place.attribute())));
        }
        return size == 1 && chance.percent(50) ? elements.get(0) : elements;
    }

    private Map<String, Object> parts(List<Leaf> leaves) {
        Map<String, Object> parts = PatchStep.map();
        leaves.stream().filter(leaf -> chance.percent(55)).forEach(leaf -> parts.put(leaf.path(), simple(leaf)));
        if (chance.percent(5)) {
            parts.put("colour", "red");
        }
        return parts;
    }

    private Object simple(Leaf leaf) {
        if (chance.percent(12)) {
            return chance.percent(50) ? PatchStep.NULL : "";
        }
        String word = chance.oneOf(leaf.words());
        if (leaf.kind() != Leaf.Kind.BOOLEAN) {
            return word;
        }
        if (chance.percent(2)) {
            return "maybe";
        }
        return chance.percent(30) ? chance.recased(word) : (Object) Boolean.valueOf(word);
    }

    private static Leaf leaf(Place place) {
        List<Leaf> leaves = place.isPlural() ? Leaf.partsOf(place.attribute()) : Leaf.SINGLE;
        String path = place.isPlural() ? place.part().orElseThrow() : place.path();
        return leaves.stream()
                .filter(leaf -> leaf.path().equals(path))
                .findFirst()
                .orElseThrow();
    }
}
