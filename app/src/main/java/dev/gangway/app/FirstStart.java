package dev.gangway.app;

import dev.gangway.access.AccessTokens;
import dev.gangway.access.OneTimeLinks;
import dev.gangway.access.TokenScope;
import dev.gangway.allowance.Limits;
import dev.gangway.base.Actor;
import dev.gangway.base.Environment;
import dev.gangway.base.Secret;
import dev.gangway.base.WorldId;
import dev.gangway.gateway.ConnectionDraft;
import dev.gangway.gateway.Gateway;
import dev.gangway.partner.Partner;
import dev.gangway.partner.PartnerSettings;
import dev.gangway.partner.Partners;
import dev.gangway.provider.Providers;
import java.util.Map;
import java.util.Optional;

/// What a first start on an empty installation leaves for its user: in mode local a demo partner with keys for
/// both environments, in every mode a first access token.
public record FirstStart(
        GangwayConfig config, Partners partners, AccessTokens tokens, OneTimeLinks links, Gateway gateway) {
    private static final WorldId WORLD = WorldId.MAIN;
    private static final String CLIENT_ID = "clientId"; // as our own document calls its credentials
    private static final String SECRET = "secret";

    /// What was made, shown once.
    public record Demo(String clientId, Secret sandbox, Secret production, Secret token) {}

    /// Makes the demo partner and a token if nobody has any; empty on every later start.
    public Optional<Demo> demo() {
        if (config.mode() == Mode.PRODUCTION
                || !partners.list(WORLD, "", Optional.empty(), 1).items().isEmpty()) {
            return Optional.empty();
        }
        Partner partner = partners.create(WORLD, "Demo Partner", settings(), Actor.SYSTEM);
        Secret sandbox = partners.issueKey(WORLD, partner.id(), Environment.SANDBOX, Actor.SYSTEM)
                .secret();
        Secret production = partners.issueKey(WORLD, partner.id(), Environment.PRODUCTION, Actor.SYSTEM)
                .secret();
        connect("local-sandbox", "sandbox", partner.clientId(), sandbox);
        connect("local-production", "production", partner.clientId(), production);
        return Optional.of(new Demo(partner.clientId(), sandbox, production, token("first start")));
    }

    /// What the explorer sends with from the first minute on.
    private void connect(String name, String environment, String clientId, Secret secret) {
        gateway.put(
                WORLD,
                name,
                new ConnectionDraft(
                        Providers.PARTNER,
                        "",
                        environment,
                        Map.of(CLIENT_ID, new Secret(clientId), SECRET, secret),
                        null,
                        Limits.NONE,
                        null,
                        true),
                Actor.SYSTEM);
    }

    /// In mode production: the first access token, if there is none.
    Optional<Secret> firstToken() {
        return config.mode() == Mode.PRODUCTION
                        && tokens.list(WORLD, Optional.empty(), 1).items().isEmpty()
                ? Optional.of(token("first start"))
                : Optional.empty();
    }

    private Secret token(String name) {
        return tokens.create(WORLD, name, TokenScope.FULL, null, Actor.SYSTEM).text();
    }

    /// A link that signs a browser in, once, within 24 hours.
    public Secret link() {
        return links.create(WORLD);
    }

    /// The demo partner has done everything that a partner must do first.
    private static PartnerSettings settings() {
        PartnerSettings usual = PartnerSettings.DEFAULT;
        return new PartnerSettings(
                usual.reseller(),
                usual.products(),
                true,
                true,
                usual.coBrandedConsent(),
                usual.monthlyServiceCommitment(),
                usual.sandboxReview(),
                usual.productionReview(),
                usual.technicalContact(),
                usual.billingContact(),
                usual.customerSupportInfo());
    }
}
