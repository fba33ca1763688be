package org.cortexscim.startup;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;

/**
 * SIGTERM, which container platforms and systemd send to a process that is to stop. The Java platform itself begins to
 * stop at once, all parts of it at the same time; only {@code sun.misc.Signal} lets something come before. It is part of
 * every JDK (module jdk.unsupported), but not of the API that a compiler lets pass without a warning.
 */
final class TerminationSignal {
    /** Of a process that the signal has ended: 128 and the number of the signal. */
    static final int EXIT_CODE = 128 + 15;

    private final Class<?> handlerType;
    private final Object signal;
    private final Object previous;

    /**
     * @param action what to do when the signal comes, in a thread of its own
     * @throws ReflectiveOperationException when this Java has no such signal
     */
    TerminationSignal(Runnable action) throws ReflectiveOperationException {
        ClassLoader platform = ClassLoader.getSystemClassLoader();
        Class<?> type = Class.forName("sun.misc.Signal", true, platform);
        handlerType = Class.forName("sun.misc.SignalHandler", true, platform);
        signal = type.getConstructor(String.class).newInstance("TERM");
        InvocationHandler handler = (proxy, method, arguments) -> {
            if (method.getName().equals("handle")) {
                action.run();
            }
            return null;
        };
        previous = replace(Proxy.newProxyInstance(handlerType.getClassLoader(), new Class<?>[] {handlerType}, handler));
    }

    /** Leaves the signal to those before. */
    void giveBack() throws ReflectiveOperationException {
        replace(previous);
    }

    private Object replace(Object handler) throws ReflectiveOperationException {
        return signal.getClass()
                .getMethod("handle", signal.getClass(), handlerType)
                .invoke(null, signal, handler);
    }
}
