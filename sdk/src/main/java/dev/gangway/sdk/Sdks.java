package dev.gangway.sdk;

import dev.gangway.base.Access;
import dev.gangway.base.RouteTable;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/// The libraries of every provider. Each is made when it is first asked for, and kept until it is one of the least
/// recently used.
/// Thread-safe.
public final class Sdks {
    private static final int MOST_KEPT = 20; // files

    private final Function<String, Optional<Edition>> editions;
    private final Map<String, byte[]> kept = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, byte[]> eldest) {
            return size() > MOST_KEPT;
        }
    };

    /// @param editions finds a provider by its name, as it is now
    public Sdks(Function<String, Optional<Edition>> editions) {
        this.editions = editions;
    }

    Optional<Edition> edition(String provider) {
        return editions.apply(provider);
    }

    /// The npm package, as the bytes of a `.tgz`: the same for the same edition.
    byte[] npm(Edition edition) {
        return once("npm", edition, () -> NpmPackage.of(edition));
    }

    /// The Java client, as the bytes of a jar: the same for the same edition.
    ///
    /// @throws dev.gangway.base.ProblemException NOT_READY where no Java compiler is at hand
    byte[] jar(Edition edition) {
        return once("jar", edition, () -> JavaClient.jar(edition));
    }

    private byte[] once(String kind, Edition edition, Supplier<byte[]> make) {
        String key = kind + " " + edition.provider() + " " + edition.number();
        synchronized (kept) { // one at a time: a large document takes seconds and much memory
            byte[] known = kept.get(key);
            if (known == null) {
                known = make.get();
                kept.put(key, known);
            }
            return known;
        }
    }

    /// @param access who may fetch libraries: npm and Maven send no session
    public RouteTable routes(Access access) {
        return new SdkRoutes(this, access);
    }
}
