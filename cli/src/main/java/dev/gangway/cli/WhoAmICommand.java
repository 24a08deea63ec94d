package dev.gangway.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// `gangway whoami`
@Command(name = "whoami", description = "Tell whose access token this is and what it may do.")
final class WhoAmICommand implements Callable<Integer> {
    @Mixin
    private final AdminApi api;

    WhoAmICommand(AdminApi api) {
        this.api = api;
    }

    @Override
    public Integer call() {
        return api.show(Call.get("/api/v1/me"), Card.PLAIN);
    }
}
