package dev.gangway.partner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gangway.audit.AuditEvent;
import dev.gangway.audit.AuditTrail;
import dev.gangway.base.Actor;
import dev.gangway.base.Eventually;
import dev.gangway.base.Json;
import dev.gangway.base.ListKey;
import dev.gangway.base.Page;
import dev.gangway.base.ProblemException;
import dev.gangway.base.WorldId;
import dev.gangway.storage.Database;
import dev.gangway.storage.DatabaseConfig;
import dev.gangway.storage.SettableClock;
import dev.gangway.storage.TestDatabase;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class PartnersTest {
    private static final Actor OPERATOR = new Actor("token:tok_1", "4vXq2mZr8KcT1nW");

    private final DatabaseConfig config = TestDatabase.freshConfig("audit", "partner");
    private final Database database = Database.open(config, List.of());
    private final SettableClock clock = new SettableClock();
    private final AuditTrail audit = new AuditTrail(database, clock, List::of);
    private final Partners partners = new Partners(database, clock, audit);

    @AfterEach
    void close() {
        partners.close();
        database.close();
    }

    @Nested
    class A_new_partner {
        @Test
        void is_found_as_it_was_created() {
            Partner created = create("Harbour Payments");
            assertThat(created.id()).startsWith("prt_");
            assertThat(created.clientId()).matches("[0-9a-f]{24}");
            assertThat(created.createdAt()).isEqualTo(clock.now());
            assertThat(partners.find(WorldId.MAIN, created.id())).contains(created);
            assertThat(partners.partnerOf(WorldId.MAIN, created.id())).contains(created);
        }

        @Test
        void is_not_found_in_another_world() {
            String id = create("Harbour Payments").id();
            assertThat(partners.find(new WorldId("other"), id)).isEmpty();
            assertThat(partners.partnerOf(new WorldId("other"), id)).isEmpty();
        }

        @Test
        void needs_a_name_and_valid_settings() {
            assertThatThrownBy(() -> create(" ")).isInstanceOf(ProblemException.class);
            assertThatThrownBy(() -> partners.create(WorldId.MAIN, "Harbour", withoutProducts(), OPERATOR))
                    .hasMessage("products: must name at least one");
        }

        private static PartnerSettings withoutProducts() {
            PartnerSettings usual = PartnerSettings.DEFAULT;
            return new PartnerSettings(
                    true,
                    List.of(),
                    true,
                    true,
                    false,
                    false,
                    usual.sandboxReview(),
                    usual.productionReview(),
                    null,
                    null,
                    null);
        }

        @Test
        void is_not_remembered_when_its_transaction_is_rolled_back() {
            List<String> seen = new ArrayList<>();
            assertThatThrownBy(() -> database.run(tx -> {
                        Partner created = create("Never");
                        seen.add(created.id());
                        assertThat(partners.partnerOf(WorldId.MAIN, created.id()))
                                .isPresent();
                        throw new IllegalStateException("refused");
                    }))
                    .hasMessage("refused");
            assertThat(partners.partnerOf(WorldId.MAIN, seen.getFirst())).isEmpty();
        }
    }

    @Nested
    class Changed_settings {
        private final Partner partner = create("Harbour Payments");

        @Test
        void show_here_at_once_and_on_other_readers_of_the_database() {
            assertThat(partners.partnerOf(WorldId.MAIN, partner.id())).contains(partner);
            Partner changed = change("{\"flowdown_completed\": true}");
            assertThat(changed.settings().flowdownCompleted()).isTrue();
            assertThat(partners.partnerOf(WorldId.MAIN, partner.id())).contains(changed);
            assertThat(partners.find(WorldId.MAIN, partner.id())).contains(changed);
        }

        @Test
        void show_on_every_other_node() throws InterruptedException {
            try (Database elsewhere = Database.open(config, List.of());
                    Partners others = new Partners(elsewhere, clock, audit)) {
                assertThat(others.partnerOf(WorldId.MAIN, partner.id())).contains(partner);
                Partner changed = change("{\"flowdown_completed\": true}");
                Eventually.happens(
                        "the change shows",
                        () -> others.partnerOf(WorldId.MAIN, partner.id()).equals(Optional.of(changed)));
            }
        }

        @Test
        void are_on_record_with_contact_data_masked() {
            change("""
                    {"reseller": false, "technical_contact":
                      {"given_name": "Ada", "family_name": "Lovelace", "email": "ada@harbour.example"}}""");
            AuditEvent event = audit.timeline(WorldId.MAIN, partner.id()).getLast();
            assertThat(event.action()).isEqualTo("partner.settings_changed");
            assertThat(event.actor()).isEqualTo("token:tok_1");
            assertThat(event.requestId()).isEqualTo("4vXq2mZr8KcT1nW");
            assertThat(event.changes()).isEqualTo(Json.parse("""
                    {
                      "settings.reseller": {"before": true, "after": false},
                      "settings.technical_contact.given_name": {"before": null, "after": "A***"},
                      "settings.technical_contact.family_name": {"before": null, "after": "L***"},
                      "settings.technical_contact.email": {"before": null, "after": "a***@harbour.example"}
                    }"""));
        }

        @Test
        void that_are_the_same_leave_no_record() {
            change("{\"reseller\": true}");
            assertThat(actions()).containsExactly("partner.created");
        }

        @Test
        void that_break_a_rule_change_nothing() {
            assertThatThrownBy(() -> change("{\"reseller\": false, \"products\": [\"gold\"]}"))
                    .isInstanceOf(ProblemException.class);
            assertThat(partners.find(WorldId.MAIN, partner.id())).contains(partner);
            assertThat(actions()).containsExactly("partner.created");
        }

        @Test
        void of_nobody_are_refused() {
            assertThatThrownBy(() -> partners.changeSettings(WorldId.MAIN, "prt_none", Json.object(), OPERATOR))
                    .hasMessage("no partner prt_none");
        }

        private Partner change(String patch) {
            return partners.changeSettings(WorldId.MAIN, partner.id(), (ObjectNode) Json.parse(patch), OPERATOR);
        }

        private List<String> actions() {
            return audit.timeline(WorldId.MAIN, partner.id()).stream()
                    .map(AuditEvent::action)
                    .toList();
        }
    }

    @Nested
    class A_logo {
        private final Partner partner = create("Harbour Payments");
        private final List<Partner> told = new ArrayList<>();

        @Test
        void is_kept_and_told_inside_the_transaction() throws IOException {
            partners.onLogoGiven(given -> {
                assertThat(database.isInTransaction()).isTrue();
                told.add(given);
            });
            Partner changed = partners.giveLogo(WorldId.MAIN, partner.id(), png(1024), OPERATOR);
            assertThat(changed.hasLogo()).isTrue();
            assertThat(told).containsExactly(changed);
            assertThat(partners.find(WorldId.MAIN, partner.id())).contains(changed);
            assertThat(partners.partnerOf(WorldId.MAIN, partner.id())).contains(changed);
        }

        @Test
        void is_not_kept_when_whoever_is_told_fails() throws IOException {
            partners.onLogoGiven(given -> {
                throw new IllegalStateException("refused");
            });
            String png = png(1024);
            assertThatThrownBy(() -> partners.giveLogo(WorldId.MAIN, partner.id(), png, OPERATOR))
                    .hasMessage("refused");
            assertThat(partners.find(WorldId.MAIN, partner.id())).contains(partner);
        }

        @Test
        void of_another_size_or_kind_is_refused() throws IOException {
            String small = png(1);
            assertThatThrownBy(() -> partners.giveLogo(WorldId.MAIN, partner.id(), small, OPERATOR))
                    .hasMessage("logo: 1x1 pixels, not 1024x1024");
            assertThatThrownBy(() -> partners.giveLogo(WorldId.MAIN, partner.id(), "not base64!", OPERATOR))
                    .isInstanceOf(ProblemException.class);
        }

        @Test
        void can_be_removed_and_removing_none_is_fine() throws IOException {
            partners.giveLogo(WorldId.MAIN, partner.id(), png(1024), OPERATOR);
            assertThat(partners.removeLogo(WorldId.MAIN, partner.id(), OPERATOR))
                    .isEqualTo(partner);
            assertThat(partners.removeLogo(WorldId.MAIN, partner.id(), OPERATOR))
                    .isEqualTo(partner);
            assertThat(audit.timeline(WorldId.MAIN, partner.id()))
                    .extracting(AuditEvent::action)
                    .containsExactly("partner.created", "partner.logo_given", "partner.logo_removed");
        }

        @Test
        void is_on_record_by_its_fingerprint() throws IOException {
            partners.giveLogo(WorldId.MAIN, partner.id(), png(1024), OPERATOR);
            assertThat(audit.timeline(WorldId.MAIN, partner.id())
                            .getLast()
                            .changes()
                            .at("/logo/after")
                            .asText())
                    .matches("sha256:[0-9a-f]{16}");
        }

        private static String png(int side) throws IOException {
            ByteArrayOutputStream png = new ByteArrayOutputStream();
            ImageIO.write(new BufferedImage(side, side, BufferedImage.TYPE_BYTE_BINARY), "png", png);
            return Base64.getEncoder().encodeToString(png.toByteArray());
        }
    }

    @Nested
    class The_list {
        @Test
        void begins_with_the_oldest_and_comes_in_pages() {
            create("first");
            clock.advance(Duration.ofMinutes(1));
            Partner second = create("second");
            create("third, at the same instant");
            Page<Partner> page = partners.list(WorldId.MAIN, "", Optional.empty(), 1);
            assertThat(page.items()).extracting(Partner::name).containsExactly("first");
            assertThat(page.next()).isNotNull();
            ListKey afterFirst = new ListKey(
                    page.items().getLast().createdAt(), page.items().getLast().id());
            Page<Partner> rest = partners.list(WorldId.MAIN, "", Optional.of(afterFirst), 10);
            assertThat(rest.items())
                    .extracting(Partner::name)
                    .containsExactlyInAnyOrder(second.name(), "third, at the same instant");
            assertThat(rest.next()).isNull();
        }

        @Test
        void can_be_narrowed_by_a_part_of_the_name() {
            create("Harbour Payments");
            create("100% Safe_Bank");
            assertThat(names("harbour")).containsExactly("Harbour Payments");
            assertThat(names("%")).containsExactly("100% Safe_Bank");
            assertThat(names("nobody")).isEmpty();
        }

        private List<String> names(String part) {
            return partners.list(WorldId.MAIN, part, Optional.empty(), 10).items().stream()
                    .map(Partner::name)
                    .toList();
        }
    }

    private Partner create(String name) {
        return partners.create(WorldId.MAIN, name, PartnerSettings.DEFAULT, OPERATOR);
    }
}
