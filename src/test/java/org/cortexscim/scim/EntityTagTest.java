package org.cortexscim.scim;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class EntityTagTest {
    private final EntityTag tag = new EntityTag(3);

    @Test
    void isWeak() {
        assertThat(tag).hasToString("W/\"3\"");
    }
}
