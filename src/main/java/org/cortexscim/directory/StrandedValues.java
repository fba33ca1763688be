package org.cortexscim.directory;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.stream.Collectors;
import org.cortexscim.schemas.SchemaChanged;
import org.cortexscim.scim.ScimException;
import org.cortexscim.scim.schema.AttributeRef;
import org.cortexscim.scim.schema.SchemaUpdate;

/** Refuses a change of an extension that would leave users with values that no schema describes any more. */
@ApplicationScoped
class StrandedValues {
    @Inject
    private UserStore store;

    void refuse(@Observes SchemaChanged change) {
        change.before().map(before -> new SchemaUpdate(before, change.after())).ifPresent(this::refuse);
    }

    private void refuse(SchemaUpdate update) {
        Map<String, String> lost =
                update.lost().stream().collect(Collectors.toMap(AttributeRef::key, AttributeRef::path));
        store.findUsed(lost.keySet()).map(lost::get).ifPresent(path -> {
            throw ScimException.conflict(("Users have values of '%s', which would be lost. Keep the attribute with its"
                            + " type, multiValued and caseExact, or remove the values first: the filter '%s pr' finds"
                            + " the users.")
                    .formatted(path, path));
        });
    }
}
