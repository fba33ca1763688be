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

/** The row of a {@link FailedRequest}. */
@Entity
@Table(name = "failed_request")
class FailedRequestEntity {
    private static final int MAX_NAME = 600;

    @Id
    private String id = "";

    private long occurred;

    private @Nullable String caller;

    private String address = "";

    private String method = "";

    private String path = "";

    private int status;

    private @Nullable String action;

    @Enumerated(EnumType.STRING)
    private @Nullable Reason reason;

    private @Nullable String detail;

    @Column(name = "duration_millis")
    private long durationMillis;

    @Column(name = "request_id")
    private String requestId = "";

    protected FailedRequestEntity() {}

    FailedRequestEntity(FailedRequest request) {
        id = request.id();
        occurred = request.time().toEpochMilli();
        caller = request.caller()
                .map(name -> name.substring(0, Math.min(MAX_NAME, name.length())))
                .orElse(null);
        address = request.address();
        method = request.method();
        path = request.path();
        status = request.status();
        action = request.action().orElse(null);
        reason = request.reason().orElse(null);
        detail = request.detail().orElse(null);
        durationMillis = request.duration().toMillis();
        requestId = request.requestId();
    }

    FailedRequest toRequest() {
        return new FailedRequest(
                id,
                Instant.ofEpochMilli(occurred),
                Optional.ofNullable(caller),
                address,
                method,
                path,
                status,
                Optional.ofNullable(action),
                Optional.ofNullable(reason),
                Optional.ofNullable(detail),
                Duration.ofMillis(durationMillis),
                requestId);
    }
}
