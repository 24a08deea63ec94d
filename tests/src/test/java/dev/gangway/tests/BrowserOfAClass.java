package dev.gangway.tests;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/// One browser, signed in, for all tests of a class and of those nested in it. A test whose console complained of
/// anything fails; one that fails keeps pictures of its pages; without a browser they are skipped.
final class BrowserOfAClass implements BeforeAllCallback, AfterEachCallback, AfterAllCallback {
    private Chromium chromium;

    @Override
    public void beforeAll(ExtensionContext context) {
        if (chromium == null) {
            chromium = Chromium.signedIn();
        }
    }

    @Override
    public void afterEach(ExtensionContext context) {
        context.getExecutionException()
                .ifPresent(failed ->
                        chromium.keepPages(context.getRequiredTestMethod().getName(), failed));
        chromium.closePages();
        chromium.assertNoComplaints();
    }

    @Override
    public void afterAll(ExtensionContext context) {
        boolean isNested = context.getRequiredTestClass().getEnclosingClass() != null;
        if (!isNested && chromium != null) {
            chromium.close();
        }
    }

    /// A page of our own at `path`, 1,440 pixels wide and light.
    Page open(String path) {
        return chromium.open(path);
    }

    Page open(String path, int width, ColorScheme scheme) {
        return chromium.open(path, width, scheme);
    }

    /// The same for a browser that nobody has used.
    Page openAsStranger(String path) {
        return chromium.openAsStranger(path);
    }

    /// Drops what is to be expected.
    void forgetComplaints() {
        chromium.forgetComplaints();
    }
}
