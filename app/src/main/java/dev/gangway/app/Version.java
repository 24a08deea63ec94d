package dev.gangway.app;

import java.util.Objects;
import picocli.CommandLine.IVersionProvider;

/// Which release this is.
final class Version implements IVersionProvider {
    /// Such as `0.1.0`; `development` when it runs from classes that were never packaged.
    static String text() {
        return Objects.requireNonNullElse(Main.class.getPackage().getImplementationVersion(), "development");
    }

    @Override
    public String[] getVersion() {
        return new String[] {"gangway " + text()};
    }
}
