package org.cortexscim.web.console;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.cortexscim.access.keys.ApiKey;
import org.cortexscim.access.keys.KeySecret;

/** What to ask before a change ends a secret that may be in use. */
final class KeyQuestions {
    private KeyQuestions() {}

    /**
     * The sentences to ask; none when nothing ends at once.
     *
     * @param own whether the caller has signed in with the key
     */
    static List<String> before(KeyForm wanted, ApiKey key, boolean own) {
        List<String> question = new ArrayList<>();
        switch (wanted.action()) {
            case "delete" -> {
                question.add("Delete the key '%s'? Whoever uses it is refused within a second, for good."
                        .formatted(key.label().name()));
                question.add("The key was " + used(key.lastUsed()));
            }
            case "complete" -> key.former().ifPresent(former -> question.addAll(ends("former", former)));
            case "undo" -> question.addAll(ends("new", key.secrets().get(0)));
            case "rotate" -> {
                if (wanted.overlapTime().equals(Duration.ZERO)) {
                    question.add("Replace the secret at once? Whoever still uses the former one is refused within a"
                            + " second.");
                    question.add("The key was " + used(key.lastUsed()));
                }
            }
            default -> {}
        }
        if (own && !question.isEmpty()) {
            question.add("You are signed in with this key. If you signed in with the secret that ends, so does your"
                    + " session.");
        }
        return question;
    }

    private static List<String> ends(String which, KeySecret secret) {
        return List.of(
                "End the %s secret, …%s? Whoever uses it is refused within a second.".formatted(which, secret.last4()),
                "That secret was " + used(secret.lastUsed()));
    }

    private static String used(Optional<Instant> time) {
        return time.map(last -> "last used at " + Times.shown(last) + " UTC.").orElse("never used.");
    }
}
