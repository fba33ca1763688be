package org.cortexscim.setup;

import java.util.Optional;

/**
 * One request of a test, and its answer.
 *
 * @param name what an identity provider does with it
 * @param request the method and the path
 * @param status of the answer; 0 when there was none
 * @param passed whether the answer is the one that a provider needs
 * @param problem what is wrong, in the words of the answer
 * @param requestId of the answer; empty when there was none
 */
public record TestStep(
        String name, String request, int status, boolean passed, Optional<String> problem, String requestId) {}
