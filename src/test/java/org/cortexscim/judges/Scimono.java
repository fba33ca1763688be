package org.cortexscim.judges;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.cortexscim.testing.Service;
import org.xml.sax.SAXException;

/**
 * SAP's scimono-compliance-tests, in a process of their own: they bring JUnit, Jersey and Jackson in versions that our
 * tests cannot have beside their own.
 */
final class Scimono {
    private static final Path JAR = Path.of(System.getProperty("cortexscim.scimono", "target/judges/scimono.jar"));
    private static final Path OUR_CLASSES = Path.of(
            Exclusions.class.getProtectionDomain().getCodeSource().getLocation().getPath());
    private static final String PACKAGE = "com.sap.scimono.scim.system.tests.";
    private static final String REPORT = "TEST-junit-jupiter.xml";
    private static final long MINUTES = 5;

    private Scimono() {}

    /** Has the service judged by all tests; fails when the judge does not come to an end. */
    static List<Verdict> judge(Service service) throws IOException, InterruptedException {
        return run(arguments(service));
    }

    /** Has the service judged by the tests that begin on a server with users and groups. */
    static List<Verdict> judgePopulated(Service service) throws IOException, InterruptedException {
        List<String> arguments = new ArrayList<>(arguments(service));
        arguments.add("tests.file.path=" + OUR_CLASSES.resolve("judges/scimono-populated.properties"));
        return run(arguments);
    }

    private static List<Verdict> run(List<String> arguments) throws IOException, InterruptedException {
        Path folder = JAR.toAbsolutePath().getParent();
        Path console = folder.resolve("scimono.log");
        Files.deleteIfExists(folder.resolve(REPORT));
        Process process = new ProcessBuilder(arguments)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(console.toFile())
                .start();
        try {
            assertThat(process.waitFor(MINUTES, TimeUnit.MINUTES)).isTrue();
            assertThat(process.exitValue()).as(Files.readString(console)).isZero();
        } finally {
            process.destroyForcibly();
        }
        return read(folder.resolve(REPORT));
    }

    /** The judge's test classes, and the methods of each, by their names in the list of exclusions. */
    static Set<String> tests() throws IOException {
        Set<String> tests = new HashSet<>();
        try (JarFile jar = new JarFile(JAR.toFile());
                URLClassLoader classes =
                        new URLClassLoader(new URL[] {JAR.toUri().toURL()}, ClassLoader.getPlatformClassLoader())) {
            for (JarEntry entry : Collections.list(jar.entries())) {
                if (entry.getName().matches(PACKAGE.replace('.', '/') + "\\w+Test\\.class")) {
                    tests.addAll(testsOf(classes.loadClass(
                            entry.getName().replace(".class", "").replace('/', '.'))));
                }
            }
        } catch (ClassNotFoundException incomplete) {
            throw new IOException(incomplete);
        }
        return tests;
    }

    private static List<String> testsOf(Class<?> type) {
        return Stream.concat(
                        Stream.of(type.getSimpleName()),
                        Stream.of(type.getDeclaredMethods())
                                .map(method -> type.getSimpleName() + "#" + method.getName()))
                .toList();
    }

    private static List<String> arguments(Service service) {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Dlogback.configurationFile=judges/logback.xml",
                // Its HTTP client is of Java 8: it makes itself a PATCH by reflection.
                "--add-opens=java.base/java.net=ALL-UNNAMED",
                "--add-opens=java.base/sun.net.www.protocol.http=ALL-UNNAMED",
                "-cp",
                JAR.toAbsolutePath() + File.pathSeparator + OUR_CLASSES,
                PACKAGE + "launcher.TestsLauncher",
                "scim.service.url=" + service.baseUrl() + "/scim/v2",
                "auth.type=basic",
                "basic.auth.user=any",
                "basic.auth.password=" + service.key());
    }

    private static List<Verdict> read(Path report) throws IOException {
        try {
            return Verdict.of(
                    DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(report.toFile()));
        } catch (SAXException | ParserConfigurationException unreadable) {
            throw new IOException(unreadable);
        }
    }
}
