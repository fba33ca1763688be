package org.cortexscim.search;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Optional;
import org.cortexscim.json.JsonText;
import org.cortexscim.scim.ScimObject;

/** The list that is walked, in pages of one size, and the 1-based index that the walk has reached. */
record Place(
        String kinds,
        String walker,
        Optional<String> filter,
        Optional<SearchQuery.Sort> sort,
        int count,
        int startIndex) {
    static Place of(Scope<?> scope, SearchQuery query, int startIndex) {
        return new Place(scope.names(), query.walker(), query.filter(), query.sort(), query.count(), startIndex);
    }

    /** The place as text, different for every other place. */
    byte[] bytes() {
        ScimObject fields = ScimObject.of("kinds", kinds)
                .with("walker", walker)
                .with("filter", filter.orElse(null))
                .with("sortBy", sort.map(SearchQuery.Sort::attribute).orElse(null))
                .with("descending", sort.map(SearchQuery.Sort::descending).orElse(null))
                .with("count", BigDecimal.valueOf(count))
                .with("startIndex", BigDecimal.valueOf(startIndex));
        return JsonText.print(fields).getBytes(StandardCharsets.UTF_8);
    }

    /** A key of 43 characters that shows neither the caller nor the filter, which may name people. */
    String digest() {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes());
            return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("Every Java has SHA-256.", missing);
        }
    }
}
