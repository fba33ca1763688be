package org.cortexscim.startup;

import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.enterprise.inject.spi.AfterDeploymentValidation;
import jakarta.enterprise.inject.spi.BeforeBeanDiscovery;
import jakarta.enterprise.inject.spi.EventContext;
import jakarta.enterprise.inject.spi.Extension;
import jakarta.enterprise.inject.spi.InjectionPoint;
import jakarta.enterprise.inject.spi.ObserverMethod;
import jakarta.enterprise.inject.spi.ProcessInjectionPoint;
import jakarta.enterprise.inject.spi.ProcessObserverMethod;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * Ends the process when the application cannot start, with one line that says what to correct. The server itself would
 * stay, and answer every request with 404, which tells an identity provider that the user is gone.
 *
 * <p>It first checks the variables and the ports, then watches over the observers of {@link Startup}, and leaves the rest to
 * {@link StartWatch}. An application that is deployed to a running server is none of its business.
 */
public class StartupExtension implements Extension {
    private final List<Variable> variables = new ArrayList<>();
    private @Nullable StartWatch watch;

    void begin(@Observes BeforeBeanDiscovery event) {
        if (Server.isStarting()) {
            watch = new StartWatch();
            watch.begin();
        }
    }

    void collect(@Observes ProcessInjectionPoint<?, ?> event) {
        InjectionPoint point = event.getInjectionPoint();
        ConfigProperty property = point.getAnnotated().getAnnotation(ConfigProperty.class);
        if (property != null) {
            variables.add(new Variable(property.name(), point.getType()));
        }
    }

    void guard(@Observes ProcessObserverMethod<Startup, ?> event) {
        if (watch != null) {
            ObserverMethod<Startup> observer = event.getObserverMethod();
            event.configureObserverMethod().notifyWith(startup -> guarded(observer, startup));
        }
    }

    void check(@Observes AfterDeploymentValidation event) {
        if (watch != null) {
            Config config = ConfigProvider.getConfig();
            variables.stream()
                    .sorted(Comparator.comparing(Variable::name))
                    .flatMap(variable -> problem(config, variable).stream())
                    .findFirst()
                    .or(() -> Ports.of(config).problem())
                    .ifPresent(Server::end);
        }
    }

    /** Whether the server starts with this application, and is to stop with it. */
    boolean isOfServer() {
        return watch != null;
    }

    /** The application has started, and the server is about to open its ports. */
    void started(String summary) {
        if (watch != null) {
            watch.started(summary);
        }
    }

    private static Optional<String> problem(Config config, Variable variable) {
        return Optional.ofNullable(config.getConfigValue(variable.name()).getValue())
                .flatMap(variable::problem);
    }

    private static void guarded(ObserverMethod<Startup> observer, EventContext<Startup> startup) {
        try {
            observer.notify(startup);
        } catch (RuntimeException failure) {
            refusal(failure).ifPresent(Server::end);
            throw failure;
        }
    }

    /** By convention, whoever refuses to start throws an IllegalStateException whose message is for the operator. */
    private static Optional<String> refusal(RuntimeException failure) {
        return Stream.<@Nullable Throwable>iterate(failure, cause -> cause != null, cause -> cause.getCause())
                .limit(20)
                .filter(StartupExtension::isOurs)
                .map(cause -> String.valueOf(cause.getMessage()))
                .findFirst();
    }

    private static boolean isOurs(Throwable cause) {
        StackTraceElement[] trace = cause.getStackTrace();
        return cause instanceof IllegalStateException
                && trace.length > 0
                && trace[0].getClassName().startsWith("org.cortexscim.");
    }
}
