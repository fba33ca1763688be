package org.cortexscim.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Sends the bytes of a request as they are: what a well-behaved HTTP client refuses to send. */
public final class RawConnection {
    private static final int PATIENCE_MILLIS = 30_000;

    private final Service service;

    public RawConnection(Service service) {
        this.service = service;
    }

    /**
     * Sends a request without a body.
     *
     * @param target the request target as it shall stand in the first line, such as {@code /scim/v2/Users/%zz}
     */
    public Answer send(String method, String target) {
        return send(
                method,
                target,
                "Host: " + service.baseUrl().getAuthority(),
                "Authorization: Bearer " + service.key(),
                "Accept: application/scim+json");
    }

    /**
     * Sends a request without a body and with these header lines only.
     *
     * @param target as it shall stand in the first line; a character up to U+00FF is sent as one byte
     */
    public Answer send(String method, String target, String... headers) {
        String head = "%s %s HTTP/1.1\r\n%s\r\nConnection: close\r\n\r\n"
                .formatted(method, target, String.join("\r\n", headers));
        try (Socket socket =
                new Socket(service.baseUrl().getHost(), service.baseUrl().getPort())) {
            socket.setSoTimeout(PATIENCE_MILLIS);
            socket.getOutputStream().write(head.getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().flush();
            return parsed(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException failure) {
            throw new UncheckedIOException(method + " " + target, failure);
        }
    }

    private static Answer parsed(String response) {
        int end = response.indexOf("\r\n\r\n");
        String[] lines = response.substring(0, end).split("\r\n");
        Map<String, List<String>> headers = new HashMap<>();
        for (int i = 1; i < lines.length; i++) {
            String[] header = lines[i].split(":", 2);
            headers.put(header[0].trim().toLowerCase(Locale.ROOT), List.of(header[1].trim()));
        }
        String body = response.substring(end + 4);
        boolean chunked = headers.containsKey("transfer-encoding");
        return new Answer(Integer.parseInt(lines[0].split(" ")[1]), headers, chunked ? joined(body) : body);
    }

    /** The chunks are small and their lengths count bytes, so that this is right for ASCII only: enough for errors. */
    private static String joined(String chunks) {
        StringBuilder body = new StringBuilder();
        int at = 0;
        while (true) {
            int line = chunks.indexOf("\r\n", at);
            int length = Integer.parseInt(chunks.substring(at, line).trim(), 16);
            if (length == 0) {
                return body.toString();
            }
            body.append(chunks, line + 2, line + 2 + length);
            at = line + 2 + length + 2;
        }
    }
}
