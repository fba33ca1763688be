package org.cortexscim.deploy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The ports, paths and variables that a file names are the server's. */
final class ReferenceRules {
    private static final Map<String, String> PROBES = Map.of(
            "startupProbe", "/health/started",
            "startup", "/health/started",
            "livenessProbe", "/health/live",
            "liveness", "/health/live",
            "readinessProbe", "/health/ready",
            "readiness", "/health/ready");
    private static final Set<String> WRITTEN = Set.of("/tmp", "/run/cortex-scim", "/var/lib/cortex-scim");

    private ReferenceRules() {}

    static List<String> problems(Node document) {
        List<String> problems = new ArrayList<>();
        PROBES.forEach((probe, path) -> document.everywhere(probe)
                .map(node -> node.get("httpGet").get("path").text())
                .filter(actual -> !actual.equals(path))
                .forEach(actual -> problems.add(probe + " asks for '" + actual + "'")));
        ports(document).filter(port -> !known(port, document)).forEach(port -> problems.add("no port " + port));
        document.all().filter(ReferenceRules::isServer).forEach(server -> server(server, problems));
        Set<String> variables = documented();
        document.everywhere("literals")
                .flatMap(literals -> literals.list().stream())
                .map(literal -> literal.text().replaceFirst("=.*", ""))
                .filter(name -> !variables.contains(name))
                .forEach(name -> problems.add("no variable " + name));
        return problems;
    }

    /** The variables of the server and of the image. */
    static Set<String> documented() {
        Set<String> names = variables("docs/configuration.md");
        names.addAll(variables("docs/deployment.md"));
        return names;
    }

    /** The first column of a page's tables. */
    static Set<String> variables(String page) {
        Set<String> names = new TreeSet<>();
        found("(?m)^\\| (`[^|]+) \\|", page)
                .forEach(row -> Pattern.compile("`([A-Z_]+)`")
                        .matcher(row)
                        .results()
                        .forEach(match -> names.add(match.group(1))));
        return names;
    }

    /** The defaults of the ports in Liberty's configuration. */
    static Set<String> serverPorts() {
        Set<String> ports = found("PORT\" defaultValue=\"(\\d+)\"", "src/main/liberty/config/server.xml");
        ports.addAll(found("PORT\" defaultValue=\"(\\d+)\"", "deploy/liberty/operations-port.xml"));
        return ports;
    }

    static Set<String> found(String pattern, String file) {
        try {
            Set<String> found = new LinkedHashSet<>();
            Pattern.compile(pattern)
                    .matcher(Files.readString(Path.of(file)))
                    .results()
                    .forEach(match -> found.add(match.group(1)));
            return found;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<String> ports(Node document) {
        Stream<Node> probes = document.everywhere("httpGet").map(probe -> probe.get("port"));
        Stream<Node> containers = document.everywhere("containerPort");
        Stream<Node> policies = document.get("spec").get("ingress").everywhere("port");
        return Stream.of(probes, containers, policies)
                .flatMap(ports -> ports)
                .filter(port -> !port.get("name").exists())
                .map(Node::text);
    }

    private static boolean known(String port, Node document) {
        return serverPorts().contains(port)
                || document.everywhere("ports")
                        .flatMap(ports -> ports.list().stream())
                        .anyMatch(named -> named.get("name").is(port));
    }

    private static boolean isServer(Node node) {
        return Stream.of("image", "applicationImage")
                .anyMatch(key -> node.get(key).text().contains("cortex-scim"));
    }

    private static void server(Node server, List<String> problems) {
        Set<String> variables = documented();
        Stream<String> listed =
                server.get("env").list().stream().map(entry -> entry.get("name").text());
        Stream.of(listed, server.get("environment").entries().keySet().stream())
                .flatMap(names -> names)
                .filter(name -> !variables.contains(name))
                .forEach(name -> problems.add("no variable " + name));
        Stream<String> mounts = server.get("volumeMounts").list().stream()
                .map(mount -> mount.get("mountPath").text());
        Stream<String> memory =
                server.get("tmpfs").list().stream().map(mount -> mount.text().replaceFirst(":.*", ""));
        Set<String> missing = new TreeSet<>(WRITTEN);
        Stream.concat(mounts, memory).forEach(missing::remove);
        missing.forEach(path -> problems.add("nothing to write to at " + path));
    }
}
