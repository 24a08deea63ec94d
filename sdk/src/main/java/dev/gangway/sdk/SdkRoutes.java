package dev.gangway.sdk;

import dev.gangway.base.Access;
import dev.gangway.base.Answer;
import dev.gangway.base.ErrorCode;
import dev.gangway.base.ProblemException;
import dev.gangway.base.Request;
import dev.gangway.base.Route;
import dev.gangway.base.RouteTable;
import java.util.List;
import java.util.Optional;

/// `npm install http://…/sdk/partner.tgz`, and a Maven repository at `/sdk/maven`.
final class SdkRoutes implements RouteTable {
    private static final String TGZ = ".tgz";

    private final Sdks sdks;
    private final Repository repository;
    private final Access access;

    SdkRoutes(Sdks sdks, Access access) {
        this.sdks = sdks;
        this.repository = new Repository(sdks);
        this.access = access;
    }

    @Override
    public List<Route> routes() {
        String group = "/sdk/maven/dev/gangway/clients/{provider}/";
        return List.of(
                new Route("GET", "/sdk/{file}", "downloadNpmPackage", access, this::npm),
                new Route("GET", group + "{file}", "downloadMavenMetadata", access, this::metadata),
                new Route("GET", group + "{version}/{file}", "downloadMavenFile", access, this::maven));
    }

    private Answer npm(Request request) {
        String file = request.path("file");
        if (!file.endsWith(TGZ)) {
            throw missing(file);
        }
        byte[] content = sdks.npm(edition(file.substring(0, file.length() - TGZ.length())));
        return Answer.bytes(200, "application/gzip", content).withHeader("X-Integrity", Digests.integrity(content));
    }

    private Answer metadata(Request request) {
        return answer(
                request.path("file"), repository.metadata(edition(request.path("provider")), request.path("file")));
    }

    private Answer maven(Request request) {
        return answer(
                request.path("file"),
                repository.file(edition(request.path("provider")), request.path("version"), request.path("file")));
    }

    private static Answer answer(String name, Optional<byte[]> content) {
        String type = name.endsWith(".jar")
                ? "application/java-archive"
                : name.contains(".xml") || name.endsWith(".pom") ? "application/xml" : "text/plain";
        return content.map(bytes -> Answer.bytes(200, type, bytes)).orElseThrow(() -> missing(name));
    }

    private Edition edition(String provider) {
        return sdks.edition(provider).orElseThrow(() -> missing(provider));
    }

    private static ProblemException missing(String what) {
        return new ProblemException(ErrorCode.NOT_FOUND, "there is no " + what + " here");
    }
}
