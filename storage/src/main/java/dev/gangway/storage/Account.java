package dev.gangway.storage;

import com.sun.security.auth.module.UnixSystem;
import java.nio.file.Path;
import java.util.List;
import java.util.StringJoiner;

/// The operating system's user under whom PostgreSQL runs: ours, unless we are root, which PostgreSQL refuses. Then
/// it is `nobody`; or, where `nobody` cannot reach the folder (below `/root`, mode 0700), root itself in a user
/// namespace that knows root by another number.
///
/// @param uid who owns the data folder
/// @param prefix put before each command line
record Account(int uid, List<String> prefix) {
    private static final int ROOT = 0;
    private static final int NOBODY = 65534;

    private static final Account AS_NOBODY =
            new Account(NOBODY, List.of("setpriv", "--reuid=" + NOBODY, "--regid=" + NOBODY, "--clear-groups", "--"));
    private static final Account IN_NAMESPACE =
            new Account(ROOT, List.of("unshare", "--user", "--map-user=" + NOBODY, "--map-group=" + NOBODY, "--"));

    private static final String WHAT_ROOT_CAN_DO =
            " It does not run as root: start Gangway as an ordinary user, or choose a data folder whose parents let"
                    + " other users pass, such as --home /var/lib/gangway.";

    static boolean isRoot() {
        return uidOfThisProcess() == ROOT;
    }

    /// The first account that can execute `program`, an absolute path.
    ///
    /// @throws StorageException when there is none: it does not run on this system, or root cannot become another
    static Account ableToRun(Path program) {
        StringJoiner refusals = new StringJoiner(System.lineSeparator());
        for (Account candidate : candidates()) {
            try {
                new Command(candidate, program.toString(), "--version").run();
                return candidate;
            } catch (StorageException refused) {
                refusals.add(refused.getMessage());
            }
        }
        throw new StorageException("""
                PostgreSQL cannot run here.%s Or use a database of your own: --database-url. What was tried:
                %s""".formatted(isRoot() ? WHAT_ROOT_CAN_DO : "", refusals));
    }

    private static List<Account> candidates() {
        return isRoot() ? List.of(AS_NOBODY, IN_NAMESPACE) : List.of(new Account(uidOfThisProcess(), List.of()));
    }

    private static int uidOfThisProcess() {
        return (int) new UnixSystem().getUid();
    }
}
