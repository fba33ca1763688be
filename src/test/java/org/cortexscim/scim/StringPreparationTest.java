package org.cortexscim.scim;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Strings that are the same where case does not matter, strings that are not, and characters that no name may have. */
class StringPreparationTest {
    @ParameterizedTest
    @CsvSource({
        "Anna, ANNA",
        "\u03b3\u03b9\u03c9\u03c1\u03b3\u03bf\u03c2.\u03c0\u03b1\u03c0\u03b1\u03c2@x, \u0393\u0399\u03a9\u03a1\u0393\u039f\u03a3.\u03a0\u0391\u03a0\u0391\u03a3@X",
        "J\u00f6rg, JO\u0308RG",
        "\uff41nna@example.com, anna@example.com",
        "\uff21\uff22\uff11, ab1",
        "\uff76\uff9e, \u30ac",
        "a\u3000b, a b",
        "stra\u00dfe, STRA\u1e9eE",
        "\u212a\u017f\u00b5, ks\u03bc",
        "\ud801\udc00, \ud801\udc28",
        "\u0130, i\u0307"
    })
    void areTheSame(String one, String other) {
        assertThat(StringPreparation.compared(one)).isEqualTo(StringPreparation.compared(other));
    }

    @ParameterizedTest
    @CsvSource({"stra\u00dfe, strasse", "anna, \u0430nna", "\u0131, i", "o, \u00f6", "\u2460, 1"})
    void areNotTheSame(String one, String other) {
        assertThat(StringPreparation.compared(one)).isNotEqualTo(StringPreparation.compared(other));
    }

    /** The part of a string is found whatever is beside it. */
    @Test
    void foldsEachCharacterByItself() {
        assertThat(StringPreparation.compared("\u03a0\u03a9\u039b\u0397\u03a3\u0395\u0399\u03a3"))
                .startsWith(StringPreparation.compared("\u03a0\u03a9\u039b\u0397\u03a3"))
                .endsWith(StringPreparation.compared("\u03c2"));
    }

    @Test
    void changesNothing_theSecondTime() {
        IntStream.rangeClosed(0, Character.MAX_CODE_POINT)
                .filter(character -> Character.isDefined(character) && !Character.isSurrogate((char) character))
                .mapToObj(Character::toString)
                .map(StringPreparation::compared)
                .forEach(once -> assertThat(StringPreparation.compared(once)).isEqualTo(once));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\u0000",
                "\n",
                "\u007f",
                "\u0085",
                "\u00ad",
                "\u200b",
                "\u200d",
                "\u200e",
                "\u202e",
                "\u2028",
                "\u2066",
                "\ufeff",
                "\ue000",
                "\uffff",
                "\udbff\udffd",
                "\ud800",
                "\udb40\udc41"
            })
    void areUnfitForAUserName(String character) {
        assertThat(StringPreparation.unfitForUserName("an" + character + "na")).hasValue(character.codePointAt(0));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "anna",
                "Anna Lee",
                "jo\u0308rg",
                "\u05d0\u05d1\u05d2@example.com",
                "\u0e01\u0e33",
                "\u20ac\ud83d\ude00"
            })
    void areFitForAUserName(String name) {
        assertThat(StringPreparation.unfitForUserName(name)).isEmpty();
    }

    @Test
    void leavesOuterBlanksOut() {
        assertThat(StringPreparation.withoutOuterBlanks(" \t\u00a0a b\u3000\u2003 "))
                .isEqualTo("a b");
        assertThat(StringPreparation.withoutOuterBlanks("a")).isEqualTo("a");
        assertThat(StringPreparation.withoutOuterBlanks(" ")).isEmpty();
    }

    @Test
    void findsControlCharacters() {
        assertThat(StringPreparation.control("a\tb")).hasValue('\t');
        assertThat(StringPreparation.control("a b\u200b")).isEmpty();
    }
}
