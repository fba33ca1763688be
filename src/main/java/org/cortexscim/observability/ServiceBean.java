package org.cortexscim.observability;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import java.lang.management.ManagementFactory;
import java.time.Instant;
import java.util.Collections;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.Logger;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import javax.management.StandardMBean;
import org.cortexscim.directory.UserChanged;
import org.cortexscim.storage.BackupResult;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Registers the service with the JVM's MBean server for as long as the application runs. */
@ApplicationScoped
class ServiceBean implements ServiceMXBean {
    /** A strong reference: a level is forgotten with its logger. */
    private static final Logger APPLICATION = Logger.getLogger("org.cortexscim");

    private static final ObjectName NAME = name();
    private static final int NONE = -1;

    @Inject
    private OperatorDesk desk;

    @Inject
    private ProvisioningMetrics changes;

    @Inject
    @ConfigProperty(name = "cortexscim.version")
    private String version;

    void begin(@Observes Startup startup) throws JMException {
        end();
        beans().registerMBean(new StandardMBean(this, ServiceMXBean.class, true), NAME);
    }

    @PreDestroy
    void end() {
        try {
            if (beans().isRegistered(NAME)) {
                beans().unregisterMBean(NAME);
            }
        } catch (JMException failure) {
            throw new IllegalStateException(failure);
        }
    }

    @Override
    public String getVersion() {
        return version;
    }

    @Override
    public boolean isReady() {
        return desk.isReady();
    }

    @Override
    public int getRequestsInProgress() {
        return desk.requestsInProgress();
    }

    @Override
    public long getActiveSeats() {
        return desk.activeSeats().orElse(NONE);
    }

    @Override
    public int getSeatLimit() {
        return desk.seatLimit().orElse(NONE);
    }

    @Override
    public boolean isScimOn() {
        return desk.settings().scimEnabled();
    }

    @Override
    public boolean isPaused() {
        return desk.settings().paused();
    }

    @Override
    public String getPausedUntil() {
        return desk.settings().pausedUntil().map(Instant::toString).orElse("");
    }

    @Override
    public String getPauseReason() {
        return desk.settings().pauseReason().orElse("");
    }

    @Override
    public long getUsersCreated() {
        return changes.count(UserChanged.Kind.CREATED);
    }

    @Override
    public long getUsersUpdated() {
        return changes.count(UserChanged.Kind.UPDATED);
    }

    @Override
    public long getUsersDeactivated() {
        return changes.count(UserChanged.Kind.DEACTIVATED);
    }

    @Override
    public long getUsersReactivated() {
        return changes.count(UserChanged.Kind.REACTIVATED);
    }

    @Override
    public long getUsersDeleted() {
        return changes.count(UserChanged.Kind.DELETED);
    }

    @Override
    public void pauseProvisioning() {
        desk.pause("", "");
    }

    @Override
    public void pauseProvisioning(String until, String reason) {
        desk.pause(until, reason).ifPresent(why -> {
            throw new IllegalArgumentException(why);
        });
    }

    @Override
    public void resumeProvisioning() {
        desk.resume();
    }

    @Override
    public void forgetCaches() {
        desk.forgetCaches();
    }

    /** A JMX client has only the exceptions of the Java platform. */
    @Override
    public String backUpDatabase(String folder) {
        BackupResult result = desk.backUpDatabase(folder);
        if (result instanceof BackupResult.Refused refused) {
            throw new IllegalStateException(refused.why());
        }
        return ((BackupResult.Made) result).backup().toString();
    }

    @Override
    public String getLogLevel() {
        for (Logger logger = APPLICATION; logger != null; logger = logger.getParent()) {
            if (logger.getLevel() != null) {
                return logger.getLevel().getName();
            }
        }
        return Level.INFO.getName();
    }

    @Override
    public void setLogLevel(String level) {
        Level parsed = Level.parse(level);
        APPLICATION.setLevel(parsed);
        // Liberty gives each logger a level of its own, so that none follows its parent.
        Collections.list(LogManager.getLogManager().getLoggerNames()).stream()
                .filter(name -> name.startsWith(APPLICATION.getName() + "."))
                .forEach(name -> Logger.getLogger(name).setLevel(parsed));
    }

    private static MBeanServer beans() {
        return ManagementFactory.getPlatformMBeanServer();
    }

    private static ObjectName name() {
        try {
            return new ObjectName("org.cortexscim:type=Service");
        } catch (JMException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
