package org.cortexscim.access.requests;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.cortexscim.scim.Reason;
import org.jspecify.annotations.Nullable;

/** The row of a {@link LoggedRequest}. */
@Entity
@Table(name = "request_log")
class LoggedRequestEntity {
    private static final int MAX_NAME = 600;

    @Id
    private String id = "";

    private long occurred;

    private @Nullable String caller;

    @Column(name = "key_prefix")
    private @Nullable String keyPrefix;

    private String address = "";

    private String method = "";

    private String path = "";

    private int status;

    /** 1 or 0, as the status tells; queries read it, because an index begins with it. */
    @SuppressWarnings("UnusedVariable")
    private int failed;

    private @Nullable String action;

    @Column(name = "resource_id")
    private @Nullable String resourceId;

    @Enumerated(EnumType.STRING)
    private @Nullable Reason reason;

    private @Nullable String detail;

    @Column(name = "duration_millis")
    private long durationMillis;

    @Column(name = "request_id")
    private String requestId = "";

    /** 1 or 0; statistics leave those of a test out. */
    private int test;

    protected LoggedRequestEntity() {}

    LoggedRequestEntity(LoggedRequest request) {
        id = request.id();
        occurred = request.time().toEpochMilli();
        caller = request.caller()
                .map(name -> name.substring(0, Math.min(MAX_NAME, name.length())))
                .orElse(null);
        keyPrefix = request.keyPrefix().orElse(null);
        address = request.address();
        method = request.method();
        path = request.path();
        status = request.status();
        failed = request.failed() ? 1 : 0;
        action = request.action().orElse(null);
        resourceId = request.resourceId().orElse(null);
        reason = request.reason().orElse(null);
        detail = request.detail().orElse(null);
        durationMillis = request.duration().toMillis();
        requestId = request.requestId();
        test = request.test() ? 1 : 0;
    }

    LoggedRequest toRequest() {
        return new LoggedRequest(
                id,
                Instant.ofEpochMilli(occurred),
                Optional.ofNullable(caller),
                Optional.ofNullable(keyPrefix),
                address,
                method,
                path,
                status,
                Optional.ofNullable(action),
                Optional.ofNullable(resourceId),
                Optional.ofNullable(reason),
                Optional.ofNullable(detail),
                Duration.ofMillis(durationMillis),
                requestId,
                test == 1);
    }
}
