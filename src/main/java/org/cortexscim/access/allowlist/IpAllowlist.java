package org.cortexscim.access.allowlist;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cortexscim.access.address.IpAddress;
import org.cortexscim.access.allowlist.IpAllowlistChanged.Cause;
import org.cortexscim.scim.Reason;
import org.cortexscim.scim.ScimException;
import org.cortexscim.storage.InTransaction;

/** Reads and replaces the allowlist. */
@ApplicationScoped
public class IpAllowlist {
    private static final int MAX_NAMED = 100;

    @Inject
    private AllowlistStore store;

    @Inject
    private Event<IpAllowlistChanged> changes;

    /** The list as it is stored. */
    @InTransaction(readOnly = true)
    public Allowlist stored() {
        return store.read();
    }

    @InTransaction(readOnly = true)
    String version() {
        return store.version();
    }

    /**
     * Replaces the whole list; without entries, every address is admitted. Entries are put into their canonical form,
     * and repetitions left out. Of two concurrent replacements, the later one wins.
     *
     * @param caller the caller's address, which must still be admitted afterwards, unless the change is forced
     * @throws ScimException invalidValue when an entry is not valid or the caller would be locked out, and then nothing
     *     is changed
     */
    @InTransaction
    public Allowlist replace(List<ProposedAddress> proposed, boolean force, IpAddress caller) {
        return change(valid(proposed), force, caller);
    }

    /**
     * Adds entries, and removes those that an earlier call has added under the same descriptions; all others stay.
     *
     * @param caller as in {@link #replace}
     * @throws ScimException as {@link #replace} does, also when the list would become too long
     */
    @InTransaction
    public Allowlist update(List<ProposedAddress> proposed, boolean force, IpAddress caller) {
        List<AllowedAddress> added = valid(proposed);
        Set<String> renewed = added.stream().map(AllowedAddress::description).collect(Collectors.toSet());
        Stream<AllowedAddress> others =
                store.lock().entries().stream().filter(entry -> !renewed.contains(entry.description()));
        return change(bounded(Stream.concat(others, added.stream()).toList()), force, caller);
    }

    /**
     * Adds entries at the end of the list; those whose range is in the list already are left out.
     *
     * @param caller as in {@link #replace}
     * @throws ScimException as {@link #replace} does, also when the list would become too long
     */
    @InTransaction
    public Allowlist add(List<ProposedAddress> proposed, boolean force, IpAddress caller) {
        Stream<AllowedAddress> added = valid(proposed).stream();
        List<AllowedAddress> after =
                Stream.concat(store.lock().entries().stream(), added).toList();
        return change(bounded(Allowlist.distinct(after)), force, caller);
    }

    /**
     * Removes an entry; without the last one, every address is admitted.
     *
     * @param caller as in {@link #replace}
     * @throws ScimException 404, and as {@link #replace} does
     */
    @InTransaction
    public Allowlist remove(String range, boolean force, IpAddress caller) {
        Allowlist before = store.lock();
        return change(before.without(before.entry(range)).entries(), force, caller);
    }

    private static List<AllowedAddress> bounded(List<AllowedAddress> after) {
        if (after.size() > Allowlist.MAX_ENTRIES) {
            throw ScimException.invalidValue("The list would have %d entries; the limit is %d. Nothing was changed."
                    .formatted(after.size(), Allowlist.MAX_ENTRIES));
        }
        return after;
    }

    private Allowlist change(List<AllowedAddress> entries, boolean force, IpAddress caller) {
        Allowlist after = new Allowlist("", Allowlist.distinct(entries));
        if (!force && !after.admits(caller)) {
            throw ScimException.invalidValue(("The list does not cover your own address %s, so it would lock you"
                                    + " out. Add the address, or send 'force=true'. Nothing was changed.")
                            .formatted(caller))
                    .because(Reason.LOCKED_OUT);
        }
        apply(after.entries(), force ? Cause.FORCED_REQUEST : Cause.REQUEST);
        return after;
    }

    /** Empties the list for an admin who is locked out. */
    @InTransaction
    void breakGlass() {
        apply(List.of(), Cause.BREAK_GLASS);
    }

    private void apply(List<AllowedAddress> after, Cause cause) {
        List<AllowedAddress> before = store.lock().entries();
        if (!before.equals(after)) {
            store.put(after);
            changes.fire(new IpAllowlistChanged(before, after, cause));
        }
    }

    private static List<AllowedAddress> valid(List<ProposedAddress> proposed) {
        List<String> refusals =
                proposed.stream().flatMap(address -> address.message().stream()).toList();
        if (!refusals.isEmpty()) {
            String named = refusals.stream().limit(MAX_NAMED).collect(Collectors.joining(" "));
            int more = refusals.size() - MAX_NAMED;
            throw ScimException.invalidValue(named
                    + (more > 0 ? " %d more entries are not valid; validate the list to see them.".formatted(more) : "")
                    + " Nothing was changed.");
        }
        return proposed.stream().flatMap(address -> address.entry().stream()).toList();
    }
}
