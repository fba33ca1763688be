package org.cortexscim.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/**
 * A further server with the configuration and the application of the one under test, in a folder of its own: its own
 * ports, key and database. It can be killed and started again on the same data.
 */
public final class LibertyProcess implements AutoCloseable {
    private static final String NAME = "crash";
    private static final String KEY = "test-only-crash-key-0123456789abcdefghij";
    private static final Duration START_TIME = Duration.ofMinutes(5);

    private final Path home = Path.of(System.getProperty("cortexscim.wlp"));
    private final Path folder;
    private final int port;
    private final int httpsPort;
    private boolean lasting;
    private Process process;

    public LibertyProcess(Path folder) throws IOException {
        this.folder = folder;
        Path server = folder.resolve("servers").resolve(NAME);
        copyServer(home.resolve("usr/servers").resolve(System.getProperty("cortexscim.server")), server);
        try (ServerSocket http = new ServerSocket(0);
                ServerSocket https = new ServerSocket(0)) {
            port = http.getLocalPort();
            httpsPort = https.getLocalPort();
            Files.writeString(
                    server.resolve("bootstrap.properties"),
                    "HTTP_PORT=%d%nHTTPS_PORT=%d%nDERBY_DIR=%s%n".formatted(port, httpsPort, folder.resolve("derby")));
        }
        Files.writeString(server.resolve("server.env"), """
                keystore_password=test-only
                BOOTSTRAP_API_KEY=%s
                SCIM_REQUESTS_PER_MINUTE=0
                API_REQUESTS_PER_MINUTE=0
                FAILED_SIGN_INS_PER_MINUTE=0
                """.formatted(KEY));
    }

    /** Sets an environment variable for the next start. */
    public LibertyProcess with(String variable, Object value) throws IOException {
        Files.writeString(
                folder.resolve("servers").resolve(NAME).resolve("server.env"),
                "%s=%s%n".formatted(variable, value),
                StandardOpenOption.APPEND);
        return this;
    }

    /** Sets environment variables for the next start. */
    public LibertyProcess with(Map<String, String> variables) throws IOException {
        for (Map.Entry<String, String> variable : variables.entrySet()) {
            with(variable.getKey(), variable.getValue());
        }
        return this;
    }

    /** Adds a file of configuration that overrides the server's own. */
    public LibertyProcess with(Path configuration) throws IOException {
        Path overrides =
                folder.resolve("servers").resolve(NAME).resolve("configDropins").resolve("overrides");
        Files.createDirectories(overrides);
        Files.copy(configuration, overrides.resolve(configuration.getFileName()));
        return this;
    }

    /** Lets the server run another version of the application: a WAR. */
    public LibertyProcess withApplication(Path war) throws IOException {
        Files.copy(war, application(), StandardCopyOption.REPLACE_EXISTING);
        return this;
    }

    /** Makes the application the next version, which has one migration more: a file name, and what is in it. */
    public LibertyProcess withMigration(String name, String sql) throws IOException {
        try (FileSystem war = FileSystems.newFileSystem(application())) {
            Files.writeString(war.getPath("WEB-INF/classes/db/migration", name), sql);
        }
        return this;
    }

    private Path application() {
        return folder.resolve("servers").resolve(NAME).resolve("apps/cortex-scim.war");
    }

    /** Tells that the server is to answer thousands of requests, and not only to start. */
    LibertyProcess lasting() {
        lasting = true;
        return this;
    }

    public Service service() {
        return new Service(URI.create("http://localhost:" + port), KEY);
    }

    public int httpsPort() {
        return httpsPort;
    }

    /** Starts the server, and returns when it takes requests. */
    public void start() throws IOException, InterruptedException {
        startTogether(List.of(this));
    }

    /** Starts the server, and returns when these pages of it say that it takes requests. */
    public void start(OperationsPages pages) throws IOException, InterruptedException {
        launch();
        await("the server starts", pages::isReady);
    }

