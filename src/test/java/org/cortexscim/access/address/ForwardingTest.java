package org.cortexscim.access.address;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who sent a request that came through the proxies 10.0.0.1 and 10.0.0.2, or claims to. */
class ForwardingTest {
    private final Forwarding forwarding =
            new Forwarding(new IpRanges(TrustedProxies.ranges("10.0.0.1, 10.0.0.2,fd00::/8")));

    private final Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // What a peer says that is not trusted does not count.
                "203.0.113.9 | 198.51.100.1                        | 203.0.113.9",
                "10.0.0.3    | 198.51.100.1                        | 10.0.0.3",
                "10.0.0.1    | 198.51.100.1                        | 198.51.100.1",
                "10.0.0.1    | 198.51.100.1:4711                   | 198.51.100.1",
                "10.0.0.1    | 198.51.100.1, 10.0.0.2              | 198.51.100.1",
                // The caller made up the first ones.
                "10.0.0.1    | 127.0.0.1, 198.51.100.1             | 198.51.100.1",
                "10.0.0.1    | 10.0.0.2, 198.51.100.1, 10.0.0.2    | 198.51.100.1",
                "10.0.0.1    | 198.51.100.1,,                      | 198.51.100.1",
                "10.0.0.1    | 10.0.0.2                            | 10.0.0.2",
                "10.0.0.1    | ::ffff:198.51.100.1                 | 198.51.100.1",
                "10.0.0.1    | [2001:db8::7]:4711                  | 2001:db8::7",
                "10.0.0.1    | 2001:DB8:0::7                       | 2001:db8::7",
                "fd00::5     | 198.51.100.1                        | 198.51.100.1",
                // What cannot be read is not passed over: behind it the caller could write anything.
                "10.0.0.1    | 198.51.100.1, unknown               | 10.0.0.1",
                "10.0.0.1    | 198.51.100.1, _hidden, 10.0.0.2     | 10.0.0.2",
                "10.0.0.1    | 198.51.100.1, 010.0.0.2             | 10.0.0.1",
                "10.0.0.1    | ''                                  | 10.0.0.1"
            })
    void readsXForwardedForFromItsEnd(String peer, String header, String caller) {
        headers.put("X-Forwarded-For", List.of(header));

        assertThat(callerOf(peer).address()).hasToString(caller);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "203.0.113.9 | for=198.51.100.1                            | 203.0.113.9",
                "10.0.0.1    | for=198.51.100.1                            | 198.51.100.1",
                "10.0.0.1    | For=\"198.51.100.1:4711\";proto=https       | 198.51.100.1",
                "10.0.0.1    | for=\"[2001:db8::7]:4711\"                  | 2001:db8::7",
                "10.0.0.1    | for=127.0.0.1, for=198.51.100.1, for=10.0.0.2 | 198.51.100.1",
                "10.0.0.1    | for=198.51.100.1, for=unknown               | 10.0.0.1",
                "10.0.0.1    | for=198.51.100.1, for=_secret;by=10.0.0.2   | 10.0.0.1",
                "10.0.0.1    | proto=https                                 | 10.0.0.1"
            })
    void readsForwardedFromItsEnd(String peer, String header, String caller) {
        headers.put("Forwarded", List.of(header));

        assertThat(callerOf(peer).address()).hasToString(caller);
    }

    @Test
    void takesTheLinesOfAHeaderAsOneList() {
        headers.put("X-Forwarded-For", List.of("127.0.0.1", "198.51.100.1, 10.0.0.2"));

        assertThat(callerOf("10.0.0.1").address()).hasToString("198.51.100.1");
    }

    @Test
    void refusesHeadersThatContradict_fromATrustedPeerOnly() {
        headers.put("X-Forwarded-For", List.of("198.51.100.1"));
        headers.put("Forwarded", List.of("for=198.51.100.2"));

        assertThatThrownBy(() -> callerOf("10.0.0.1")).isInstanceOf(ForwardingException.class);
        assertThat(callerOf("203.0.113.9").address()).hasToString("203.0.113.9");
    }

    @ParameterizedTest
    @ValueSource(strings = {"for=\"198.51.100.1", "for=198.51.100.1;for=127.0.0.1", "for", "for=a b", "=;="})
    void refusesAMalformedForwardedHeader(String header) {
        headers.put("Forwarded", List.of(header));

        assertThatThrownBy(() -> callerOf("10.0.0.1")).isInstanceOf(ForwardingException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"X-Forwarded-For", "Forwarded"})
    void refusesAHeaderWithoutEnd(String name) {
        headers.put(name, List.of("for=198.51.100.1,".repeat(1000)));

        assertThatThrownBy(() -> callerOf("10.0.0.1"))
                .isInstanceOf(ForwardingException.class)
                .hasMessageContaining("8192");
    }

    @Test
    void believesTheSchemeAndHostOfATrustedPeer() {
        headers.put("X-Forwarded-For", List.of("198.51.100.1"));
        headers.put("X-Forwarded-Proto", List.of("HTTPS"));
        headers.put("X-Forwarded-Host", List.of("scim.example.com:8443"));

        assertThat(callerOf("10.0.0.1").scheme()).contains("https");
        assertThat(callerOf("10.0.0.1").host()).contains("scim.example.com:8443");
        assertThat(callerOf("203.0.113.9").scheme()).isEmpty();
        headers.put("X-Forwarded-Proto", List.of("gopher"));
        headers.put("X-Forwarded-Host", List.of("evil.example.com/path"));
        assertThat(callerOf("10.0.0.1").scheme()).isEmpty();
        assertThat(callerOf("10.0.0.1").host()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.0.0.0/0", "::/0", "proxy.example.com", "10.0.0.0/33"})
    void trustsNoListThatIsWrong(String list) {
        assertThatThrownBy(() -> TrustedProxies.ranges("10.0.0.1," + list))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("TRUSTED_PROXIES: ");
    }

    private ClientAddress callerOf(String peer) {
        return forwarding.caller(IpAddress.parse(peer).orElseThrow(), name -> headers.getOrDefault(name, List.of()));
    }
}
