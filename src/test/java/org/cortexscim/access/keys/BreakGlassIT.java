package org.cortexscim.access.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cortexscim.testing.Together.together;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.cortexscim.testing.Answer;
import org.cortexscim.testing.KeyDesk;
import org.cortexscim.testing.LibertyProcess;
import org.cortexscim.testing.Service;
import org.cortexscim.testing.Workspace;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * A workspace keeps an Admin key that has not expired, and gets one back by BOOTSTRAP_API_KEY when none is left. The
 * server is one of its own, for the other tests need their key.
 */
class BreakGlassIT {
    private static final int RACERS = 6;

    @Test
    @Timeout(value = 10, unit = TimeUnit.MINUTES)
    void keepsTheLastAdminKey_untilItExpires(@TempDir Path folder) throws Exception {
        try (LibertyProcess server = new LibertyProcess(folder)) {
            server.start();
            Workspace workspace = Workspace.of(server.service());
            KeyDesk desk = new KeyDesk(workspace.http());
            workspace.lastChangeOf("bootstrap").isApiKey("CREATE", "CREATED", "bootstrap", "akbootstrap");
            String secret = server.service().key();

            theOnlyAdminKeyStays(desk);
            Answer winner = deletedTogether(desk);
            Answer last = theLastOneWithAnEnd(desk.with(winner.text("apiKey")), winner.text("cid"));
            desk.tryOut(secret).hasStatus(401);
            awaitEnd(last);
            desk.tryOut(last.text("apiKey")).hasStatus(401);

            server.kill();
            server.start();
            desk.tryOut(secret).hasStatus(200);
            desk.get("akbootstrap").hasStatus(200).has("roles/0/role", "ADMIN");
            assertThat(workspace.audit("bootstrap"))
                    .extracting(entry -> entry.getString("action"))
                    .containsExactly("CREATE", "DELETE", "CREATE");
            givesALostKeyBack(server, desk);
        }
    }

    /**
     * Other keys work on, and the switch that is left on changes nothing more. The secret of another key is refused,
     * whether the lost key is still there or was deleted.
     */
    private static void givesALostKeyBack(LibertyProcess server, KeyDesk desk) throws Exception {
        String lost = server.service().key();
        String other = desk.createWith("ADMIN").text("apiKey");
        String next = "test-only-restored-key-0123456789abcdefgh";
        server.kill();
        server.with("RESTORE_BOOTSTRAP_KEY", true);
        for (int starts = 0; starts < 2; starts++) {
            server.with("BOOTSTRAP_API_KEY", next).start();
            desk.tryOut(lost).hasStatus(401);
            desk.tryOut(other).hasStatus(200);
            KeyDesk restored = desk.with(next);
            restored.get("akbootstrap").hasStatus(200).lacks("secrets/1");
            assertThat(Workspace.of(new Service(server.service().baseUrl(), next))
                            .audit("bootstrap"))
                    .extracting(entry -> entry.getJsonObject("details").getString("event"))
                    .startsWith("ROTATED", "CREATED")
                    .containsOnlyOnce("ROTATED");
            if (starts > 0) {
                desk.with(other).delete("akbootstrap").hasStatus(200);
            }
            server.kill();
            server.with("BOOTSTRAP_API_KEY", other).startInVain("BOOTSTRAP_API_KEY is already the secret of another");
        }
    }

    private static void theOnlyAdminKeyStays(KeyDesk desk) {
        desk.createWith("MANAGER");
        assertThat(desk.delete("akbootstrap").isCortexError(409, "CONFLICT").text("message"))
                .contains("last API key", "Admin");
        desk.get("akbootstrap").hasStatus(200);
    }

    /** Every Admin key deletes itself in the same moment, and one of them cannot. */
    private static Answer deletedTogether(KeyDesk desk) {
        List<Answer> admins = new ArrayList<>();
        for (int i = 0; i < RACERS; i++) {
            admins.add(desk.createWith("ADMIN"));
        }
        desk.delete("akbootstrap").hasStatus(200);
        List<Answer> answers = together(
                RACERS,
                i -> desk.with(admins.get(i).text("apiKey"))
                        .delete(admins.get(i).text("cid")));

        assertThat(answers).extracting(Answer::status).containsOnlyOnce(409).containsOnly(200, 409);
        return admins.get(answers.indexOf(answers.stream()
                .filter(answer -> answer.status() == 409)
                .findFirst()
                .orElseThrow()));
    }

    private static Answer theLastOneWithAnEnd(KeyDesk desk, String cid) {
        desk.delete(cid).isCortexError(409, "CONFLICT");
        Answer last = desk.create(KeyDesk.document("ADMIN", Instant.now().plusSeconds(4)))
                .hasStatus(200);
        desk.delete(cid).hasStatus(200);
        return last;
    }

    private static void awaitEnd(Answer key) throws InterruptedException {
        while (Instant.now().isBefore(Instant.parse(key.text("expirationDate")))) {
            Thread.sleep(100);
        }
    }
}
