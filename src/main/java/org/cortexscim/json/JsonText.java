package org.cortexscim.json;

import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.stream.JsonGenerator;
import jakarta.json.stream.JsonGeneratorFactory;
import jakarta.json.stream.JsonParser;
import jakarta.json.stream.JsonParserFactory;
import jakarta.json.stream.JsonParsingException;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringReader;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.cortexscim.scim.ScimException;
import org.cortexscim.scim.ScimObject;
import org.jspecify.annotations.Nullable;

/**
 * JSON text to a resource tree and back. What is read from outside is bounded: at most {@value #MAX_DEPTH} levels, no
 * member twice, no characters that a database cannot hold.
 */
public final class JsonText {
    /** The deepest nesting of objects and arrays; a SCIM resource needs four. */
    public static final int MAX_DEPTH = 32;

    private static final int MAX_NUMBER_LENGTH = 100;
    private static final JsonParserFactory PARSERS = Json.createParserFactory(Map.of());
    private static final JsonGeneratorFactory GENERATORS = Json.createGeneratorFactory(new HashMap<>());

    private JsonText() {}

    /**
     * Reads a request's body, which must be one JSON object in UTF-8.
     *
     * @throws ScimException invalidSyntax, naming the problem
     */
    public static ScimObject parseObject(byte[] body) {
        String text = decode(body);
        try (JsonParser parser = PARSERS.createParser(new StringReader(text))) {
            if (!parser.hasNext() || parser.next() != JsonParser.Event.START_OBJECT) {
                throw ScimException.invalidSyntax("The body must be a JSON object.");
            }
            ScimObject object = object(parser, 1);
            if (parser.hasNext()) {
                throw ScimException.invalidSyntax("The body must be a single JSON object with nothing after it.");
            }
            return object;
        } catch (JsonParsingException malformed) {
            throw ScimException.invalidSyntax("The body is not valid JSON: see line %d, column %d."
                    .formatted(
                            malformed.getLocation().getLineNumber(),
                            malformed.getLocation().getColumnNumber()));
        } catch (JsonException | NoSuchElementException | IllegalStateException malformed) {
            throw ScimException.invalidSyntax("The body is not valid JSON.");
        }
    }

    /** Reads a text that this class has written. */
    public static ScimObject parseObject(String text) {
        return parseObject(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Reads a text that may be a JSON object; empty when it is none, or breaks the bounds. */
    public static Optional<ScimObject> findObject(String text) {
        try {
            return Optional.of(parseObject(text));
        } catch (ScimException noObject) {
            return Optional.empty();
        }
    }

    /** Writes a tree. */
    public static String print(Object value) {
        StringWriter text = new StringWriter();
        try (JsonGenerator generator = GENERATORS.createGenerator(text)) {
            write(generator, value);
        }
        return text.toString();
    }

    /** Writes a tree in UTF-8, piece by piece: the text of a page is not held as a whole. */
    public static void print(Object value, OutputStream target) throws IOException {
        try (JsonGenerator generator = GENERATORS.createGenerator(target, StandardCharsets.UTF_8)) {
            write(generator, value);
        } catch (JsonException failure) {
            if (failure.getCause() instanceof IOException broken) {
                throw broken;
            }
            throw failure;
        }
    }

    private static String decode(byte[] body) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(body))
                    .toString();
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException malformed) {
            throw ScimException.invalidSyntax("The body is not valid UTF-8.");
        }
    }

    private static ScimObject object(JsonParser parser, int depth) {
        checkDepth(depth);
        ScimObject object = new ScimObject();
        while (parser.next() != JsonParser.Event.END_OBJECT) {
            String name = checked(parser.getString());
            if (object.has(name)) {
                throw ScimException.invalidSyntax(
                        "A JSON object in the body has two members of the same name; send only one.");
            }
            object.put(name, value(parser, parser.next(), depth));
        }
        return object;
    }

    private static List<@Nullable Object> array(JsonParser parser, int depth) {
        checkDepth(depth);
        List<@Nullable Object> elements = new ArrayList<>();
        for (JsonParser.Event event = parser.next(); event != JsonParser.Event.END_ARRAY; event = parser.next()) {
            elements.add(value(parser, event, depth));
        }
        return elements;
    }

    private static @Nullable Object value(JsonParser parser, JsonParser.Event event, int depth) {
        return switch (event) {
            case START_OBJECT -> object(parser, depth + 1);
            case START_ARRAY -> array(parser, depth + 1);
            case VALUE_STRING -> checked(parser.getString());
            case VALUE_NUMBER -> number(parser.getString());
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            case VALUE_NULL -> null;
            case KEY_NAME, END_OBJECT, END_ARRAY -> throw ScimException.invalidSyntax("The body is not valid JSON.");
        };
    }

    private static void checkDepth(int depth) {
        if (depth > MAX_DEPTH) {
            throw ScimException.invalidSyntax("The JSON body is nested deeper than " + MAX_DEPTH + " levels.");
        }
    }

    /** A huge exponent would make a short text into gigabytes of digits. */
    private static BigDecimal number(String text) {
        if (text.length() > MAX_NUMBER_LENGTH || Math.abs(new BigDecimal(text).scale()) > MAX_NUMBER_LENGTH) {
            throw ScimException.invalidValue("A number in the JSON body is too long.");
        }
        return new BigDecimal(text);
    }

    private static String checked(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean pair = Character.isHighSurrogate(c)
                    && i + 1 < text.length()
                    && Character.isLowSurrogate(text.charAt(i + 1));
            if (c == 0 || (Character.isSurrogate(c) && !pair)) {
                throw ScimException.invalidValue(
                        "A string in the JSON body contains U+0000 or an unpaired surrogate, which cannot be stored.");
            }
            i += pair ? 1 : 0;
        }
        return text;
    }

    private static void write(JsonGenerator generator, @Nullable Object value) {
        if (value instanceof ScimObject object) {
            generator.writeStartObject();
            object.forEach((name, member) -> {
                generator.writeKey(name);
                write(generator, member);
            });
            generator.writeEnd();
        } else if (value instanceof Iterable<?> elements) {
            generator.writeStartArray();
            elements.forEach(element -> write(generator, element));
            generator.writeEnd();
        } else if (value instanceof Boolean flag) {
            generator.write(flag);
        } else if (value instanceof BigDecimal number) {
            generator.write(number);
        } else if (value == null) {
            generator.writeNull();
        } else {
            generator.write(value.toString());
        }
    }
}
