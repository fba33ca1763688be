package org.cortexscim.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.cortexscim.capacity.OverloadException;
import org.cortexscim.scim.Reason;
import org.junit.jupiter.api.Test;

class FreeSpaceTest {
    private final FreeSpace space = new FreeSpace();

    @Test
    void refusesChanges_whileThereIsTooLittle() {
        assertThatCode(() -> space.require(100, 100)).doesNotThrowAnyException();
        assertThatThrownBy(() -> space.require(99, 100))
                .asInstanceOf(InstanceOfAssertFactories.type(OverloadException.class))
                .extracting(OverloadException::reason)
                .isEqualTo(Reason.DISK_FULL);
        assertThatCode(() -> space.require(100, 100)).doesNotThrowAnyException();
    }

    @Test
    void recognizesPostgresqlsDiskFull() {
        assertThat(SqlFailures.isDiskFull(new IllegalStateException(new SQLException("No space left", "53100"))))
                .isTrue();
    }
}
