package dev.gangway.app;

import dev.gangway.base.Secret;
import java.lang.management.ManagementFactory;
import java.util.Locale;
import java.util.Optional;

/// What `up` prints once it serves.
final class Banner {
    private Banner() {}

    /// The address to show: the public one, or the one that is listened on.
    static String address(GangwayConfig config, int port) {
        String host = config.edge().host();
        String shown = host.equals("0.0.0.0") || host.equals("::") ? "localhost" : host;
        return config.publicUrl()
                .map(url -> url.toString())
                .orElse("http://" + (shown.contains(":") ? "[" + shown + "]" : shown) + ":" + port);
    }

    static String text(
            GangwayConfig config,
            String url,
            Optional<FirstStart.Demo> demo,
            Optional<Secret> link,
            Optional<Secret> token) {
        double seconds = ManagementFactory.getRuntimeMXBean().getUptime() / 1000.0;
        StringBuilder text = new StringBuilder();
        text.append("""

                  Gangway %s is up at %s  (%s, %.1f s)
                """.formatted(Version.text(), url, config.mode().name().toLowerCase(Locale.ROOT), seconds));
        link.ifPresent(code -> text.append("""

                  Open        %s/sign-in/%s
                              once, within 24 hours
                """.formatted(url, code.reveal())));
        token.ifPresent(first -> text.append("""

                  First access token, shown once:
                              %s
                """.formatted(first.reveal())));
        if (config.mode() == Mode.LOCAL) {
            text.append(tryIt(config, demo.isPresent()));
        }
        text.append("""

                  Docs        %1$s/docs     Logs  %2$s
                  Stop        Ctrl-C

                """.formatted(url, config.home().resolve("logs/gangway.log")));
        return text.toString();
    }

    private static String tryIt(GangwayConfig config, boolean fresh) {
        return """

                  Demo keys   %s%s

                  Create an end customer:

                    set -a; . %s; set +a
                    curl $PLAID_BASE_URL/beta/partner/customer/v1/create -H 'Content-Type: application/json' \\
                      -H "PLAID-CLIENT-ID: $PLAID_CLIENT_ID" -H "PLAID-SECRET: $PLAID_SECRET_SANDBOX" -d '{
                        "company_name": "Blue Water", "website": "https://bluewater.example",
                        "application_name": "Blue Water App", "address": {"city": "Paris", "country_code": "FR"},
                        "customer_support_info": {"email": "help@bluewater.example"}}'
                """.formatted(
                        config.home().resolve("demo.env"),
                        fresh ? "  (just made)" : "",
                        config.home().resolve("demo.env"));
    }
}
