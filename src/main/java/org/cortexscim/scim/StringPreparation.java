package org.cortexscim.scim;

import java.text.Normalizer;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/**
 * Strings as they are compared where case does not matter, and what a name may not contain (RFC 7644 §5). The form is that of
 * the profile UsernameCaseMapped (RFC 8265 §3.3.2): full-width and half-width characters as their usual forms, then without
 * case, then NFC. Case is folded character by character (Unicode's simple case folding), so that a string matches
 * independently of what is beside it: {@code toLowerCase} makes two letters of a Greek sigma.
 */
public final class StringPreparation {
    private static final Pattern OUTER_BLANKS = Pattern.compile("^[\\s\\p{Z}]+|[\\s\\p{Z}]+$");
    private static final int DOTTED_CAPITAL_I = 0x130;
    private static final int DOTLESS_SMALL_I = 0x131;

    private StringPreparation() {}

    /** The form by which the string is compared. */
    public static String compared(String text) {
        if (text.chars().allMatch(character -> character < 0x80)) {
            return text.toLowerCase(Locale.ROOT);
        }
        String usual = composed(usualWidth(text));
        StringBuilder folded = new StringBuilder(usual.length());
        usual.codePoints().forEach(character -> fold(character, folded));
        return composed(folded.toString());
    }

    /** The form by which the string is compared where case matters: NFC. */
    public static String composed(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC);
    }

    /** The text without the blanks around it, whatever kind of blanks they are. */
    public static String withoutOuterBlanks(String text) {
        return OUTER_BLANKS.matcher(text).replaceAll("");
    }

    /**
     * The first character that a userName may not have: two names that look the same would be two users. These are the control
     * and format characters, among them those without width and those that change the direction of writing, the separators of
     * lines, and what Unicode has given no meaning.
     */
    public static OptionalInt unfitForUserName(String text) {
        return text.codePoints().filter(StringPreparation::isUnfit).findFirst();
    }

    /** The first control character, which no name may have. */
    public static OptionalInt control(String text) {
        return text.codePoints().filter(Character::isISOControl).findFirst();
    }

    private static boolean isUnfit(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.PRIVATE_USE,
                    Character.SURROGATE,
                    Character.UNASSIGNED -> true;
            default -> false;
        };
    }

    /** Lower case of upper case is the same for all forms of a letter; the Turkish letters have a case of their own. */
    private static void fold(int character, StringBuilder folded) {
        switch (character) {
            case DOTTED_CAPITAL_I -> folded.append("i\u0307");
            case DOTLESS_SMALL_I -> folded.appendCodePoint(character);
            default -> folded.appendCodePoint(Character.toLowerCase(Character.toUpperCase(character)));
        }
    }

    private static String usualWidth(String text) {
        StringBuilder usual = new StringBuilder(text.length());
        text.codePoints().forEach(character -> {
            if (isWideOrNarrow(character)) {
                usual.append(Normalizer.normalize(Character.toString(character), Normalizer.Form.NFKC));
            } else {
                usual.appendCodePoint(character);
            }
        });
        return usual.toString();
    }

    /** The block of half-width and full-width forms, and the wide space. */
    private static boolean isWideOrNarrow(int character) {
        return character == 0x3000 || (character >= 0xFF00 && character <= 0xFFEF);
    }
}
