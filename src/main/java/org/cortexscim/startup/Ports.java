package org.cortexscim.startup;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;

/** The ports that the server is about to open: it would go on without one that is taken. */
record Ports(String host, String http, String https) {
    static Ports of(Config config) {
        return new Ports(
                config.getOptionalValue("HTTP_HOST", String.class).orElse("localhost"),
                config.getOptionalValue("HTTP_PORT", String.class).orElse(""),
                config.getOptionalValue("HTTPS_PORT", String.class).orElse(""));
    }

    /** Why they cannot be opened, as a sentence; empty when they can. */
    Optional<String> problem() {
        return Variable.portProblem("HTTP_PORT", http)
                .or(() -> Variable.portProblem("HTTPS_PORT", https))
                .or(this::sameTwice)
                .or(() -> taken("HTTP_PORT", http))
                .or(() -> taken("HTTPS_PORT", https));
    }

    private Optional<String> sameTwice() {
        return Integer.parseInt(http) == Integer.parseInt(https)
                ? Optional.of("HTTP_PORT and HTTPS_PORT must be two different ports, not both %s.".formatted(http))
                : Optional.empty();
    }

    private Optional<String> taken(String name, String port) {
        try (ServerSocket socket = new ServerSocket()) {
            // As the server does: connections of a process that has just ended are no obstacle.
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(address(), Integer.parseInt(port)));
            return Optional.empty();
        } catch (UnknownHostException unknown) {
            return Optional.of(
                    "HTTP_HOST: '%s' is not the name or address of an interface of this host.".formatted(host));
        } catch (IOException taken) {
            return Optional.of(
                    "%s: port %s of '%s' cannot be opened (%s). Stop the process that uses it, or choose another."
                            .formatted(name, port, host, taken.getMessage()));
        }
    }

    /** Whether both accept connections. */
    boolean areOpen() {
        return isOpen(http) && isOpen(https);
    }

    private boolean isOpen(String port) {
        try (Socket socket = new Socket(host.equals("*") ? "localhost" : host, Integer.parseInt(port))) {
            return socket.isConnected();
        } catch (IOException closed) {
            return false;
        }
    }

    private InetAddress address() throws UnknownHostException {
        return host.equals("*") ? new InetSocketAddress(0).getAddress() : InetAddress.getByName(host);
    }

    /** The addresses at which the server can be reached from its own host. */
    List<String> addresses() {
        String name = host.equals("*") ? "localhost" : host;
        return List.of("http://%s:%s".formatted(name, http), "https://%s:%s".formatted(name, https));
    }
}
