package org.cortexscim.access.allowlist;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cortexscim.access.address.IpAddress;
import org.cortexscim.access.address.IpRange;
import org.cortexscim.access.address.IpRanges;
import org.cortexscim.scim.ScimException;

/** A state of the allowlist. Without entries it admits every address; otherwise only addresses that an entry covers. */
public final class Allowlist {
    /** The maximum number of entries in a list. */
    public static final int MAX_ENTRIES = 10_000;

    static final Allowlist EMPTY = new Allowlist("", List.of());

    private final String version;
    private final List<AllowedAddress> entries;
    private final IpRanges ranges;

    /**
     * A state.
     *
     * @param version a text that no other state has; empty for the beginning
     */
    Allowlist(String version, Collection<AllowedAddress> entries) {
        this.version = version;
        this.entries = List.copyOf(entries);
        this.ranges = new IpRanges(entries.stream().map(AllowedAddress::range).toList());
    }

    /** The entries without repetitions: of those with the same range the first one stays. Others may overlap. */
    static List<AllowedAddress> distinct(Collection<AllowedAddress> entries) {
        Map<IpRange, AllowedAddress> distinct = new LinkedHashMap<>();
        entries.forEach(entry -> distinct.putIfAbsent(entry.range(), entry));
        return List.copyOf(distinct.values());
    }

    String version() {
        return version;
    }

    /** In the order in which they were given. */
    public List<AllowedAddress> entries() {
        return entries;
    }

    /**
     * The entry with exactly that range.
     *
     * @param range in its canonical form
     * @throws ScimException 404
     */
    public AllowedAddress entry(String range) {
        return entries.stream()
                .filter(entry -> entry.range().toString().equals(range))
                .findFirst()
                .orElseThrow(() -> ScimException.notFound("The IP allowlist has no such entry."));
    }

    /** The first entry that covers the address; empty when none does. */
    public Optional<AllowedAddress> covering(IpAddress address) {
        return entries.stream()
                .filter(entry -> new IpRanges(List.of(entry.range())).contains(address))
                .findFirst();
    }

    /** This list without an entry, to see what it would admit. */
    public Allowlist without(AllowedAddress entry) {
        return new Allowlist(
                "", entries.stream().filter(other -> !other.equals(entry)).toList());
    }

    /** Tells whether a caller with this address may reach the workspace; its cost does not depend on the number of entries. */
    public boolean admits(IpAddress address) {
        return entries.isEmpty() || ranges.contains(address);
    }
}
