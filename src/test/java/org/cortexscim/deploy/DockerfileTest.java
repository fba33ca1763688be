package org.cortexscim.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DockerfileTest {
    private static final String FILE = "Dockerfile";
    private static final String START = "src/main/docker/start";

    @Test
    void pinsItsImages() {
        assertThat(ReferenceRules.found("(?m)^FROM (\\S+)", FILE)).hasSize(2).allMatch(HardeningRules::pinned);
    }

    @Test
    void runsAsAUserThatIsNotRoot() {
        assertThat(ReferenceRules.found("(?m)^USER (\\S+)", FILE)).containsExactly("10001");
    }

    @Test
    void exposesThePortsOfTheServer() {
        assertThat(ReferenceRules.found("(?m)^EXPOSE (.+)", FILE))
                .flatMap(ports -> Stream.of(ports.split(" ", -1)).toList())
                .isNotEmpty()
                .isSubsetOf(ReferenceRules.serverPorts());
    }

    @Test
    void asksForItsHealth() {
        assertThat(ReferenceRules.found("localhost:\\$\\{HTTP_PORT:-9080}(/[a-z/]+)", FILE))
                .containsExactly("/health/ready");
    }

    @Test
    void setsVariablesThatAreDocumented() {
        assertThat(ReferenceRules.found("(?m)^(?:ENV|   ) ([A-Z_]+)=", FILE))
                .hasSize(3)
                .isSubsetOf(ReferenceRules.documented());
    }

    @Test
    void documentsTheFilesOfTheStartScript() {
        Set<String> read = ReferenceRules.found("\\$\\{([A-Z_]+_FILE):-}", START);
        read.remove("KEYSTORE_FILE");
        read.add("WLP_OUTPUT_DIR");
        assertThat(ReferenceRules.variables("docs/deployment.md")).containsExactlyInAnyOrderElementsOf(read);
    }
}
