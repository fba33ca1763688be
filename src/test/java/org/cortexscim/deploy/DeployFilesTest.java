package org.cortexscim.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every file in deploy/, also those that other changes add. */
class DeployFilesTest {
    static final Path FOLDER = Path.of("deploy");

    static List<Path> files() throws IOException {
        try (Stream<Path> files = Files.walk(FOLDER)) {
            return files.filter(Files::isRegularFile).toList();
        }
    }

    static List<Path> yamls() throws IOException {
        return files().stream()
                .filter(file -> file.toString().matches(".*\\.ya?ml"))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("yamls")
    void keepsTheRules(Path file) {
        assertThat(Node.read(file)).isNotEmpty().allSatisfy(document -> {
            List<String> problems = new ArrayList<>(HardeningRules.problems(document));
            problems.addAll(SecretRules.problems(document));
            problems.addAll(ReferenceRules.problems(document));
            assertThat(problems).isEmpty();
        });
    }

    @ParameterizedTest
    @MethodSource("files")
    void hasNoSecret(Path file) throws IOException {
        assertThat(SecretRules.problems(Files.readString(file))).isEmpty();
    }

    @Test
    void leavesTheValuesOfTheExampleToTheReader() throws IOException {
        assertThat(Files.readString(FOLDER.resolve("compose/.env.example"))).doesNotContainPattern("(?m)^\\w+=.+");
    }

    @Test
    void listsEveryFileOfTheKustomization() throws IOException {
        Path folder = FOLDER.resolve("kubernetes");
        List<String> listed = Node.read(folder.resolve("kustomization.yaml")).stream()
                .flatMap(document -> document.get("resources").list().stream())
                .map(Node::text)
                .toList();
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files.filter(Files::isRegularFile)
                            .map(file -> file.getFileName().toString()))
                    .filteredOn(name -> !name.equals("kustomization.yaml"))
                    .containsExactlyInAnyOrderElementsOf(listed);
        }
    }

    @Test
    void mountsFilesThatExist() {
        Path folder = FOLDER.resolve("compose");
        Node compose = Node.read(folder.resolve("compose.yaml")).get(0);
        assertThat(compose.everywhere("volumes")
                        .flatMap(volumes -> volumes.list().stream())
                        .map(Node::text)
                        .filter(mount -> mount.startsWith("."))
                        .map(mount -> folder.resolve(mount.replaceFirst(":.*", ""))))
                .isNotEmpty()
                .allSatisfy(file -> assertThat(file).exists());
    }

    @Test
    void noticesAPodWithTooManyRights() {
        Node pod = Node.parse("""
                spec:
                  containers:
                    - name: server
                      image: cortex-scim
                      env: [{name: HTTP_HOTS, value: "*"}, {name: DATABASE_PASSWORD, value: hunter2}]
                      ports: [{containerPort: 8080}]
                      livenessProbe: {httpGet: {path: /healthz, port: web}}
                """).get(0);
        assertThat(HardeningRules.problems(pod))
                .containsExactly(
                        "cortex-scim has no tag of a version",
                        "server can write to its root file system",
                        "server can get more privileges",
                        "server keeps capabilities",
                        "server may run as root",
                        "server has no seccomp profile",
                        "a pod has less than 45 seconds to stop");
        assertThat(SecretRules.problems(pod)).containsExactly("DATABASE_PASSWORD has a value");
        assertThat(ReferenceRules.problems(pod))
                .containsExactly(
                        "livenessProbe asks for '/healthz'",
                        "no port web",
                        "no port 8080",
                        "no variable HTTP_HOTS",
                        "nothing to write to at /run/cortex-scim",
                        "nothing to write to at /tmp",
                        "nothing to write to at /var/lib/cortex-scim");
    }

    @Test
    void noticesAServiceWithTooManyRights() {
        Node compose = Node.parse("""
                services:
                  server:
                    image: registry:5000/cortex-scim:latest
                    user: root
                    ports: ["9080:9080"]
                    environment: {BOOTSTRAP_API_KEY: hunter2}
                """).get(0);
        assertThat(HardeningRules.problems(compose))
                .containsExactly(
                        "registry:5000/cortex-scim:latest has no tag of a version",
                        "server can write to its root file system",
                        "server can get more privileges",
                        "server keeps capabilities",
                        "server may run as root",
                        "server publishes a port on all interfaces",
                        "server has less than 45 seconds to stop");
        assertThat(SecretRules.problems(compose)).containsExactly("BOOTSTRAP_API_KEY has a value");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"-----BEGIN RSA PRIVATE KEY-----", "postgres://app:hunter2@db/cortex", "a: b\nkind: Secret\n"})
    void noticesASecretInText(String text) {
        assertThat(SecretRules.problems(text)).hasSize(1);
    }

    @Test
    void acceptsAnImageWithItsDigest() {
        assertThat(HardeningRules.pinned("registry:5000/cortex-scim:1.0.0@sha256:" + "0a".repeat(32)))
                .isTrue();
    }
}
