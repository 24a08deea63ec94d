package dev.gangway.cli;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// The options of every command that lists.
final class Paging {
    /// For lists that are short by nature.
    static final Paging NONE = new Paging();

    @Option(names = "--limit", paramLabel = "N", description = "How many on one page, 1 to 200; 50 unless given.")
    @Nullable
    Integer limit;

    @Option(names = "--after", paramLabel = "CURSOR", description = "Go on after the page that named this cursor.")
    @Nullable
    String after;

    @Option(names = "--all", description = "Read all pages.")
    boolean all;

    boolean all() {
        return all;
    }

    Call first(Call call) {
        return call.with("limit", limit).with("after", after);
    }
}
