package dev.gangway.customer;

import static dev.gangway.customer.Refusal.ASSETS_UNDER_MANAGEMENT_REQUIRED;
import static dev.gangway.customer.Refusal.CONTACT_REQUIRED;
import static dev.gangway.customer.Refusal.FLOWDOWN_NOT_COMPLETE;
import static dev.gangway.customer.Refusal.INVALID_LOGO;
import static dev.gangway.customer.Refusal.INVALID_PRODUCT;
import static dev.gangway.customer.Refusal.LOGO_REQUIRED;
import static dev.gangway.customer.Refusal.NOT_A_RESELLER;
import static dev.gangway.customer.Refusal.QUESTIONNAIRE_NOT_COMPLETE;

import dev.gangway.customer.NewEndCustomer.Route;
import dev.gangway.lifecycle.Logo;
import dev.gangway.lifecycle.PartnerDefaults;
import dev.gangway.lifecycle.Profile;
import dev.gangway.lifecycle.Requirement;
import dev.gangway.lifecycle.Requirements;
import dev.gangway.partner.Partner;
import dev.gangway.partner.PartnerSettings;
import java.util.List;
import java.util.Optional;

/// The business rules of creating and changing an end customer, each in its place in the order of [Refusal]. Pure.
final class CustomerRules {
    private CustomerRules() {}

    /// What a partner must have done before it may create or enable anyone.
    static void requireAgreements(PartnerSettings partner) {
        refuseIf(!partner.flowdownCompleted(), FLOWDOWN_NOT_COMPLETE);
        refuseIf(!partner.questionnaireCompleted(), QUESTIONNAIRE_NOT_COMPLETE);
    }

    /// The rules that need nothing but the request and the partner.
    ///
    /// @return the checked logo, if one was given
    static Optional<byte[]> check(NewEndCustomer request, Partner partner) {
        PartnerSettings settings = partner.settings();
        requireLogo(request.linkCustomization(), request.logo().isPresent(), settings);
        Optional<byte[]> png = request.logo().map(CustomerRules::checkedLogo);
        if (request.route() == Route.CLASSIC) {
            refuseIf(!hasContacts(request.profile(), settings), CONTACT_REQUIRED);
            boolean assets = request.profile().json().has("assets_under_management");
            refuseIf(settings.monthlyServiceCommitment() && !assets, ASSETS_UNDER_MANAGEMENT_REQUIRED);
        }
        requireProducts(request.products(), settings);
        requireReseller(settings);
        return png;
    }

    static void requireLogo(boolean linkCustomization, boolean hasLogo, PartnerSettings partner) {
        refuseIf(linkCustomization && partner.coBrandedConsent() && !hasLogo, LOGO_REQUIRED);
    }

    static byte[] checkedLogo(String base64) {
        return switch (Logo.check(base64)) {
            case Logo.Accepted(byte[] png) -> png;
            case Logo.Refused(String reason) -> throw new RefusedException(INVALID_LOGO, reason);
        };
    }

    /// @throws RefusedException INVALID_PRODUCT with those that the partner does not have
    static void requireProducts(List<String> products, PartnerSettings partner) {
        List<String> foreign = products.stream()
                .filter(product -> !partner.products().contains(product))
                .distinct()
                .toList();
        if (!foreign.isEmpty()) {
            throw new RefusedException(INVALID_PRODUCT, foreign.toString());
        }
    }

    static void requireReseller(PartnerSettings partner) {
        refuseIf(!partner.reseller(), NOT_A_RESELLER);
    }

    private static boolean hasContacts(Profile profile, PartnerSettings partner) {
        PartnerDefaults defaults = Assessment.defaults(partner);
        return Requirements.isMet(Requirement.TECHNICAL_CONTACT, profile, defaults)
                && Requirements.isMet(Requirement.BILLING_CONTACT, profile, defaults);
    }

    private static void refuseIf(boolean broken, Refusal refusal) {
        if (broken) {
            throw new RefusedException(refusal);
        }
    }
}
