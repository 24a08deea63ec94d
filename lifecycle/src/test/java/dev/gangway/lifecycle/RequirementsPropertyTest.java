package dev.gangway.lifecycle;

import static dev.gangway.lifecycle.Requirements.due;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gangway.base.Property;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class RequirementsPropertyTest {
    private static final List<String> PRODUCTS =
            List.of("auth", "identity", "transactions", "cra_base_report", "cra_income_insights");

    /// Something known about a customer, something to be said on top of it, and what the partner wants.
    private record Case(Profile known, ObjectNode more, PartnerDefaults partner, List<String> products) {
        static Case any(RandomGenerator random) {
            Profile known = Profile.of(Profiles.any(random));
            PartnerDefaults partner = new PartnerDefaults(anyContact(random), anyContact(random));
            List<String> products =
                    PRODUCTS.stream().filter(_ -> random.nextBoolean()).toList();
            return new Case(known, Profiles.more(known, random), partner, products);
        }

        private static @Nullable Contact anyContact(RandomGenerator random) {
            return switch (random.nextInt(4)) {
                case 0 -> new Contact("Cy", "Ek", "cy@partner.example");
                case 1 -> new Contact("Cy", " ", "cy@partner.example");
                default -> null;
            };
        }

        List<Requirement> dueNow() {
            return due(known, partner, products);
        }
    }

    @Test
    void giving_more_information_never_adds_a_requirement() {
        Property.forAll(
                Case::any,
                given -> assertThat(given.dueNow())
                        .containsAll(due(given.known().merge(given.more()), given.partner(), given.products())));
    }

    @Test
    void a_partner_default_never_adds_a_requirement() {
        Property.forAll(
                Case::any,
                given -> assertThat(due(given.known(), PartnerDefaults.NONE, given.products()))
                        .containsAll(given.dueNow()));
    }

    @Test
    void the_union_over_products_equals_the_whole() {
        Property.forAll(Case::any, given -> {
            Set<Requirement> union = EnumSet.noneOf(Requirement.class);
            given.products().forEach(product -> union.addAll(due(given.known(), given.partner(), List.of(product))));
            assertThat(given.dueNow()).containsExactlyElementsOf(union);
        });
    }

    @Test
    void an_update_with_the_fields_of_every_due_requirement_leaves_none() {
        Property.forAll(Case::any, given -> {
            List<String> fields = given.dueNow().stream()
                    .flatMap(requirement -> requirement.fields().stream())
                    .toList();
            Profile updated = given.known().merge(Profiles.only(fields));
            assertThat(due(updated, given.partner(), given.products())).isEmpty();
        });
    }

    @Test
    void an_update_with_the_fields_of_one_due_requirement_leaves_the_others() {
        Property.forAll(
                Case::any,
                given -> given.dueNow().forEach(met -> {
                    Profile updated = given.known().merge(Profiles.only(met.fields()));
                    assertThat(due(updated, given.partner(), given.products()))
                            .containsExactlyElementsOf(given.dueNow().stream()
                                    .filter(other -> other != met)
                                    .toList());
                }));
    }

    @Test
    void the_order_and_repetition_of_products_do_not_matter() {
        Property.forAll(Case::any, given -> {
            List<String> reversed = given.products().reversed();
            List<String> repeated =
                    Stream.concat(reversed.stream(), given.products().stream()).toList();
            assertThat(due(given.known(), given.partner(), repeated)).isEqualTo(given.dueNow());
        });
    }
}
