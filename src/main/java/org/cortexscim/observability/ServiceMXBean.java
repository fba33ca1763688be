package org.cortexscim.observability;

/**
 * The service, for JMX clients on the server's own machine: {@code org.cortexscim:type=Service}. Figures are those of this
 * node since it started, unless they are said to be the workspace's.
 */
public interface ServiceMXBean {
    /** The version of the service. */
    String getVersion();

    /** Whether this node takes requests, as /health/ready says. */
    boolean isReady();

    /** The requests that are being answered at this moment. */
    int getRequestsInProgress();

    /** The active users of the workspace; -1 while the database does not tell. */
    long getActiveSeats();

    /** How many users of the workspace may be active; -1 for no limit. */
    int getSeatLimit();

    /** Whether the identity provider may do anything in the workspace. */
    boolean isScimOn();

    /** Whether provisioning is paused in the workspace. */
    boolean isPaused();

    /** When the pause ends by itself; empty for never, and without a pause. */
    String getPausedUntil();

    /** Why provisioning is paused; empty for no reason, and without a pause. */
    String getPauseReason();

    long getUsersCreated();

    long getUsersUpdated();

    long getUsersDeactivated();

    long getUsersReactivated();

    long getUsersDeleted();

    /** Pauses provisioning in the whole workspace, as the setting {@code paused} does. */
    void pauseProvisioning();

    /**
     * Pauses provisioning in the whole workspace until a time.
     *
     * @param until such as {@code 2026-11-24T08:00:00Z}; empty for a pause that does not end by itself
     * @param reason shown to admins; empty for none
     * @throws IllegalArgumentException when one of them cannot be; the message says why
     */
    void pauseProvisioning(String until, String reason);

    /** Ends the pause. */
    void resumeProvisioning();

    /** Reads the settings, the extension schemas, the keys and the IP allowlist anew, at once. */
    void forgetCaches();

    /**
     * Backs up the embedded database while the server goes on.
     *
     * @param folder the absolute path of an existing folder on the server's machine
     * @return the path of the backup, a new folder in it
     * @throws IllegalStateException when no backup was made; the message says why, and what to do
     */
    String backUpDatabase(String folder);

    /** The level of the application's log, such as INFO. */
    String getLogLevel();

    /**
     * Changes the level of the application's loggers until the server stops. A part that is used for the first time later
     * begins with INFO.
     *
     * @param level SEVERE, WARNING, INFO, CONFIG, FINE, FINER, FINEST, ALL or OFF
     */
    void setLogLevel(String level);
}
