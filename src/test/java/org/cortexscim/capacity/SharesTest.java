package org.cortexscim.capacity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SharesTest {
    private final Shares shares = new Shares(2);

    @Test
    void boundsEachCallerAlone() {
        assertThat(shares.take("a")).isTrue();
        assertThat(shares.take("a")).isTrue();
        assertThat(shares.take("a")).isFalse();
        assertThat(shares.take("b")).isTrue();
    }

    @Test
    void hasRoomAgain_forWhatIsGivenBack() {
        shares.take("a");
        shares.take("a");
        shares.giveBack("a");

        assertThat(shares.take("a")).isTrue();
        assertThat(shares.take("a")).isFalse();
    }
}
