package org.cortexscim.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.cortexscim.scim.ScimException;

/** Asserts on SCIM errors: {@code thenRefused(call).with(400, "invalidFilter").saying("closing quote")}. */
public final class Refusals {
    private final ScimException refusal;

    private Refusals(ScimException refusal) {
        this.refusal = refusal;
    }

    /** The call is refused with a SCIM error, and says why. */
    public static Refusals thenRefused(ThrowingCallable call) {
        ScimException refusal = catchThrowableOfType(ScimException.class, call);
        assertThat(refusal).as("a refusal").isNotNull();
        assertThat(refusal.detail()).isNotBlank();
        return new Refusals(refusal);
    }

    public Refusals with(int status, String scimType) {
        assertThat(refusal.status()).isEqualTo(status);
        assertThat(refusal.scimType()).contains(scimType);
        return this;
    }

    public Refusals saying(String part) {
        assertThat(refusal.detail()).contains(part);
        return this;
    }
}
