package org.cortexscim.directory;

import java.util.List;

/**
 * One page of a list.
 *
 * @param total how many users match in all
 */
public record UserPage(long total, int startIndex, List<User> users) {
    public UserPage {
        users = List.copyOf(users);
    }
}
