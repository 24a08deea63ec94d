package dev.gangway.app;

import dev.gangway.base.WorldId;
import dev.gangway.catalog.Catalog;
import dev.gangway.provider.Providers;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// What comes with the product to be read: our own two OpenAPI documents, and a workflow definition.
final class Documents {
    static final String PARTNER_API = "/dev/gangway/wire/partner-api.yaml";
    static final String ADMIN_API = "/dev/gangway/app/admin-api.yaml";

    private Documents() {}

    /// A document as it is.
    static byte[] bytes(String resource) {
        try (InputStream in = Documents.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException(resource + " is not on the class path");
            }
            return in.readAllBytes();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static Catalog load() {
        return Catalog.load(List.of(PARTNER_API, ADMIN_API));
    }

    /// The workflow definition that comes with the product.
    static String onboarding() {
        return new String(bytes("/dev/gangway/app/onboarding.yaml"), StandardCharsets.UTF_8);
    }

    /// Makes providers of them, unless they are by now.
    static void provide(Providers providers) {
        providers.builtIn(WorldId.MAIN, Providers.PARTNER, bytes(PARTNER_API));
        providers.builtIn(WorldId.MAIN, Providers.ADMIN, bytes(ADMIN_API));
    }
}
