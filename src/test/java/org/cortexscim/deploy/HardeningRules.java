package org.cortexscim.deploy;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Which images may run, and with how few rights. Each rule answers with what breaks it. */
final class HardeningRules {
    /** STOP_DELAY and the 30 seconds for requests in progress, and some for the JVM to end. */
    private static final int GRACE_SECONDS = 45;

    private HardeningRules() {}

    static List<String> problems(Node document) {
        List<String> problems = new ArrayList<>();
        Stream.of("image", "applicationImage")
                .flatMap(document::everywhere)
                .map(Node::text)
                .filter(image -> !pinned(image))
                .forEach(image -> problems.add(image + " has no tag of a version"));
        document.all().filter(node -> node.get("containers").exists()).forEach(pod -> pod(pod, problems::add));
        if (document.get("kind").is("OpenLibertyApplication")) {
            Node spec = document.get("spec");
            container(
                    "OpenLibertyApplication", spec.get("securityContext"), spec.get("securityContext"), problems::add);
        }
        document.get("services").entries().forEach((name, service) -> service(name, service, problems::add));
        return problems;
    }

    static boolean pinned(String image) {
        return image.matches("(?:[^:@]+(?::\\d+/))?[^:@]+:v?\\d+\\.\\d+[\\w.-]*(?:@sha256:[0-9a-f]{64})?");
    }

    private static void pod(Node pod, Consumer<String> problem) {
        Stream.concat(pod.get("initContainers").list().stream(), pod.get("containers").list().stream())
                .forEach(container -> container(
                        container.get("name").text(),
                        container.get("securityContext"),
                        pod.get("securityContext"),
                        problem));
        if (!(pod.get("terminationGracePeriodSeconds").value() instanceof Integer seconds
                && seconds >= GRACE_SECONDS)) {
            problem.accept("a pod has less than %d seconds to stop".formatted(GRACE_SECONDS));
        }
    }

    private static void container(String name, Node own, Node pods, Consumer<String> problem) {
        require(own.get("readOnlyRootFilesystem").is(true), name, "can write to its root file system", problem);
        require(own.get("allowPrivilegeEscalation").is(false), name, "can get more privileges", problem);
        require(own.get("capabilities").get("drop").contains("ALL"), name, "keeps capabilities", problem);
        require(pods.get("runAsNonRoot").is(true), name, "may run as root", problem);
        require(pods.get("seccompProfile").get("type").is("RuntimeDefault"), name, "has no seccomp profile", problem);
    }

    private static void service(String name, Node service, Consumer<String> problem) {
        require(service.get("read_only").is(true), name, "can write to its root file system", problem);
        require(
                service.get("security_opt").contains("no-new-privileges:true"),
                name,
                "can get more privileges",
                problem);
        require(service.get("cap_drop").contains("ALL"), name, "keeps capabilities", problem);
        require(service.get("user").text().matches("[1-9]\\d*(:\\d+)?"), name, "may run as root", problem);
        for (Node port : service.get("ports").list()) {
            require(port.text().startsWith("127.0.0.1:"), name, "publishes a port on all interfaces", problem);
        }
        if (service.get("image").text().contains("cortex-scim")) {
            String grace = service.get("stop_grace_period").text();
            require(
                    grace.matches("\\d+s") && Integer.parseInt(grace.replace("s", "")) >= GRACE_SECONDS,
                    name,
                    "has less than %d seconds to stop".formatted(GRACE_SECONDS),
                    problem);
        }
    }

    private static void require(boolean holds, String name, String otherwise, Consumer<String> problem) {
        if (!holds) {
            problem.accept(name + " " + otherwise);
        }
    }
}
