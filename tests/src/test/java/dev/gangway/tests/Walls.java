package dev.gangway.tests;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Set;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/// What only some rooms may touch.
final class Walls {
    private static final Set<String> SOCKETS = Set.of(
            "java.net.Socket",
            "java.net.URLConnection",
            "java.net.HttpURLConnection",
            "java.nio.channels.SocketChannel");

    private Walls() {}

    static Stream<ArchRule> all() {
        return Stream.of(onlyBaseKnowsTheHttpServer(), sqlIsInStores(), fewCallOut(), onlyAppReadsTheClock());
    }

    private static ArchRule onlyBaseKnowsTheHttpServer() {
        return noClasses()
                .that()
                .resideOutsideOfPackage("dev.gangway.base")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("io.helidon..")
                .as("only base knows the HTTP server");
    }

    private static ArchRule sqlIsInStores() {
        Set<String> running = Set.of("createQuery", "createUpdate", "prepareBatch", "createBatch", "execute", "select");
        return noClasses()
                .that()
                .resideOutsideOfPackage("dev.gangway.storage")
                .and()
                .haveNameNotMatching(".*Store(\\$.*)?")
                .should()
                .callMethodWhere(calls(Handle.class.getName(), running))
                .as("SQL is in stores");
    }

    private static ArchRule fewCallOut() {
        return noClasses()
                .that()
                .resideOutsideOfPackages("dev.gangway.egress", "dev.gangway.cli")
                .and()
                .haveNameNotMatching("dev\\.gangway\\.app\\.(Doctor|RehearseCommand)")
                .should()
                .dependOnClassesThat(describe(
                        "open connections",
                        type -> type.getPackageName().startsWith("java.net.http") || SOCKETS.contains(type.getName())))
                .as("only egress, the command line, the doctor and the rehearsal call out");
    }

    private static ArchRule onlyAppReadsTheClock() {
        return noClasses()
                .that()
                .resideOutsideOfPackage("dev.gangway.app")
                .should()
                .callMethodWhere(calls("java.time.InstantSource", Set.of("system"))
                        .or(calls("java.time.Clock", Set.of("systemUTC", "systemDefaultZone", "system")))
                        .or(calls("java.time.Instant", Set.of("now")))
                        .or(calls("java.time.OffsetDateTime", Set.of("now")))
                        .or(calls("java.time.LocalDate", Set.of("now")))
                        .or(calls("java.lang.System", Set.of("currentTimeMillis", "getenv"))))
                .as("only app reads the clock of the system and the environment");
    }

    private static DescribedPredicate<JavaMethodCall> calls(String owner, Set<String> methods) {
        return describe(
                owner + "." + methods,
                call -> call.getTargetOwner().getName().equals(owner) && methods.contains(call.getName()));
    }
}
