package dev.gangway.bench;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A browser that opens pages as somebody does who was never there before.
final class PageBrowser implements AutoCloseable {
    private static final double PATIENCE = 120_000; // milliseconds
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
    private @Nullable String session;

    /// What one page came to.
    ///
    /// @param firstPaint milliseconds until anything was painted
    /// @param shown milliseconds until what was wanted was there to be read
    /// @param bytes of everything that was fetched, as it came over the wire
    record Opened(double firstPaint, double shown, double bytes) {}

    private PageBrowser(Playwright playwright, Browser browser) {
        this.playwright = playwright;
        this.browser = browser;
    }

    /// @throws BenchException when there is none
    static PageBrowser start() {
        Path chromium = find().orElseThrow(() -> new BenchException("not on the PATH: chromium"));
        Playwright playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        return new PageBrowser(
                playwright,
                playwright
                        .chromium()
                        .launch(new BrowserType.LaunchOptions()
                                .setExecutablePath(chromium)
                                .setArgs(ARGUMENTS)));
    }

    private static Optional<Path> find() {
        return Stream.of(System.getenv("PATH").split(File.pathSeparator, -1))
                .flatMap(folder -> Stream.of("chromium", "google-chrome").map(name -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /// Signs in with a link, for every page that is opened after this; answers the cookies as a header.
    String signIn(String link) {
        try (BrowserContext context = browser.newContext()) {
            Page page = context.newPage();
            page.navigate(link);
            page.locator("form button").first().click();
            page.waitForURL("**/explorer/**");
            session = context.storageState();
            return String.join(
                    "; ",
                    context.cookies().stream()
                            .map(cookie -> cookie.name + "=" + cookie.value)
                            .toList());
        }
    }

    /// Opens a page with an empty cache and waits until `wanted` is to be seen.
    Opened open(String url, String wanted) {
        try (BrowserContext context = browser.newContext(
                new Browser.NewContextOptions().setStorageState(session).setViewportSize(1440, 900))) {
            Page page = context.newPage();
            page.navigate(url, new Page.NavigateOptions().setTimeout(PATIENCE));
            page.getByText(wanted)
                    .first()
                    .waitFor(new Locator.WaitForOptions()
                            .setState(WaitForSelectorState.VISIBLE)
                            .setTimeout(PATIENCE));
            double shown = number(page, "performance.now()");
            return new Opened(
                    number(page, "performance.getEntriesByName('first-contentful-paint')[0].startTime"),
                    shown,
                    number(page, """
                            [...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')]
                              .reduce((sum, one) => sum + one.transferSize, 0)
                            """));
        }
    }

    private static double number(Page page, String script) {
        return ((Number) page.evaluate(script)).doubleValue();
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
