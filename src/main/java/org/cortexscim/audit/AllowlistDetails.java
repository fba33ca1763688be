package org.cortexscim.audit;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.cortexscim.access.address.IpRange;
import org.cortexscim.access.allowlist.AllowedAddress;
import org.cortexscim.access.allowlist.IpAllowlistChanged;
import org.cortexscim.json.JsonText;
import org.cortexscim.scim.ScimObject;
import org.jspecify.annotations.Nullable;

/**
 * The details of an audit entry for a change of the allowlist: only the entries that differ, by address.
 *
 * <pre>{"event":"UPDATED","cause":"FORCED_REQUEST","changes":[{"attribute":"203.0.113.0/24","before":null,
 *  "after":{"address":"203.0.113.0/24","description":"Okta"}}],"addedCount":1,"removedCount":0,"describedCount":0}</pre>
 */
final class AllowlistDetails {
    /** The entry has to fit its column; what does not fit is counted in {@code omittedCount}. */
    static final int MAX_LENGTH = 3_000_000;

    private AllowlistDetails() {}

    static ScimObject of(IpAllowlistChanged change) {
        Map<IpRange, AllowedAddress> before = byRange(change.before());
        Map<IpRange, AllowedAddress> after = byRange(change.after());
        Set<IpRange> ranges = new LinkedHashSet<>(before.keySet());
        ranges.addAll(after.keySet());
        ranges.removeIf(range -> Objects.equals(before.get(range), after.get(range)));
        List<ScimObject> listed = fitting(ranges, before, after);
        return ScimObject.of("event", "UPDATED")
                .with("cause", change.cause().name())
                .with("changes", listed)
                .with("omittedCount", BigDecimal.valueOf(ranges.size() - listed.size()))
                .with("addedCount", count(ranges, range -> !before.containsKey(range)))
                .with("removedCount", count(ranges, range -> !after.containsKey(range)))
                .with("describedCount", count(ranges, range -> before.containsKey(range) && after.containsKey(range)))
                .with("entryCount", BigDecimal.valueOf(after.size()));
    }

    private static List<ScimObject> fitting(
            Set<IpRange> ranges, Map<IpRange, AllowedAddress> before, Map<IpRange, AllowedAddress> after) {
        List<ScimObject> listed = new ArrayList<>();
        int length = 0;
        for (IpRange range : ranges) {
            ScimObject one = ScimObject.of("attribute", range.toString())
                    .with("before", document(before, range))
                    .with("after", document(after, range));
            length += JsonText.print(one).length() + 1;
            if (length > MAX_LENGTH) {
                break;
            }
            listed.add(one);
        }
        return listed;
    }

    private static @Nullable ScimObject document(Map<IpRange, AllowedAddress> entries, IpRange range) {
        AllowedAddress entry = entries.get(range);
        return entry == null ? null : entry.document();
    }

    private static BigDecimal count(Set<IpRange> ranges, Predicate<IpRange> condition) {
        return BigDecimal.valueOf(ranges.stream().filter(condition).count());
    }

    private static Map<IpRange, AllowedAddress> byRange(List<AllowedAddress> entries) {
        return entries.stream()
                .collect(Collectors.toMap(
                        AllowedAddress::range, Function.identity(), (first, same) -> first, LinkedHashMap::new));
    }
}
