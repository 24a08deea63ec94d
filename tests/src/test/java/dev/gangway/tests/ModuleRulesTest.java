package dev.gangway.tests;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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

    private static final JavaClasses PLANTED = new ClassFileImporter().importClasses(PlantedViolations.class);

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

    @ParameterizedTest
    @MethodSource("dev.gangway.tests.Walls#all")
    void a_wall_stands(ArchRule wall) {
        wall.check(PRODUCT);
    }

    /// A wall that nothing could break would stand for ever.
    @ParameterizedTest
    @MethodSource("dev.gangway.tests.Walls#all")
    void a_wall_is_seen_to_fall(ArchRule wall) {
        assertThat(wall.evaluate(PLANTED).hasViolation())
                .as(wall.getDescription())
                .isTrue();
    }
}
