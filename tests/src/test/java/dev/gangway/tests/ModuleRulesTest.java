package dev.gangway.tests;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The walls between the rooms, as ARCHITECTURE.md draws them.
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ModuleRulesTest {
    private static final Pattern ROOM = Pattern.compile("(?m)^\\| `(\\w+)` \\|.*\\| ([^|]*) \\|$");
    private static final Pattern MODULE = Pattern.compile("<module>(\\w+)</module>");
    private static final Pattern NAME = Pattern.compile("`(\\w+)`");
    private static final String HOME = "dev.gangway.";

    private static final JavaClasses PRODUCT = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .withImportOption(location -> !location.contains("-tests.jar"))
            .importPackages("dev.gangway");

    /// One row of the table of rooms.
    ///
    /// @param mayUse the rooms of its last column
    record Room(String name, Set<String> mayUse) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Room> rooms() {
        Set<String> all = modules();
        return ROOM.matcher(Sources.text("ARCHITECTURE.md"))
                .results()
                .map(row -> new Room(row.group(1), row.group(2).startsWith("all") ? all : names(NAME, row.group(2))));
    }

    private static Set<String> modules() {
        return names(MODULE, Sources.text("pom.xml"));
    }

    private static Set<String> names(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(match -> match.group(1)).collect(Collectors.toSet());
    }

    @Test
    void the_map_shows_every_module() {
        assertThat(rooms().map(Room::name)).doesNotHaveDuplicates().containsAll(modules());
    }

    @ParameterizedTest
    @MethodSource("rooms")
    void a_room_uses_only_those_that_the_map_names(Room room) {
        Set<String> used = PRODUCT.stream()
                .filter(type -> roomOf(type).equals(room.name()))
                .flatMap(type -> type.getDirectDependenciesFromSelf().stream())
                .map(dependency -> dependency.getTargetClass().getBaseComponentType())
                .filter(target -> target.getPackageName().startsWith(HOME))
                .map(ModuleRulesTest::roomOf)
                .filter(other -> !other.equals(room.name()))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(room.mayUse()).containsAll(used);
    }

    private static String roomOf(JavaClass type) {
        return type.getPackageName().substring(HOME.length());
    }

    @Test
    void rooms_are_flat_and_free_of_cycles() {
        assertThat(PRODUCT.stream().map(ModuleRulesTest::roomOf)).isSubsetOf(modules());
        slices().matching("dev.gangway.(*)").should().beFreeOfCycles().check(PRODUCT);
    }

    @Test
    void the_rules_of_the_life_cycle_know_nothing_but_base() {
        classes()
                .that()
                .resideInAPackage("dev.gangway.lifecycle")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "dev.gangway.lifecycle",
                        "dev.gangway.base",
                        "com.fasterxml.jackson..",
                        "org.jspecify..",
                        "java..")
                .check(PRODUCT);
    }

    @Test
    void only_base_knows_the_HTTP_server() {
        noClasses()
                .that()
                .resideOutsideOfPackage("dev.gangway.base")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("io.helidon..")
                .check(PRODUCT);
    }

    @Test
    void SQL_is_in_stores() {
        Set<String> running = Set.of("createQuery", "createUpdate", "prepareBatch", "createBatch", "execute", "select");
        noClasses()
                .that()
                .resideOutsideOfPackage("dev.gangway.storage")
                .and()
                .haveNameNotMatching(".*Store(\\$.*)?")
                .should()
                .callMethodWhere(calls(Handle.class.getName(), running))
                .check(PRODUCT);
    }

    @Test
    void only_egress_the_command_line_the_doctor_and_the_rehearsal_call_out() {
        noClasses()
                .that()
                .resideOutsideOfPackages("dev.gangway.egress", "dev.gangway.cli")
                .and()
                .haveNameNotMatching("dev\\.gangway\\.app\\.(Doctor|RehearseCommand)")
                .should()
                .dependOnClassesThat(describe(
                        "open connections",
                        type -> type.getPackageName().startsWith("java.net.http")
                                || Set.of("java.net.Socket", "java.net.URLConnection", "java.net.HttpURLConnection")
                                        .contains(type.getName())))
                .check(PRODUCT);
    }

    @Test
    void only_app_reads_the_clock_of_the_system_and_the_environment() {
        noClasses()
                .that()
                .resideOutsideOfPackage("dev.gangway.app")
                .should()
                .callMethodWhere(calls("java.time.InstantSource", Set.of("system"))
                        .or(calls("java.time.Clock", Set.of("systemUTC", "systemDefaultZone", "system")))
                        .or(calls("java.time.Instant", Set.of("now")))
                        .or(calls("java.time.OffsetDateTime", Set.of("now")))
                        .or(calls("java.time.LocalDate", Set.of("now")))
                        .or(calls("java.lang.System", Set.of("currentTimeMillis", "getenv"))))
                .check(PRODUCT);
    }

    private static DescribedPredicate<JavaMethodCall> calls(String owner, Set<String> methods) {
        return describe(
                owner + "." + methods,
                call -> call.getTargetOwner().getName().equals(owner) && methods.contains(call.getName()));
    }
}
