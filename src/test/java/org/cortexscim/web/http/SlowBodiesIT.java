package org.cortexscim.web.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import org.cortexscim.testing.FreshWorkspace;
import org.cortexscim.testing.OperationsPages;
import org.cortexscim.testing.Person;
import org.cortexscim.testing.ScimClient;
import org.cortexscim.testing.Service;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Bodies that arrive slowly, or never: they stop nobody else. */
@ExtendWith(FreshWorkspace.class)
class SlowBodiesIT {
    /** Three eighths of MAX_REQUESTS_AT_ONCE. */
    private static final int AT_ONCE = 48;

    private static final int PATIENCE_MILLIS = 60_000;

    private final Service service = Service.underTest();
    private final ScimClient http = ScimClient.of(service);
    private final List<Socket> sockets = new ArrayList<>();

    @AfterEach
    void hangUp() throws IOException {
        for (Socket socket : sockets) {
            socket.close();
        }
    }

    @Test
    void refusesThoseOverTheirShare_andAnswersTheOthers() throws IOException {
        String body = Person.random().document();
        for (int i = 0; i < AT_ONCE + 8; i++) {
            begin(body);
        }
        http.get("/Users?count=1").hasStatus(200);
        assertThat(new OperationsPages(service).isReady()).isTrue();

        List<String> answers = new ArrayList<>();
        for (Socket socket : sockets) {
            answers.add(answer(socket));
        }
        assertThat(answers)
                .allMatch(answer -> answer.startsWith("HTTP/1.1 408") || answer.startsWith("HTTP/1.1 429"))
                .anyMatch(answer -> answer.startsWith("HTTP/1.1 429")
                        && answer.contains("Retry-After: 1")
                        && answer.contains("\"status\":\"429\""));
    }

    @Test
    void waitsForABodyThatComesInParts() throws IOException {
        String body = Person.random().document();
        Socket socket = begin(body);
        http.get("/Users?count=1").hasStatus(200);

        socket.getOutputStream().write(body.substring(1).getBytes(UTF_8));

        assertThat(answer(socket)).startsWith("HTTP/1.1 201");
    }

    @Test
    void givesUpOnThem_andChangesNothing() throws IOException {
        Person person = Person.random();
        Socket socket = begin(person.document());

        assertThat(answer(socket)).startsWith("HTTP/1.1 408").contains("\"status\":\"408\"", "10 seconds");
        http.find(person.userName()).has("totalResults", 0);
    }

    @Test
    void refusesThem_withoutACredentialToo() throws IOException {
        Socket socket = begin(Person.random().document(), "Bearer wrong");

        assertThat(answer(socket)).startsWith("HTTP/1.1 401");
    }

    private Socket begin(String body) throws IOException {
        return begin(body, "Bearer " + service.key());
    }

    /** Sends the request with only the first byte of its body. */
    private Socket begin(String body, String authorization) throws IOException {
        Socket socket =
                new Socket(service.baseUrl().getHost(), service.baseUrl().getPort());
        sockets.add(socket);
        socket.setSoTimeout(PATIENCE_MILLIS);
        String head = """
                POST /scim/v2/Users HTTP/1.1
                Host: %s
                Authorization: %s
                Content-Type: application/scim+json
                Connection: close
                Content-Length: %d

                """.formatted(service.baseUrl().getAuthority(), authorization, body.getBytes(UTF_8).length);
        socket.getOutputStream().write((head.replace("\n", "\r\n") + body.charAt(0)).getBytes(UTF_8));
        return socket;
    }

    private static String answer(Socket socket) throws IOException {
        return new String(socket.getInputStream().readAllBytes(), UTF_8);
    }
}
