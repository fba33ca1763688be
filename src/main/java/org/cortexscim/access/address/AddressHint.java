package org.cortexscim.access.address;

import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Advice for a text that is not an address or a range. */
enum AddressHint {
    MISSING("", "The address is missing."),
    ZONE(".*%.*", "A zone such as %eth0 has no meaning on another machine; leave it out."),
    WILDCARD(".*\\*.*", "Wildcards are not supported; write a range such as 10.1.0.0/16."),
    HYPHEN(".*-.*", "Ranges with a hyphen are not supported; write a range such as 10.1.0.0/16."),
    PORT("\\[.*|[0-9.]+:[0-9]+", "Leave out the brackets and the port."),
    MASK("[^/]*/[0-9]+\\..*", "Write the mask as a prefix length, as in 10.1.0.0/16."),
    ZEROS("(.*[.:])?0[0-9]+\\..*|[^:]*\\.0[0-9]+(/.*)?|.*/0[0-9]+", "Numbers must not begin with a 0."),
    SHORT("[0-9]+(\\.[0-9]+){0,2}(/[0-9]+)?", "An IPv4 address has four numbers."),
    MAPPED(
            "(?i)::ffff:.*/[0-9]{1,2}",
            "The prefix of a range of IPv4-mapped addresses has at least 96 bits; write it as IPv4."),
    OTHER(".*", "Write an address such as 203.0.113.7 or 2001:db8::7, or a range such as 203.0.113.0/24.");

    private final Pattern pattern;
    private final String advice;

    AddressHint(String pattern, String advice) {
        this.pattern = Pattern.compile(pattern, Pattern.DOTALL);
        this.advice = advice;
    }

    /** One or two sentences for the admin. */
    static String about(String text) {
        String shown = IpRange.shown(text);
        AddressHint hint = Stream.of(values())
                .filter(candidate -> candidate.pattern.matcher(shown).matches())
                .findFirst()
                .orElse(OTHER);
        return hint == MISSING ? hint.advice : "'" + shown + "' is not an IP address or range. " + hint.advice;
    }
}
