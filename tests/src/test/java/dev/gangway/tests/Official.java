package dev.gangway.tests;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.Gson;
import com.plaid.client.model.BetaPartnerCustomerV1CreateRequest;
import com.plaid.client.model.BetaPartnerCustomerV1UpdateRequest;
import com.plaid.client.model.PartnerEndCustomerAddress;
import com.plaid.client.model.PartnerEndCustomerBankAddendumAcceptance;
import com.plaid.client.model.PartnerEndCustomerCRAPurposes;
import com.plaid.client.model.PartnerEndCustomerCRAQuestionnaire;
import com.plaid.client.model.PartnerEndCustomerCRAUseCase;
import com.plaid.client.model.PartnerEndCustomerCRAUseCases;
import com.plaid.client.model.PartnerEndCustomerCustomerSupportInfo;
import com.plaid.client.model.PartnerEndCustomerQuestionnaires;
import com.plaid.client.model.PlaidError;
import java.io.IOException;
import java.time.OffsetDateTime;
import retrofit2.Call;
import retrofit2.Response;

/// The official Java client's requests, calls and refusals.
final class Official {
    private Official() {}

    /// The answer of a call that succeeds.
    static <T> T call(Call<T> call) throws IOException {
        Response<T> response = call.execute();
        try (var error = response.errorBody()) {
            assertThat(response.isSuccessful())
                    .as(() -> error == null ? "" : text(error))
                    .isTrue();
        }
        return response.body();
    }

    /// The error of a call that is refused.
    static PlaidError refusal(Call<?> call) throws IOException {
        Response<?> response = call.execute();
        assertThat(response.isSuccessful()).as("refused").isFalse();
        try (var error = response.errorBody()) {
            return new Gson().fromJson(error.string(), PlaidError.class);
        }
    }

    private static String text(okhttp3.ResponseBody body) {
        try {
            return body.string();
        } catch (IOException gone) {
            return gone.toString();
        }
    }

    static BetaPartnerCustomerV1CreateRequest little(String applicationName) {
        return new BetaPartnerCustomerV1CreateRequest()
                .companyName("Blue Water")
                .website("https://"
                        + applicationName.toLowerCase(java.util.Locale.ROOT).replace(' ', '-') + ".example")
                .applicationName(applicationName)
                .address(new PartnerEndCustomerAddress().city("Paris").countryCode("FR"))
                .customerSupportInfo(new PartnerEndCustomerCustomerSupportInfo().email("help@bluewater.example"));
    }

    /// What the official client's update can give: the four documented fields.
    static BetaPartnerCustomerV1UpdateRequest rest(String customer) {
        PartnerEndCustomerCRAQuestionnaire cra = new PartnerEndCustomerCRAQuestionnaire()
                .isThirdPartyInvolved(false)
                .isTechnicalServiceProviderInvolved(true)
                .purposes(new PartnerEndCustomerCRAPurposes()
                        .EMPLOYMENT(new PartnerEndCustomerCRAUseCases()
                                .addUseCasesItem(PartnerEndCustomerCRAUseCase.CREDIT_UNDERWRITING)));
        return new BetaPartnerCustomerV1UpdateRequest()
                .endCustomerClientId(customer)
                .legalEntityName("Blue Water SA")
                .addRedirectUrisItem("https://bluewater.example/callback")
                .bankAddendumAcceptance(new PartnerEndCustomerBankAddendumAcceptance()
                        .customerAccepted(true)
                        .customerIpAddress("203.0.113.7")
                        .customerAgreementTimestamp(OffsetDateTime.parse("2026-01-31T10:00:00Z")))
                .questionnaires(new PartnerEndCustomerQuestionnaires().cra(cra));
    }
}
