package org.cortexscim.testing;

import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives a class's tests the workspace as it was in the beginning, with both switches on, and leaves it so to the tests
 * after it. It is reset before the class, for what {@code @BeforeAll} creates, and around each test. A method that takes a
 * {@link Workspace} gets the one of the service under test.
 */
public final class FreshWorkspace
        implements BeforeAllCallback, BeforeEachCallback, AfterEachCallback, ParameterResolver {
    private final Workspace workspace = Workspace.ofServiceUnderTest();

    @Override
    public void beforeAll(ExtensionContext tests) {
        workspace.reset();
    }

    @Override
    public void beforeEach(ExtensionContext test) {
        workspace.reset();
    }

    @Override
    public void afterEach(ExtensionContext test) {
        workspace.reset();
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
        return parameter.getParameter().getType() == Workspace.class;
    }

    @Override
    public Workspace resolveParameter(ParameterContext parameter, ExtensionContext test) {
        return workspace;
    }
}
