package org.cortexscim.judges;

import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Holds back the excluded tests, inside the judge's own process. Its launcher finds this class in
 * {@code META-INF/services}; our tests never do, since they leave JUnit's search for extensions off.
 */
public final class ExclusionCondition implements ExecutionCondition {
    private final Exclusions exclusions = Exclusions.ofScimono();

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        String type = context.getTestClass().map(Class::getSimpleName).orElse("");
        String method =
                context.getTestMethod().map(test -> "#" + test.getName()).orElse("");
        return exclusions
                .reason(type + method)
                .map(ConditionEvaluationResult::disabled)
                .orElseGet(() -> ConditionEvaluationResult.enabled("not excluded"));
    }
}
