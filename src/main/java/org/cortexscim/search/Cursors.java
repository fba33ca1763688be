package org.cortexscim.search;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.cortexscim.json.JsonText;
import org.cortexscim.scim.ScimException;
import org.cortexscim.scim.ScimObject;
import org.cortexscim.storage.Seal;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Cursors (RFC 9865): the place where a page begins, encrypted under a key that all nodes share ({@link Seal}). No node
 * remembers a cursor, so any node can continue a walk, and a cursor's reader learns nothing from it. It is bound to its
 * query: with another filter, order or kind of resource it does not open.
 */
@ApplicationScoped
public class Cursors {
    @Inject
    private Seal seal;

    @Inject
    private Clock clock;

    @Inject
    @ConfigProperty(name = "CURSOR_TIMEOUT", defaultValue = "PT1H")
    private Duration timeout;

    /**
     * The content of a cursor.
     *
     * @param position the resource that the page begins behind; empty for the first page
     * @param backward whether the page is the one before that resource
     */
    record Mark(Optional<Position> position, boolean backward) {
        static final Mark START = new Mark(Optional.empty(), false);
    }

    /** The time for which a cursor can be used after its page was returned. */
    public Duration timeout() {
        return timeout;
    }

    String seal(Scope<?> scope, SearchQuery query, Position position, boolean backward) {
        ScimObject content = position.fields()
                .with("backward", backward)
                .with("count", BigDecimal.valueOf(query.count()))
                .with("issued", BigDecimal.valueOf(clock.millis()));
        return seal.close(JsonText.print(content), binding(scope, query));
    }

    /**
     * Reads a cursor; an empty one is the first page.
     *
     * @throws ScimException invalidCursor when it is not a cursor of this query, expiredCursor after the timeout,
     *     invalidCount when the count is not the one of the page before
     */
    Mark open(String text, Scope<?> scope, SearchQuery query) {
        if (text.isEmpty()) {
            return Mark.START;
        }
        ScimObject content = seal.open(text, binding(scope, query))
                .map(JsonText::parseObject)
                .orElseThrow(
                        () -> ScimException.invalidCursor(
                                "This cursor does not belong to this query. Start again with an empty 'cursor', and keep the other parameters."));
        if (number(content, "issued") + timeout.toMillis() < clock.millis()) {
            throw ScimException.expiredCursor(
                    "This cursor has expired after %d seconds. Start again with an empty 'cursor'."
                            .formatted(timeout.toSeconds()));
        }
        if (number(content, "count") != query.count()) {
            throw ScimException.invalidCount("'count' must be the same on every page that a cursor continues: %d."
                    .formatted(number(content, "count")));
        }
        return new Mark(
                Optional.of(Position.of(content)), content.flag("backward").orElse(false));
    }

    private static long number(ScimObject content, String name) {
        return content.get(name) instanceof BigDecimal number ? number.longValue() : 0;
    }

    /** The query that a cursor is bound to. */
    private static byte[] binding(Scope<?> scope, SearchQuery query) {
        String text = scope.names() + "\n" + query.filter() + "\n" + query.sort();
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
