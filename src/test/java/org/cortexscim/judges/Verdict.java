package org.cortexscim.judges;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/**
 * What one test of a judge came to.
 *
 * @param type the test's class, without its package
 * @param test the class and the method, with the number of the run when it ran several times: {@code Some#test(int)[1]}
 * @param message why it failed or did not run
 */
record Verdict(String type, String test, Outcome outcome, String message) {
    enum Outcome {
        PASSED,
        FAILED,
        SKIPPED
    }

    /** The verdicts in a JUnit XML report, in its order. */
    static List<Verdict> of(Document report) {
        return elements(report.getElementsByTagName("testcase"))
                .map(Verdict::of)
                .toList();
    }

    private static Verdict of(Element testcase) {
        String type = testcase.getAttribute("classname");
        String simple = type.substring(type.lastIndexOf('.') + 1);
        String test = simple + "#" + testcase.getAttribute("name");
        List<Element> problems = new ArrayList<>();
        for (String problem : new String[] {"failure", "error", "skipped"}) {
            elements(testcase.getElementsByTagName(problem)).forEach(problems::add);
        }
        return problems.stream()
                .findFirst()
                .map(problem -> new Verdict(simple, test, outcome(problem), message(problem)))
                .orElseGet(() -> new Verdict(simple, test, Outcome.PASSED, ""));
    }

    /** As the test stands in the list of exclusions. */
    String name() {
        return test.replaceFirst("\\(.*", "");
    }

    private static Outcome outcome(Element problem) {
        return problem.getTagName().equals("skipped") ? Outcome.SKIPPED : Outcome.FAILED;
    }

    private static String message(Element problem) {
        return problem.hasAttribute("message") ? problem.getAttribute("message") : problem.getTextContent();
    }

    private static Stream<Element> elements(NodeList nodes) {
        return IntStream.range(0, nodes.getLength()).mapToObj(i -> (Element) nodes.item(i));
    }
}
