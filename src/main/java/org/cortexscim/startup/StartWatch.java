package org.cortexscim.startup;

import java.time.Duration;
import org.eclipse.microprofile.config.ConfigProvider;

/** Watches the start from beside, until the server answers requests or never will. */
final class StartWatch {
    private static final Duration PAUSE = Duration.ofMillis(200);
    private static final Duration UNTIL_OPEN = Duration.ofSeconds(60);

    private volatile String summary = "cortex-scim is ready.";

    void begin() {
        Thread thread = new Thread(this::watch, "cortex-scim start");
        thread.setDaemon(true);
        thread.start();
    }

    /** @param text the line that ends a good start */
    void started(String text) {
        summary = text;
    }

    private void watch() {
        try {
            String state = Server.applicationState().orElse("");
            while (state.equals("STARTING")) {
                Thread.sleep(PAUSE.toMillis());
                state = Server.applicationState().orElse("");
            }
            if (state.equals("STARTED")) {
                awaitPorts(Ports.of(ConfigProvider.getConfig(StartWatch.class.getClassLoader())));
            } else if (!state.isEmpty()) {
                Server.end("The application has failed; the messages above say why.");
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    private void awaitPorts(Ports ports) throws InterruptedException {
        long end = System.nanoTime() + UNTIL_OPEN.toNanos();
        while (!ports.areOpen()) {
            if (System.nanoTime() - end > 0) {
                Server.end("A port cannot be opened (HTTP_HOST, HTTP_PORT, HTTPS_PORT); the messages above say why.");
            }
            Thread.sleep(PAUSE.toMillis());
        }
        Server.started();
        Server.tell(summary);
    }
}
