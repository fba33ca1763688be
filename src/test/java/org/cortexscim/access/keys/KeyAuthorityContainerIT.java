package org.cortexscim.access.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.cortexscim.Deployments;
import org.cortexscim.roles.Authority;
import org.cortexscim.roles.BuiltInRole;
import org.cortexscim.roles.Permission;
import org.cortexscim.roles.RoleRef;
import org.cortexscim.scim.ScimException;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;

/** Nobody gets more by a key than they have: neither by a new one, nor by another's new secret. */
@ArquillianTest
class KeyAuthorityContainerIT {
    private static final Authority KEYS_ONLY = new Authority(Set.of(Permission.EDIT_API_KEYS));
    private static final Authority ADMIN = new Authority(BuiltInRole.ADMIN.permissions());
    private static final NewApiKey ADMIN_KEY = NewApiKey.named("test", Set.of(RoleRef.ADMIN));
    private static final NewApiKey USER_KEY = NewApiKey.named("test", Set.of(RoleRef.builtIn(BuiltInRole.USER)));

    @Inject
    private ApiKeys keys;

    @Inject
    private KeyRotation rotation;

    @Inject
    private KnownKeys known;

    @Deployment
    static WebArchive product() {
        return Deployments.productWith(KeyAuthorityContainerIT.class);
    }

    @Test
    void refusesAKeyThatCanDoMore_andNamesWhat() {
        long before = keys.page(0, 1).total();

        thenRefused(() -> keys.create(ADMIN_KEY, KEYS_ONLY));

        assertThat(keys.page(0, 1).total()).isEqualTo(before);
        assertThat(known.find(keys.create(USER_KEY, KEYS_ONLY).secret())).isPresent();
    }

    @Test
    void refusesToRotateAKeyThatCanDoMore() {
        IssuedKey admin = keys.create(ADMIN_KEY, ADMIN);
        String cid = admin.key().cid();

        thenRefused(() -> rotation.start(cid, Duration.ofHours(1), KEYS_ONLY));
        thenRefused(() -> rotation.start(cid, Duration.ZERO, KEYS_ONLY));
        assertThat(known.find(admin.secret())).isPresent();
        assertThat(keys.get(cid)).isEqualTo(admin.key());

        IssuedKey rotated = rotation.start(cid, Duration.ofHours(1), ADMIN);
        thenRefused(() -> rotation.complete(cid, KEYS_ONLY));
        thenRefused(() -> rotation.undo(cid, KEYS_ONLY));
        assertThat(known.find(admin.secret())).isPresent();
        assertThat(known.find(rotated.secret())).isPresent();
        assertThat(keys.get(cid)).isEqualTo(rotated.key());
    }

    @Test
    void letsEverybodyDeleteKeys_thatCanDoMore() {
        IssuedKey admin = keys.create(ADMIN_KEY, ADMIN);

        keys.delete(admin.key().cid());

        assertThat(known.find(admin.secret())).isEmpty();
    }

    /** Secrets that were made before there were checksums are in the databases of earlier versions. */
    @Test
    void knowsSecretsWithoutChecksum() {
        String old = "cxs_" + UUID.randomUUID().toString().replace("-", "_") + "-Abc_12";
        assertThat(old).hasSize(47);
        keys.add(ApiKeySecret.generateCid(), USER_KEY, old);

        assertThat(known.find(old)).isPresent();
    }

    private static void thenRefused(ThrowingCallable work) {
        String[] missing = Stream.of(Permission.values())
                .filter(permission -> permission != Permission.EDIT_API_KEYS)
                .map(Permission::label)
                .toArray(String[]::new);
        assertThatThrownBy(work)
                .isInstanceOf(ScimException.class)
                .hasMessageContainingAll(missing)
                .hasMessageNotContaining(Permission.EDIT_API_KEYS.label())
                .satisfies(refusal ->
                        assertThat(((ScimException) refusal).status()).isEqualTo(403));
    }
}
