package dev.gangway.provider;

import dev.gangway.openapi.Api;
import dev.gangway.openapi.Api.Tolerated;
import dev.gangway.openapi.SecurityScheme;
import dev.gangway.openapi.Server;
import java.util.List;

/// What is kept of a document beside its operations.
record Overview(
        String specification,
        String title,
        String version,
        String description,
        String logo,
        List<Server> servers,
        List<SecurityScheme> schemes,
        List<Tolerated> tolerated) {
    static Overview of(Api api) {
        return new Overview(
                api.specification(),
                api.title(),
                api.version(),
                api.description(),
                api.logo(),
                api.servers(),
                api.schemes(),
                api.tolerated());
    }
}
