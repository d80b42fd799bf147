package dev.mitchbot.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.ScreenshotOptions;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import dev.mitchbot.simulator.Skipping;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The system's own Chromium, with nothing downloaded: Playwright's driver runs on the system's Node.js. Where there is a
 * Chromium without windows, that is taken: it needs less, as does one that does not play a graphics card. What goes wrong on any page, and any call to another host, is
 * remembered as a complaint.
 */
final class Browser implements AutoCloseable {
    private static final int PATIENCE_MS = 20_000;
    private static final Path PICTURES = Path.of("target", "pictures");
    private static final List<String> USUAL_PATHS = List.of(
            "/usr/bin/chromium-headless-shell",
            "/usr/bin/chromium",
            "/usr/bin/chromium-browser",
            "/usr/bin/google-chrome",
            "/usr/bin/google-chrome-stable",
            "/opt/google/chrome/chrome",
            "/snap/bin/chromium",
            "/Applications/Chromium.app/Contents/MacOS/Chromium",
            "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome");

    /** What a browser or htmx says of a refusal, of a service that is away, and of a page that was left. */
    private static final Pattern AS_IT_MUST_BE =
            Pattern.compile("net::ERR_|responded with a status of (4|503)|Response Status Error Code (4|503)");

    private final Playwright playwright;
    private final com.microsoft.playwright.Browser chromium;
    private final List<String> complaints = new ArrayList<>();

    private Browser(Path executable, Path node) {
        playwright = Playwright.create(new Playwright.CreateOptions()
                .setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1", "PLAYWRIGHT_NODEJS_PATH", node.toString())));
        chromium = playwright
                .chromium()
                .launch(new LaunchOptions().setExecutablePath(executable).setArgs(List.of("--disable-gpu")));
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MS);
    }

    /** Skips the test where there is no Chromium, which {@code CHROMIUM} may name, or no Node.js on the path. */
    static Browser startOrSkip() {
        var executable = Optional.ofNullable(System.getenv("CHROMIUM")).stream()
                .flatMap(named -> Stream.of(Path.of(named)))
                .findFirst()
                .or(() -> USUAL_PATHS.stream()
                        .map(Path::of)
                        .filter(Files::isExecutable)
                        .findFirst());
        var node = onPath("node");
        Skipping.unless(executable.isPresent(), "browser tests need Chromium, and there is none");
        Skipping.unless(node.isPresent(), "browser tests need Node.js, and there is none");
        return new Browser(executable.orElseThrow(), node.orElseThrow());
    }

    private static Optional<Path> onPath(String program) {
        return Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .map(folder -> Path.of(folder, program))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** A page of its own, with no cookies or storage but those given; besides its own host it may ask these. */
    Page open(String url, NewContextOptions options, String... others) {
        BrowserContext context = chromium.newContext(options);
        context.setDefaultTimeout(PATIENCE_MS);
        Page page = context.newPage();
        var hosts = Stream.concat(Stream.of(url), Stream.of(others))
                .map(address -> URI.create(address).getAuthority())
                .toList();
        page.onRequest(request -> {
            var asked = URI.create(request.url());
            if (asked.getScheme().startsWith("http") && !hosts.contains(asked.getAuthority())) {
                complaints.add("asks another host: " + request.url());
            }
        });
        page.onPageError(error -> complaints.add("error: " + error));
        page.onConsoleMessage(message -> {
            if (message.type().equals("error")
                    && !AS_IT_MUST_BE.matcher(message.text()).find()) {
                complaints.add("console: " + message.text() + " at " + message.location());
            }
        });
        page.navigate(url);
        return page;
    }

    /** A picture for people, in target/pictures. */
    static void picture(Page page, String name) {
        page.screenshot(new ScreenshotOptions().setPath(PICTURES.resolve(name + ".png")));
    }

    /** What stands in the way of people who use no mouse, or no eyes; by axe-core's rules for WCAG 2.2 A and AA. */
    static List<String> barriers(Page page) {
        page.evaluate(axe());
        Object found = page.evaluate("""
                () => axe.run({ runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"] }).then((seen) =>
                    seen.violations.flatMap((rule) => rule.nodes.map((node) => `${rule.id}: ${node.html} ${node.failureSummary}`)))
                """);
        return ((List<?>) found).stream().map(Object::toString).toList();
    }

    private static String axe() {
        try (var script = Browser.class.getResourceAsStream("/axe.min.js")) {
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Closes the pages of a test and fails it for what went wrong on them. */
    void closePages() {
        chromium.contexts().forEach(BrowserContext::close);
        var heard = List.copyOf(complaints);
        complaints.clear();
        assertThat(heard).isEmpty();
    }

    @Override
    public void close() {
        playwright.close();
    }
}
