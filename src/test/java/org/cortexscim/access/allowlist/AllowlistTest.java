package org.cortexscim.access.allowlist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.cortexscim.access.address.IpAddress;
import org.cortexscim.access.address.IpRange;
import org.cortexscim.scim.ScimException;
import org.junit.jupiter.api.Test;

class AllowlistTest {
    private static final AllowedAddress OFFICE = entry("203.0.113.0/24");
    private static final AllowedAddress DESK = entry("203.0.113.7");
    private static final AllowedAddress EVERY_IPV6 = entry("::/0");

    private final Allowlist list = new Allowlist("1", List.of(OFFICE, DESK, EVERY_IPV6));

    @Test
    void namesTheFirstEntryThatCoversAnAddress() {
        assertThat(list.covering(address("203.0.113.7"))).contains(OFFICE);
        assertThat(list.covering(address("2001:db8::7"))).contains(EVERY_IPV6);
        assertThat(list.covering(address("198.51.100.7"))).isEmpty();
        assertThat(Allowlist.EMPTY.covering(address("203.0.113.7"))).isEmpty();
    }

    @Test
    void admitsWhatAnotherEntryCovers_withoutAnEntry() {
        Allowlist withoutOffice = list.without(OFFICE);

        assertThat(withoutOffice.entries()).containsExactly(DESK, EVERY_IPV6);
        assertThat(withoutOffice.admits(address("203.0.113.7"))).isTrue();
        assertThat(withoutOffice.admits(address("203.0.113.8"))).isFalse();
    }

    @Test
    void findsAnEntryByItsRange() {
        assertThat(list.entry("203.0.113.7")).isEqualTo(DESK);
        assertThatThrownBy(() -> list.entry("203.0.113.8"))
                .isInstanceOf(ScimException.class)
                .hasMessageContaining("no such entry");
    }

    private static AllowedAddress entry(String range) {
        return new AllowedAddress(IpRange.parse(range), "");
    }

    private static IpAddress address(String text) {
        return IpAddress.parse(text).orElseThrow();
    }
}
