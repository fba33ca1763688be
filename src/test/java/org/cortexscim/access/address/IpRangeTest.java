package org.cortexscim.access.address;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IpRangeTest {
    @ParameterizedTest
    @CsvSource({
        "203.0.113.7,             203.0.113.7",
        "203.0.113.7/32,          203.0.113.7",
        "203.0.113.7/24,          203.0.113.0/24",
        "0.0.0.0/0,               0.0.0.0/0",
        "2001:DB8:0:0:0:0:0:7,    2001:db8::7",
        "2001:db8::7/128,         2001:db8::7",
        "2001:db8::7/32,          2001:db8::/32",
        "::/0,                    ::/0",
        "::1,                     ::1",
        "::ffff:203.0.113.7,      203.0.113.7",
        "::ffff:cb00:7107,        203.0.113.7",
        "::ffff:203.0.113.7/120,  203.0.113.0/24",
        "::ffff:0:0/96,           0.0.0.0/0",
    })
    void isWrittenInOneForm(String text, String canonical) {
        assertThat(IpRange.parse("  " + text + " ")).hasToString(canonical).isEqualTo(IpRange.parse(canonical));
    }

    /** What another program may read as another address, and what is none. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "010.0.0.1",
                "10.0.0.01",
                "0x7f.0.0.1",
                "2130706433",
                "127.1",
                "10.0.0",
                "10.0.0.256",
                "10.0.0.0/33",
                "10.0.0.0/-1",
                "10.0.0.0/08",
                "10.0.0.0/",
                "10.0.0.0/8/8",
                "10.0.0.0/255.0.0.0",
                "10.0.0.*",
                "10.0.0.1-9",
                "10.0.0.1:80",
                "[::1]",
                "::1%eth0",
                "fe80::1%1",
                "::1/129",
                "00001::1",
                "1:2:3:4:5:6:7",
                "1::2::3",
                "::ffff:203.0.113.7/24",
                "::ffff:010.0.0.1",
                "example.com",
                "*",
                "10.0.0.1,10.0.0.2",
                "10.0.0.1 ; drop table ip_allowlist",
                "１０.0.0.1"
            })
    void refusesWhatIsNoAddress(String text) {
        assertThatThrownBy(() -> IpRange.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .message()
                .isNotBlank();
    }

    @ParameterizedTest
    @CsvSource({
        "10.0.0.0/8,                  10.255.255.255,         true",
        "10.0.0.0/8,                  11.0.0.0,               false",
        "10.0.0.0/8,                  ::ffff:10.1.2.3,        true",
        "::ffff:10.0.0.0/104,         10.1.2.3,               true",
        "10.0.0.5,                    10.0.0.5,               true",
        "10.0.0.5,                    10.0.0.6,               false",
        "2001:db8::/32,               2001:db8:ffff::1,       true",
        "2001:db8::/32,               2001:db9::1,            false",
        "::/0,                        10.0.0.1,               false",
        "0.0.0.0/0,                   ::1,                    false",
        "10.0.0.0/8 10.1.0.0/16,      10.1.2.3,               true",
        "10.1.0.0/16 10.0.0.0/8,      10.2.0.1,               true",
        "10.1.2.3 10.1.0.0/16,        10.1.2.4,               true",
    })
    void containsAddresses(String ranges, String address, boolean contained) {
        List<IpRange> list =
                Arrays.stream(ranges.split(" ")).map(IpRange::parse).toList();

        assertThat(new IpRanges(list).contains(IpAddress.parse(address).orElseThrow()))
                .isEqualTo(contained);
    }

    @Test
    void findsAnAddress_amongTenThousandRanges() {
        IpRanges ranges = new IpRanges(IntStream.range(0, 10_000)
                .mapToObj(i -> IpRange.parse("10.%d.%d.0/25".formatted(i / 256, i % 256)))
                .toList());

        assertThat(Stream.of("10.0.0.1", "10.39.15.127").map(IpAddress::parse))
                .allMatch(address -> ranges.contains(address.orElseThrow()));
        assertThat(Stream.of("10.0.0.128", "10.39.16.0", "9.255.255.255", "::1").map(IpAddress::parse))
                .noneMatch(address -> ranges.contains(address.orElseThrow()));
    }
}
