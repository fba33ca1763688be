package org.cortexscim.scim.filter;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.cortexscim.scim.Conformance;
import org.cortexscim.scim.ScimException;
import org.jspecify.annotations.Nullable;

/** Splits a filter into tokens from left to right; every refusal names the character position. */
final class FilterScanner {
    private static final Pattern PATH = Pattern.compile("[A-Za-z$][A-Za-z0-9_$:.-]*");
    private static final Pattern BARE = Pattern.compile("[^\\s()\\[\\]\"]+");
    private static final Pattern NUMBER = Pattern.compile("-?(?:0|[1-9][0-9]{0,30})(?:\\.[0-9]{1,30})?");
    private static final Pattern LITERAL = Pattern.compile("null|true|false|" + NUMBER);
    private static final Pattern ESCAPE = Pattern.compile("\\\\(?:u([0-9a-fA-F]{4})|(.))", Pattern.DOTALL);

    private final String text;
    private final Conformance conformance;
    private int position;

    FilterScanner(String text, Conformance conformance) {
        this.text = text;
        this.conformance = conformance;
        skipSpace();
    }

    boolean atEnd() {
        return position == text.length();
    }

    /** Takes the character if it is the next one. */
    boolean take(char symbol) {
        if (atEnd() || text.charAt(position) != symbol) {
            return false;
        }
        position++;
        skipSpace();
        return true;
    }

    void expect(char symbol) {
        if (!take(symbol)) {
            throw error("'" + symbol + "' expected");
        }
    }

    /** Takes the word, ignoring case, if it is the next one. */
    boolean takeWord(String word) {
        Optional<String> next = match(PATH);
        if (next.isEmpty() || !next.get().equalsIgnoreCase(word)) {
            return false;
        }
        advance(next.get().length());
        return true;
    }

    /** An attribute's path, an operator or another word. */
    String word(String what) {
        String word = match(PATH).orElseThrow(() -> error(what + " expected"));
        advance(word.length());
        return word;
    }

    /**
     * A comparison's value: a JSON string, number, true, false or null (given as empty); and, because clients send
     * it, a string without quotes, which a strict service refuses.
     */
    Optional<Object> value() {
        if (!atEnd() && text.charAt(position) == '"') {
            return Optional.of(string());
        }
        String bare = match(BARE).orElseThrow(() -> error("value expected"));
        // A client that means the quotes as quotes would find nothing, and take that for the answer.
        boolean loose = conformance.takesLooseFilters() && !bare.startsWith("'");
        if (!loose && !LITERAL.matcher(bare).matches()) {
            throw error("a string must be in double quotes");
        }
        advance(bare.length());
        if (bare.equals("null")) {
            return Optional.empty();
        }
        if (bare.equalsIgnoreCase("true") || bare.equalsIgnoreCase("false")) {
            return Optional.of(Boolean.valueOf(bare));
        }
        return Optional.of(NUMBER.matcher(bare).matches() ? new BigDecimal(bare) : bare);
    }

    private String string() {
        int end = position + 1;
        while (end < text.length() && text.charAt(end) != '"') {
            end += text.charAt(end) == '\\' ? 2 : 1;
        }
        if (end >= text.length()) {
            throw error("the closing quote is missing for the value that begins");
        }
        String value = unescape(text.substring(position + 1, end));
        if (value.codePoints().anyMatch(FilterScanner::isNoCharacter)) {
            throw error("the value contains U+0000 or an unpaired surrogate; it begins");
        }
        advance(end + 1 - position);
        return value;
    }

    ScimException error(String problem) {
        return ScimException.invalidFilter(
                "The filter is malformed: %s at character %d. Example: userName eq \"anna@example.com\"."
                        .formatted(problem, position + 1));
    }

    private Optional<String> match(Pattern pattern) {
        Matcher matcher = pattern.matcher(text).region(position, text.length());
        return matcher.lookingAt() ? Optional.of(matcher.group()) : Optional.empty();
    }

    private void advance(int length) {
        position += length;
        skipSpace();
    }

    private void skipSpace() {
        while (!atEnd() && Character.isWhitespace(text.charAt(position))) {
            position++;
        }
    }

    private static boolean isNoCharacter(int codePoint) {
        return codePoint == 0 || Character.getType(codePoint) == Character.SURROGATE;
    }

    private String unescape(String body) {
        return ESCAPE.matcher(body)
                .replaceAll(match -> Matcher.quoteReplacement(unescaped(match.group(1), match.group(2))));
    }

    private String unescaped(@Nullable String hex, String symbol) {
        if (hex != null) {
            return String.valueOf((char) Integer.parseInt(hex, 16));
        }
        return switch (symbol) {
            case "\"", "\\", "/" -> symbol;
            case "b" -> "\b";
            case "f" -> "\f";
            case "n" -> "\n";
            case "r" -> "\r";
            case "t" -> "\t";
            default -> throw error("'\\" + symbol + "' is not a JSON escape sequence; it is in the value that begins");
        };
    }
}
