package dev.gangway.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

/// A real browser, as a person has it. Whatever the console complains of, violations of the content security policy
/// among it, fails the test.
final class Chromium implements AutoCloseable {
    private static final List<String> NAMES = List.of("chromium", "chromium-browser", "google-chrome", "chrome");
    private static final List<String> ARGUMENTS = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");

    private final Playwright playwright;
    private final Browser browser;
    private final String session;
    private final List<String> complaints = new CopyOnWriteArrayList<>();

    private Chromium(Playwright playwright, Browser browser) {
        this.playwright = playwright;
        this.browser = browser;
        this.session = signIn();
    }

    /// Starts it and signs it in; skips the test where there is none.
    static Chromium signedIn() {
        Optional<Path> found = find();
        assumeTrue(found.isPresent(), "no Chromium on the PATH: pages are not tested");
        Playwright playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        Browser browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(found.orElseThrow())
                        .setArgs(ARGUMENTS));
        return new Chromium(playwright, browser);
    }

    private static Optional<Path> find() {
        return Stream.of(System.getenv("PATH").split(":", -1))
                .flatMap(folder -> NAMES.stream().map(name -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }

    private String signIn() {
        try (BrowserContext context = browser.newContext()) {
            Page page = context.newPage();
            page.navigate(Server.shared().url() + Server.shared().signInPath());
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Sign in"))
                    .click();
            page.waitForURL("**/explorer/**");
            return context.storageState();
        }
    }

    /// A page of our own at `path`, 1,440 pixels wide and light.
    Page open(String path) {
        return open(path, 1440, ColorScheme.LIGHT);
    }

    Page open(String path, int width, ColorScheme scheme) {
        BrowserContext context = browser.newContext(new Browser.NewContextOptions()
                .setStorageState(session)
                .setViewportSize(width, 900)
                .setColorScheme(scheme));
        return open(context, path);
    }

    /// The same for a browser that nobody has used.
    Page openAsStranger(String path) {
        return open(browser.newContext(), path);
    }

    private Page open(BrowserContext context, String path) {
        Page page = context.newPage();
        page.onConsoleMessage(message -> {
            if (List.of("error", "warning").contains(message.type())) {
                complaints.add(page.url() + ": " + message.text());
            }
        });
        page.onPageError(error -> complaints.add(page.url() + ": " + error));
        page.navigate(Server.shared().url() + path);
        return page;
    }

    /// Keeps a picture of the whole page in `target/screenshots`, to look at.
    static void photograph(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(Path.of("target", "screenshots", name + ".png"))
                .setFullPage(true));
    }

    /// Keeps pictures of all open pages, and adds what is to be read on them to why the test failed.
    void keepPages(String test, Throwable failed) {
        for (Page page : pages()) {
            String name = "failed-" + test + "-" + pages().indexOf(page);
            try {
                photograph(page, name);
                failed.addSuppressed(new AssertionError(name + ".png " + page.url() + "\n" + page.innerText("body")));
            } catch (PlaywrightException gone) {
                failed.addSuppressed(gone);
            }
        }
    }

    /// Closes what a test opened.
    void closePages() {
        List.copyOf(browser.contexts()).forEach(BrowserContext::close);
    }

    private List<Page> pages() {
        return browser.contexts().stream()
                .flatMap(context -> context.pages().stream())
                .toList();
    }

    /// Drops what is to be expected.
    void forgetComplaints() {
        complaints.clear();
    }

    void assertNoComplaints() {
        assertThat(complaints).isEmpty();
        complaints.clear();
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
