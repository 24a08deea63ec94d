package dev.gangway.lifecycle;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gangway.base.Json;
import dev.gangway.base.MergePatch;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Everything known about an end customer, in the field names of the create request. Immutable and thread-safe.
/// A field that is not known is absent; none is ever null. The fields' types and formats have been checked at
/// the edge: one of another type than documented counts as absent here.
public final class Profile {
    /// The top-level fields of a profile, and so the ones that creating or updating an end customer can set.
    /// Credentials, products, the logo and its switch are in the same requests, but never in a profile.
    public static final Set<String> FIELDS = Set.of(
            "company_name",
            "legal_entity_name",
            "website",
            "application_name",
            "is_diligence_attested",
            "technical_contact",
            "billing_contact",
            "address",
            "customer_support_info",
            "bank_addendum_acceptance",
            "is_bank_addendum_completed",
            "questionnaires",
            "redirect_uris",
            "registration_number",
            "assets_under_management");

    public static final Profile EMPTY = new Profile(Json.object());

    private final ObjectNode fields;

    private Profile(ObjectNode fields) {
        this.fields = fields;
    }

    /// The profile in a request body or a stored document. What is not one of [#FIELDS] is left out, so a whole
    /// request body will do and its secret will not be kept.
    public static Profile of(ObjectNode document) {
        return EMPTY.merge(document);
    }

    /// This profile after an update (RFC 7396): a field that is present replaces, an object merges into the
    /// object that is there, an array replaces, null clears. What is not one of [#FIELDS] is left out.
    public Profile merge(ObjectNode update) {
        ObjectNode patch = Json.object();
        update.properties().stream()
                .filter(field -> FIELDS.contains(field.getKey()))
                .forEach(field -> patch.set(field.getKey(), field.getValue()));
        return new Profile(MergePatch.apply(fields, patch));
    }

    /// A copy of the whole profile, for storing and for answers.
    public ObjectNode json() {
        return fields.deepCopy();
    }

    public Optional<String> companyName() {
        return text("company_name");
    }

    public Optional<String> legalEntityName() {
        return text("legal_entity_name");
    }

    public Optional<String> applicationName() {
        return text("application_name");
    }

    /// The website's host in the one spelling that two customers can be compared by, such as `example.com`.
    /// Empty when there is no website or no host can be read from it.
    public Optional<String> websiteHost() {
        return text("website").flatMap(WebsiteHost::of);
    }

    /// The end customer's own technical contact as far as it is known; the partner's default is not looked at.
    public Optional<Contact> technicalContact() {
        return contact("technical_contact");
    }

    /// The end customer's own billing contact as far as it is known; the partner's default is not looked at.
    public Optional<Contact> billingContact() {
        return contact("billing_contact");
    }

    /// Whether both tell of the same company: equal legal entity name, website and company name. A review that
    /// has approved one has approved the other.
    public boolean hasIdentityOf(Profile other) {
        return identity().equals(other.identity());
    }

    private List<JsonNode> identity() {
        return List.of(at("legal_entity_name"), at("website"), at("company_name"));
    }

    private Optional<Contact> contact(String field) {
        return at(field) instanceof ObjectNode there
                ? Optional.of(new Contact(
                        there.path("given_name").textValue(),
                        there.path("family_name").textValue(),
                        there.path("email").textValue()))
                : Optional.empty();
    }

    /// A text that is there and not blank.
    Optional<String> text(String... path) {
        return Optional.ofNullable(at(path).textValue()).filter(text -> !text.isBlank());
    }

    /// The value at a path of field names; a missing node where there is none.
    JsonNode at(String... path) {
        JsonNode node = fields;
        for (String name : path) {
            node = node.path(name);
        }
        return node;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Profile that && fields.equals(that.fields);
    }

    @Override
    public int hashCode() {
        return fields.hashCode();
    }

    /// Names the fields that are there but not their values, which may be personal data.
    @Override
    public String toString() {
        return "Profile"
                + fields.properties().stream().map(field -> field.getKey()).toList();
    }
}
