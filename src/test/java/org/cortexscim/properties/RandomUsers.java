package org.cortexscim.properties;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonBuilderFactory;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.HashMap;
import java.util.Map;

/** Makes users with random attributes. */
final class RandomUsers {
    /** The library looks for itself in each static call; that is slow. */
    private static final JsonBuilderFactory JSON = Json.createBuilderFactory(null);

    private final Chance chance;

    RandomUsers(Chance chance) {
        this.chance = chance;
    }

    /** A user with that name, which a POST can create. */
    JsonObject next(String userName) {
        Map<String, JsonObjectBuilder> nested = new HashMap<>();
        JsonObjectBuilder user = JSON.createObjectBuilder().add("userName", userName);
        for (Leaf leaf : Leaf.SINGLE) {
            if (chance.percent(60)) {
                put(user, nested, leaf);
            }
        }
        nested.forEach(user::add);
        Leaf.PLURAL.stream().filter(plural -> chance.percent(60)).forEach(plural -> user.add(plural, elements(plural)));
        return user.build();
    }

    private void put(JsonObjectBuilder user, Map<String, JsonObjectBuilder> nested, Leaf leaf) {
        String path = leaf.path();
        if (path.endsWith(":manager.value")) {
            JsonObjectBuilder manager = JSON.createObjectBuilder().add("value", chance.oneOf(leaf.words()));
            extension(nested).add("manager", manager);
        } else if (path.startsWith(Leaf.ENTERPRISE)) {
            extension(nested).add(path.substring(path.lastIndexOf(':') + 1), chance.oneOf(leaf.words()));
        } else if (path.startsWith("name.")) {
            nested.computeIfAbsent("name", name -> JSON.createObjectBuilder())
                    .add(path.substring(5), chance.oneOf(leaf.words()));
        } else {
            add(user, leaf);
        }
    }

    private static JsonObjectBuilder extension(Map<String, JsonObjectBuilder> nested) {
        return nested.computeIfAbsent(Leaf.ENTERPRISE, name -> JSON.createObjectBuilder());
    }

    private JsonArrayBuilder elements(String plural) {
        JsonArrayBuilder elements = JSON.createArrayBuilder();
        int size = 1 + chance.below(3);
        boolean primaryGiven = false;
        for (int i = 0; i < size; i++) {
            JsonObjectBuilder element = JSON.createObjectBuilder();
            Leaf first = Leaf.partsOf(plural).get(0);
            element.add(first.path(), chance.oneOf(first.words()) + (chance.percent(50) ? "" : "-" + i));
            for (Leaf part : Leaf.partsOf(plural).subList(1, 3)) {
                if (chance.percent(60)) {
                    add(element, part);
                }
            }
            if (chance.percent(40)) {
                boolean primary = !primaryGiven && chance.percent(50);
                element.add("primary", primary);
                primaryGiven |= primary;
            }
            elements.add(element);
        }
        return elements;
    }

    private void add(JsonObjectBuilder object, Leaf leaf) {
        String word = chance.oneOf(leaf.words());
        if (leaf.kind() == Leaf.Kind.BOOLEAN) {
            object.add(leaf.path(), Boolean.parseBoolean(word));
        } else {
            object.add(leaf.path(), word);
        }
    }
}
