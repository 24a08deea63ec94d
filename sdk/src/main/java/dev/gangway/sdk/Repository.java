package dev.gangway.sdk;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// What a Maven repository answers for a client: `maven-metadata.xml`, pom and jar, and the checksums of each.
final class Repository {
    static final String GROUP = "dev.gangway.clients";

    private final Sdks sdks;

    Repository(Sdks sdks) {
        this.sdks = sdks;
    }

    /// A file of the artifact's folder.
    Optional<byte[]> metadata(Edition edition, String file) {
        return checked(
                file,
                bare -> bare.equals("maven-metadata.xml") ? Optional.of(bytes(metadata(edition))) : Optional.empty());
    }

    /// A file of the folder of a version; only the present one is there.
    Optional<byte[]> file(Edition edition, String version, String file) {
        if (!version.equals(edition.version())) {
            return Optional.empty();
        }
        String start = edition.provider() + "-" + version;
        return checked(file, bare -> {
            if (bare.equals(start + ".pom")) {
                return Optional.of(bytes(pom(edition)));
            }
            return bare.equals(start + ".jar") ? Optional.of(sdks.jar(edition)) : Optional.empty();
        });
    }

    private interface Files {
        Optional<byte[]> file(String name);
    }

    private static Optional<byte[]> checked(String file, Files files) {
        for (Digests.Kind kind : Digests.Kind.values()) {
            if (file.endsWith(kind.ending())) {
                String bare = file.substring(0, file.length() - kind.ending().length());
                return files.file(bare).map(content -> bytes(Digests.hex(kind, content)));
            }
        }
        return files.file(file);
    }

    private static String metadata(Edition edition) {
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <metadata>
                  <groupId>%s</groupId>
                  <artifactId>%s</artifactId>
                  <versioning>
                    <latest>%s</latest>
                    <release>%s</release>
                    <versions>
                      <version>%s</version>
                    </versions>
                  </versioning>
                </metadata>
                """.formatted(GROUP, edition.provider(), edition.version(), edition.version(), edition.version());
    }

    private static String pom(Edition edition) {
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <project xmlns="http://maven.apache.org/POM/4.0.0">
                  <modelVersion>4.0.0</modelVersion>
                  <groupId>%s</groupId>
                  <artifactId>%s</artifactId>
                  <version>%s</version>
                </project>
                """.formatted(GROUP, edition.provider(), edition.version());
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
