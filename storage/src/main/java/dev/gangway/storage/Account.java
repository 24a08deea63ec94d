package dev.gangway.storage;

import com.sun.security.auth.module.UnixSystem;
import java.nio.file.Path;
import java.util.List;

/// The operating system's user under whom PostgreSQL runs. PostgreSQL refuses root, so root starts it as `nobody`;
/// where `nobody` cannot reach the folder (below `/root`, mode 0700), in a user namespace where root has another
/// number.
///
/// @param uid who owns the data folder
/// @param prefix put before each command line; empty when Gangway itself is not root
record Account(int uid, List<String> prefix) {
    private static final int ROOT = 0;
    private static final int NOBODY = 65534;

    private static final Account AS_NOBODY =
            new Account(NOBODY, List.of("setpriv", "--reuid=" + NOBODY, "--regid=" + NOBODY, "--clear-groups", "--"));
    private static final Account IN_NAMESPACE =
            new Account(ROOT, List.of("unshare", "--user", "--map-user=" + NOBODY, "--map-group=" + NOBODY, "--"));

    static boolean isRoot() {
        return uidOfThisProcess() == ROOT;
    }

    /// The account that can execute `program`, an absolute path.
    ///
    /// @throws StorageException when Gangway is root and there is none
    static Account ableToRun(Path program) {
        if (!isRoot()) {
            return new Account(uidOfThisProcess(), List.of());
        }
        for (Account candidate : List.of(AS_NOBODY, IN_NAMESPACE)) {
            if (new Command(candidate, program, "--version").succeeds()) {
                return candidate;
            }
        }
        throw new StorageException("""
                PostgreSQL does not run as root, and neither setpriv nor unshare can start %s as somebody else. Run \
                Gangway as an ordinary user, or choose a data folder whose parents let others pass, such as \
                --home /var/lib/gangway.""".formatted(program));
    }

    private static int uidOfThisProcess() {
        return (int) new UnixSystem().getUid();
    }
}
