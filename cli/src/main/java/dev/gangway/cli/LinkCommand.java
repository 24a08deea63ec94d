package dev.gangway.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// `gangway link`
@Command(name = "link", description = "Make a link that signs a browser in, once, within 24 hours.")
final class LinkCommand implements Callable<Integer> {
    @Mixin
    private final AdminApi api;

    LinkCommand(AdminApi api) {
        this.api = api;
    }

    @Override
    public Integer call() {
        return api.address(Call.post("/api/v1/sign-in-links"), "path");
    }
}
