package dev.gangway.partner;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gangway.lifecycle.Contact;
import dev.gangway.lifecycle.ReviewPolicy;
import dev.gangway.lifecycle.SupportInfo;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What an operator decides about a partner. Its JSON form, in `snake_case`, is what the admin API shows and what
/// is stored.
///
/// @param reseller whether the partner routes are open to it at all
/// @param products which it may enable for end customers, by their names on the wire; never empty
/// @param flowdownCompleted without it, no end customer can be created or enabled
/// @param questionnaireCompleted the security questionnaire; likewise
/// @param coBrandedConsent end customers' consent panes show a logo, so a link customization needs one
/// @param monthlyServiceCommitment a classic create must say the assets under management
/// @param sandboxReview how end customers are reviewed in sandbox
/// @param productionReview how end customers are reviewed in production
/// @param technicalContact stands in where an end customer has none; complete, or null
/// @param billingContact likewise
/// @param customerSupportInfo likewise; any of its parts may be null
public record PartnerSettings(
        boolean reseller,
        List<String> products,
        boolean flowdownCompleted,
        boolean questionnaireCompleted,
        boolean coBrandedConsent,
        boolean monthlyServiceCommitment,
        ReviewPolicy sandboxReview,
        ReviewPolicy productionReview,
        @Nullable Contact technicalContact,
        @Nullable Contact billingContact,
        @Nullable SupportInfo customerSupportInfo) {

    /// What a new partner has unless told otherwise.
    public static final PartnerSettings DEFAULT = new PartnerSettings(
            true,
            Products.DEFAULT,
            false,
            false,
            false,
            false,
            ReviewPolicy.AUTO,
            ReviewPolicy.MANUAL,
            null,
            null,
            null);

    public PartnerSettings {
        products = List.copyOf(products);
    }

    /// These settings with a JSON merge patch (RFC 7396) applied: a member that is given replaces, an object merges,
    /// null clears a contact or the support info.
    ///
    /// @throws dev.gangway.base.ProblemException REQUEST_INVALID when the result breaks a rule, such as a
    ///     contact that is not complete, an unknown product, or a null where there must be a value
    public PartnerSettings patched(ObjectNode patch) {
        return SettingsRules.checked(SettingsPatch.apply(this, patch));
    }
}
