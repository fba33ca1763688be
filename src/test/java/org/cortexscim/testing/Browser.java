package org.cortexscim.testing;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A real Chromium, which shows pages of the service under test and writes down everything that went wrong in them. It is
 * the system's: found on the PATH, or named by {@code -Dcortexscim.browser}.
 */
public final class Browser implements AutoCloseable {
    private static final double PATIENCE = Duration.ofMinutes(2).toMillis();
    private static final List<String> NAMES = List.of("chromium", "chromium-browser", "google-chrome");

    private final Service service;
    private final List<String> complaints = new ArrayList<>();
    private final Playwright driver =
            Playwright.create(new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    private final com.microsoft.playwright.Browser chromium = driver.chromium()
            .launch(new BrowserType.LaunchOptions()
                    .setExecutablePath(executable().orElseThrow())
                    .setTimeout(PATIENCE)
                    .setArgs(List.of("--no-sandbox", "--disable-dev-shm-usage")));

    /** A browser for the pages of that service. */
    public Browser(Service service) {
        this.service = service;
    }

    /** Whether this machine has a Chromium. Where one was named it has to be there. */
    public static boolean isThere() {
        return executable().isPresent();
    }

    /** A window of that width in pixels, with no cookies. Pages in it have the system's light or dark colours. */
    public Page window(int width, ColorScheme colours) {
        BrowserContext context = chromium.newContext(new com.microsoft.playwright.Browser.NewContextOptions()
                .setBaseURL(service.baseUrl().toString())
                .setViewportSize(width, 800)
                .setReducedMotion(ReducedMotion.REDUCE)
                .setColorScheme(colours));
        context.setDefaultTimeout(PATIENCE);
        Page page = context.newPage();
        page.onConsoleMessage(message -> {
            if (message.type().equals("error") || message.type().equals("warning")) {
                complaints.add(page.url() + ": " + message.text());
            }
        });
        page.onDialog(dialog -> {
            complaints.add(page.url() + ": asks " + dialog.message());
            dialog.dismiss();
        });
        page.onPageError(error -> complaints.add(page.url() + ": " + error));
        page.onRequestFailed(request -> complaints.add(page.url() + ": " + request.url() + " " + request.failure()));
        return page;
    }

    /** A wide, light window in which the Admin is signed in. */
    public Page signedIn() {
        return signIn(window(1280, ColorScheme.LIGHT), service.key());
    }

    /** Signs in on the sign-in page, as people do. */
    public static Page signIn(Page page, String key) {
        page.navigate("/console/");
        page.getByLabel("API key").fill(key);
        page.getByLabel("API key").press("Enter");
        page.waitForURL(Pattern.compile(".*/console/(?!sign-in).*"));
        return page;
    }

    /** What scripts, the content security policy and failed requests have complained about since the last time. */
    public List<String> complaints() {
        List<String> all = List.copyOf(complaints);
        complaints.clear();
        return all;
    }

    @Override
    public void close() {
        driver.close();
    }

    private static Optional<Path> executable() {
        String named = System.getProperty("cortexscim.browser", "");
        if (!named.isEmpty()) {
            return Optional.of(Path.of(named));
        }
        return Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .flatMap(folder -> NAMES.stream().map(name -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }
}
