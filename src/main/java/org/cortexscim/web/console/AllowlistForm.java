package org.cortexscim.web.console;

import jakarta.ws.rs.core.MultivaluedMap;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.cortexscim.access.allowlist.OktaRanges;
import org.cortexscim.access.allowlist.ProposedAddress;
import org.cortexscim.json.JsonText;
import org.cortexscim.scim.ScimException;

/**
 * What somebody has entered about the allowlist.
 *
 * @param addresses one on each line
 * @param description of all of them
 * @param file in which Okta publishes its addresses
 * @param cells of that file, with commas between them
 * @param confirmed whether it has been asked about
 * @param force whether the caller was told that the list would not cover the caller's own address
 */
public record AllowlistForm(
        String addresses, String description, String file, String cells, boolean confirmed, boolean force) {
    static final AllowlistForm EMPTY = new AllowlistForm("", "", "", "", false, false);

    static AllowlistForm of(MultivaluedMap<String, String> form) {
        return new AllowlistForm(
                text(form, "addresses"),
                text(form, "description"),
                text(form, "file"),
                text(form, "cells"),
                form.containsKey("confirmed"),
                form.containsKey("force"));
    }

    /**
     * The addresses; empty lines do not count.
     *
     * @throws ScimException invalidValue naming the first line that is wrong
     */
    List<ProposedAddress> lines() {
        List<ProposedAddress> proposed = new ArrayList<>();
        int number = 0;
        for (String line : addresses.split("\\R", -1)) {
            number++;
            if (!line.isBlank()) {
                proposed.add(valid(number, line));
            }
        }
        if (proposed.isEmpty()) {
            throw ScimException.invalidValue("Enter at least one address or range.");
        }
        return proposed;
    }

    /** @throws ScimException as {@link OktaRanges} does */
    List<ProposedAddress> okta() {
        if (file.isEmpty()) {
            throw ScimException.invalidValue("Paste Okta's file.");
        }
        return OktaRanges.of(JsonText.parseObject(file), cells);
    }

    private ProposedAddress valid(int number, String line) {
        ProposedAddress address =
                ProposedAddress.of(line, Optional.of(description).filter(text -> !text.isEmpty()));
        address.message().ifPresent(message -> {
            throw ScimException.invalidValue("Line %d: %s".formatted(number, message));
        });
        return address;
    }

    /** Lines keep their numbers. */
    private static String text(MultivaluedMap<String, String> form, String name) {
        return Objects.requireNonNullElse(form.getFirst(name), "").stripTrailing();
    }
}
