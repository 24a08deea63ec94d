package dev.gangway.web;

import dev.gangway.base.Answer;

/// The first page: what this is, where official clients find it, a call to try, and who is signed in.
///
/// @param url the base address of this server, as this browser reaches it
/// @param signedIn whether this browser is
record WelcomePage(String url, boolean signedIn) {
    Answer answer() {
        return Layout.page(200, "Welcome aboard", Html.of("""
                <p class="lead">Gangway onboards the end customers of a reseller. It answers the partner API of Plaid, keeps
                what is still due for each customer, has a person or a policy review it, registers it with banks, and says by
                webhook what has changed.</p>
                %s
                <h2>Point your client here</h2>
                <p>Official Plaid clients work unchanged; give them this base URL.</p>
                <pre tabindex="0" aria-label="Base URL"><code>%s</code></pre>
                %s%s""", session(), url, firstCall(), further()));
    }

    private Html session() {
        return signedIn ? new Html("""
                        <form class="session" method="post" action="/sign-out"><p role="status">This browser is signed in.</p>
                        <button>Sign out</button></form>
                        """) : new Html("""
                        <p class="session" role="status">This browser is not signed in. <span class="note">The first start
                        prints a link that signs it in.</span></p>
                        """);
    }

    private Html firstCall() {
        return Html.of("""
                <h2>Create an end customer</h2>
                <p>In mode local, <code>demo.env</code> in the data folder holds keys to try it with; every start prints where
                it is. Read it into your shell first, with <code>set -a; . …/demo.env; set +a</code></p>
                <pre tabindex="0" aria-label="A call with curl"><code>curl %s/beta/partner/customer/v1/create \\
                  -H 'Content-Type: application/json' \\
                  -H "PLAID-CLIENT-ID: $PLAID_CLIENT_ID" \\
                  -H "PLAID-SECRET: $PLAID_SECRET_SANDBOX" \\
                  -d '{
                    "company_name": "Blue Water",
                    "website": "https://bluewater.example",
                    "application_name": "Blue Water App",
                    "address": {"city": "Paris", "country_code": "FR"},
                    "customer_support_info": {"email": "help@bluewater.example"}
                  }'</code></pre>
                """, url);
    }

    private static Html further() {
        return new Html("""
                <h2>Go on</h2>
                <ul class="further">
                <li><a href="/docs">Reference</a> <span class="note">operations and requirements</span></li>
                <li><a href="/docs/errors">Errors</a> <span class="note">each with its code and message</span></li>
                <li><a href="/openapi/partner-api.yaml">partner-api.yaml</a> <span class="note">OpenAPI, for resellers</span></li>
                <li><a href="/openapi/admin-api.yaml">admin-api.yaml</a> <span class="note">OpenAPI, for operators</span></li>
                <li><a href="/health/ready">Health</a> <span class="note">whether requests can be served now</span></li>
                </ul>
                """);
    }
}
