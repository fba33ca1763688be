package org.cortexscim.web.console;

import java.util.Optional;
import org.cortexscim.directory.Part;

/**
 * The place in a list that is too long to be counted.
 *
 * @param page from 0
 * @param previous the address of the part before
 * @param next the address of the part after
 */
public record Steps(int page, Optional<String> previous, Optional<String> next) {
    /** The steps of a list in the panel, the number of whose page is in that parameter. */
    static Steps of(Address address, String parameter, Part<?> part) {
        int page = address.number(parameter);
        return new Steps(
                page,
                page > 0 ? Optional.of(address.partOfPanel(parameter, page - 1)) : Optional.empty(),
                part.hasNext() ? Optional.of(address.partOfPanel(parameter, page + 1)) : Optional.empty());
    }
}
