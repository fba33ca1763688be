package org.cortexscim.web.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RequestSyntaxTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "localhost",
                "localhost:9080",
                "scim.example.com",
                "scim.example.com.:443",
                "cortex_scim:9080",
                "xn--bcher-kva.example",
                "127.0.0.1:1",
                "[::1]",
                "[2001:db8::1]:65535",
                "[::ffff:192.0.2.1]:80"
            })
    void takesAHost(String host) {
        assertThat(RequestSyntax.isHost(host)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ":80",
                "a b",
                "a,b",
                "a@b",
                "a/b",
                "a?b",
                "a#b",
                "a%20b",
                "<a>",
                "\"",
                "-a",
                "b\u00fccher.example",
                "a:",
                "a:b",
                "a:65536",
                "a:999999",
                "::1",
                "[::1",
                "[zz]",
                "[]",
                "[127.0.0.1]",
                "[:::]",
                "[::1%25eth0]",
                "[::1/64]"
            })
    void refusesWhatIsNoHost(String host) {
        assertThat(RequestSyntax.isHost(host)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"*", "/", "/scim/v2/Users/a%20b;c=d", "/a:b@c!$&'()*+,=~._-", "//scim/v2"})
    void takesAPath(String path) {
        assertThat(RequestSyntax.isPath(path)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/{x}", "/[", "/]", "/a|b", "/\"", "/<", "/>", "/^", "/`", "/\\", "/a b", "/\u00fc", "/\t"})
    void refusesWhatIsNoPath(String path) {
        assertThat(RequestSyntax.isPath(path)).isFalse();
    }

    /** The second to last is what Java's own client sends. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "application/json",
                "application/json; charset=utf-8",
                "application/json;q=0.5, */*;q=0",
                "a/b;q=1.000;x=y",
                "a/b;x=\";q=x\"",
                "a/b;quality=x",
                "text/html, image/gif, image/jpeg, *; q=.2, */*; q=.2",
                "a/b ; Q = 0.123"
            })
    void takesMediaTypes(String header) {
        assertThat(RequestSyntax.hasNumericQuality(header)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a/b;q=x",
                "a/b;q=",
                "a/b;q=.",
                "a/b;q=2",
                "a/b;q=1.5",
                "a/b;q=-1",
                "a/b;q=NaN",
                "a/b;q=0.1f",
                "a/b;q=\"0.5\"",
                "a/b;x=y; Q=x",
                "a/b, c/d;q=x"
            })
    void refusesAQualityThatIsNoNumber(String header) {
        assertThat(RequestSyntax.hasNumericQuality(header)).isFalse();
    }

    /** As long as a header may be, many times over. */
    @ParameterizedTest
    @ValueSource(strings = {"x", "\\\"", "\\\\", ";q=x", "\"\""})
    void readsALongString(String part) {
        String text = "text/plain;a=\"" + part.repeat(200_000);

        assertThat(RequestSyntax.hasNumericQuality(text)).isTrue();
        assertThat(RequestSyntax.hasNumericQuality(text + "\";q=0.5")).isTrue();
        assertThat(RequestSyntax.hasNumericQuality(text + "\";q=x")).isFalse();
    }
}
