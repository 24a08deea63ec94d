package dev.gangway.app;

import dev.gangway.catalog.Catalog;
import java.util.List;

/// Our own two OpenAPI documents.
final class Documents {
    static final String PARTNER_API = "/dev/gangway/wire/partner-api.yaml";
    static final String ADMIN_API = "/dev/gangway/app/admin-api.yaml";

    private Documents() {}

    static Catalog load() {
        return Catalog.load(List.of(PARTNER_API, ADMIN_API));
    }
}
