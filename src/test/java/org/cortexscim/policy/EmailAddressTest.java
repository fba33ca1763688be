package org.cortexscim.policy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EmailAddressTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "a@example.com",
                "first.last+tag@sub.example.co.uk",
                "o'hara@example.com",
                "a@xn--bcher-kva.example",
                "J\u00f6rg@b\u00fccher.example",
                "jo\u0308rg@bu\u0308cher.example",
                "\u0935\u093f\u0915\u093e\u0938@\u0909\u0926\u093e\u0939\u0930\u0923.\u092d\u093e\u0930\u0924",
                "\u0e2a\u0e21\u0e0a\u0e32\u0e22\u0e01\u0e35\u0e48@example.com",
                "\u7528\u6237@\u4f8b\u5b50.\u516c\u53f8",
                "\u05d0\u05d1\u05d2@example.com"
            })
    void isValid(String address) {
        assertThat(EmailAddress.isValid(address)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "anna",
                "@example.com",
                "a@",
                "a@localhost",
                "a b@example.com",
                "a\u00a0b@example.com",
                "a\u200bb@example.com",
                "a\tb@example.com",
                "a@-example.com",
                "a@\u0308example.com",
                "a@exam ple.com",
                "a@b@example.com",
                "a@example..com",
                "a@example.c"
            })
    void isNotValid(String address) {
        assertThat(EmailAddress.isValid(address)).isFalse();
    }
}
