package org.cortexscim.deploy;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** No secret is in a file of the repository, and none is in the environment of a container. */
final class SecretRules {
    private static final Pattern SECRET_NAME =
            Pattern.compile("(?i).*(password|passwd|secret|token|api_?key|access_?key|private_?key)");
    private static final Pattern SECRET_TEXT =
            Pattern.compile("-----BEGIN [A-Z ]*PRIVATE KEY|://[^/\\s:@$]+:[^/\\s@]+@|(?m)^\\s*kind:\\s*Secret\\s*$");

    private SecretRules() {}

    static List<String> problems(Node document) {
        List<String> problems = new ArrayList<>();
        document.all().forEach(node -> {
            node.entries().forEach((name, value) -> check(name, value, problems));
            check(node.get("name").text(), node.get("value"), problems);
            if (node.value() instanceof String text && text.matches("(?s)[A-Z][A-Z0-9_]*=.*")) {
                check(text.substring(0, text.indexOf('=')), new Node(text.substring(text.indexOf('=') + 1)), problems);
            }
        });
        return problems;
    }

    static List<String> problems(String text) {
        return SECRET_TEXT.matcher(text).results().map(match -> match.group()).toList();
    }

    private static void check(String name, Node value, List<String> problems) {
        boolean written = value.value() instanceof String text && !text.isEmpty() && !text.startsWith("${");
        if (written && SECRET_NAME.matcher(name).matches()) {
            problems.add(name + " has a value");
        }
    }
}