    /** Starts servers at the same time, and returns when all of them take requests. */
    public static void startTogether(List<LibertyProcess> servers) throws IOException, InterruptedException {
        for (LibertyProcess server : servers) {
            server.launch();
        }
        for (LibertyProcess server : servers) {
            OperationsPages pages = new OperationsPages(server.service());
            server.await("the server starts", pages::isReady);
        }
    }

    /** Starts the server with what keeps it from starting; it ends by itself, and its last line says why. */
    public void startInVain(String reason) throws IOException, InterruptedException {
        Files.deleteIfExists(folder.resolve("console.log"));
        launch();
        assertThat(process.waitFor(START_TIME.toSeconds(), TimeUnit.SECONDS))
                .as(() -> "the server ends; it says: " + console())
                .isTrue();
        assertThat(process.exitValue()).isEqualTo(1);
        assertThat(console().lines().filter(line -> line.contains("ERROR")))
                .singleElement()
                .asString()
                .contains(reason);
    }

    /** What the server has written to its console since it was last started in vain. */
    public String console() {
        return text(folder.resolve("console.log"));
    }

    /** Waits until the server has written that to its console. */
    public void awaitOutput(String text) throws InterruptedException {
        await("the server writes " + text, () -> console().contains(text));
    }

    /** What the server has logged. */
    public String log() {
        return text(folder.resolve("servers").resolve(NAME).resolve("logs/messages.log"));
    }

    public int httpPort() {
        return port;
    }

    private void launch() throws IOException {
        ProcessBuilder command = new ProcessBuilder(home.resolve("bin/server").toString(), "run", NAME);
        command.environment().put("WLP_USER_DIR", folder.toString());
        command.environment().put("JAVA_HOME", System.getProperty("java.home"));
        if (!lasting) {
            // The simple compiler only: a server that lives for a minute starts in half of the processor time.
            command.environment().put("JVM_ARGS", "-XX:TieredStopAtLevel=1");
        }
        command.environment().keySet().removeAll(List.of("WLP_OUTPUT_DIR", "LOG_DIR", "HTTP_PORT", "HTTPS_PORT"));
        command.redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        folder.resolve("console.log").toFile()));
        process = command.start();
    }

    private void await(String event, BooleanSupplier happened) throws InterruptedException {
        Instant latest = Instant.now().plus(START_TIME);
        while (!happened.getAsBoolean()) {
            assertThat(process.isAlive() && Instant.now().isBefore(latest))
                    .as(() -> event + "; it says: " + console())
                    .isTrue();
            Thread.sleep(200);
        }
    }

    /** The process id of the server, which has to run. */
    public long pid() {
        return process.pid();
    }

    /** SIGKILL: nothing of the server runs any more when this returns, and nothing had time to tidy up. */
    public void kill() {
        // "server run" has become the Java process itself, so that this is no shell.
        assertThat(process.info().command().orElse("")).endsWith("java");
        process.destroyForcibly().onExit().join();
    }

    /** SIGTERM: the server is asked to stop, as by a container platform. */
    public void terminate() {
        process.destroy();
    }

    /** Waits until the process that was asked to stop has ended. */
    public void awaitEnd() throws InterruptedException {
        assertThat(process.waitFor(START_TIME.toSeconds(), TimeUnit.SECONDS))
                .as(() -> "the server ends; it says: " + console())
                .isTrue();
    }

    @Override
    public void close() {
        if (process != null) {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly().onExit().join();
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            return unreadable.toString();
        }
    }

    /** What a server is made of; not what it leaves behind when it runs. */
    private static void copyServer(Path from, Path to) throws IOException {
        for (String part : new String[] {"server.xml", "jvm.options", "jdbc", "apps", "configDropins"}) {
            if (Files.exists(from.resolve(part))) {
                copyTree(from.resolve(part), to.resolve(part));
            }
        }
    }

    private static void copyTree(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Path target = to.resolve(from.relativize(file).toString());
                Files.createDirectories(Files.isDirectory(file) ? target : target.getParent());
                if (Files.isRegularFile(file)) {
                    Files.copy(file, target);
                }
            }
        }
    }
}
