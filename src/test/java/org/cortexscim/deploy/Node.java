package org.cortexscim.deploy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** A place in a YAML document; one that is not there has no text and nothing below it. */
record Node(@Nullable Object value) {
    /** The documents of a YAML file; a key that occurs twice is an error. */
    static List<Node> parse(String yaml) {
        LoaderOptions options = new LoaderOptions();
        options.setAllowDuplicateKeys(false);
        Iterable<Object> documents = new Yaml(new SafeConstructor(options)).loadAll(yaml);
        return StreamSupport.stream(documents.spliterator(), false)
                .map(Node::new)
                .toList();
    }

    static List<Node> read(Path file) {
        try {
            return parse(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Node get(String key) {
        return new Node(value instanceof Map<?, ?> map ? map.get(key) : null);
    }

    List<Node> list() {
        return value instanceof List<?> list ? list.stream().map(Node::new).toList() : List.of();
    }

    Map<String, Node> entries() {
        Map<String, Node> entries = new LinkedHashMap<>();
        if (value instanceof Map<?, ?> map) {
            map.forEach((key, below) -> entries.put(String.valueOf(key), new Node(below)));
        }
        return entries;
    }

    /** This place and all below it. */
    Stream<Node> all() {
        Stream<Node> below = Stream.concat(list().stream(), entries().values().stream());
        return Stream.concat(Stream.of(this), below.flatMap(Node::all));
    }

    /** What is at this key, wherever it occurs in the document. */
    Stream<Node> everywhere(String key) {
        return all().map(node -> node.get(key)).filter(Node::exists);
    }

    boolean exists() {
        return value != null;
    }

    boolean is(Object expected) {
        return expected.equals(value);
    }

    boolean contains(String text) {
        return list().stream().anyMatch(node -> node.is(text));
    }

    String text() {
        return value == null ? "" : value.toString();
    }
}
