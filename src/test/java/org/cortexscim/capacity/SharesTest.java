package org.cortexscim.capacity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class SharesTest {
    private final Shares shares = new Shares(2);

    @Test
    void boundsEachCallerAlone() {
        assertThat(shares.take("a", Duration.ZERO)).isTrue();
        assertThat(shares.take("a", Duration.ZERO)).isTrue();
        assertThat(shares.take("a", Duration.ZERO)).isFalse();
        assertThat(shares.take("b", Duration.ZERO)).isTrue();
    }

    @Test
    void hasRoomAgain_forWhatIsGivenBack() {
        shares.take("a", Duration.ZERO);
        shares.take("a", Duration.ZERO);
        shares.giveBack("a");

        assertThat(shares.take("a", Duration.ZERO)).isTrue();
        assertThat(shares.take("a", Duration.ZERO)).isFalse();
    }

    @Test
    void waitsForWhatIsGivenBack() throws InterruptedException {
        shares.take("a", Duration.ZERO);
        shares.take("a", Duration.ZERO);
        Thread other = new Thread(() -> shares.giveBack("a"));
        other.start();

        assertThat(shares.take("a", Duration.ofMinutes(1))).isTrue();
        other.join();
    }
}
