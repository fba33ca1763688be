package org.cortexscim.access.allowlist;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.cortexscim.scim.ScimException;
import org.cortexscim.scim.ScimObject;

/**
 * Reads the file in which Okta publishes the addresses of its services, by cell.
 *
 * <pre>{"us_cell_1":{"ip_ranges":["203.0.113.0/24"]}}</pre>
 */
public final class OktaRanges {
    private static final String RANGES = "ip_ranges";

    private OktaRanges() {}

    /**
     * The ranges of some cells as entries of the allowlist.
     *
     * @param cells their names with commas between them
     * @throws ScimException invalidValue when no cell or an unknown one is named, or the file has another form
     */
    public static List<ProposedAddress> of(ScimObject file, String cells) {
        List<String> names = Arrays.stream(cells.split(","))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .distinct()
                .toList();
        if (names.isEmpty()) {
            throw ScimException.invalidValue(
                    "'cell' is missing. Name the cell of your Okta org; the file has: %s.".formatted(known(file)));
        }
        return names.stream().flatMap(name -> ranges(file, name)).toList();
    }

    private static Stream<ProposedAddress> ranges(ScimObject file, String cell) {
        if (!file.has(cell)) {
            throw ScimException.invalidValue("The file has no cell of that name. It has: %s.".formatted(known(file)));
        }
        List<?> ranges = file.get(cell) instanceof ScimObject content && content.get(RANGES) instanceof List<?> list
                ? list
                : List.of();
        if (ranges.isEmpty() || !ranges.stream().allMatch(String.class::isInstance)) {
            throw ScimException.invalidValue(
                    "'%s.%s' must be an array of addresses and ranges, as in Okta's file.".formatted(cell, RANGES));
        }
        return ranges.stream().map(range -> ProposedAddress.of((String) range, Optional.of("Okta " + cell)));
    }

    /** The names of the cells, as far as the file looks like Okta's; no more of a wrong one than an error can show. */
    private static String known(ScimObject file) {
        TreeSet<String> cells = new TreeSet<>(file.names());
        cells.removeIf(name -> !name.matches("[A-Za-z0-9_]{1,40}"));
        return cells.isEmpty()
                ? "no cells"
                : String.join(", ", cells.stream().limit(100).toList());
    }
}
