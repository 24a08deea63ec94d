package dev.gangway.bench;

import java.nio.charset.StandardCharsets;

/// A body of `create` as it usually comes.
final class SampleBody {
    private SampleBody() {}

    /// @param name of the application and the website, unique
    static byte[] create(String name) {
        return """
                {
                  "company_name": "Blue Water %1$s",
                  "legal_entity_name": "Blue Water %1$s Limited",
                  "website": "https://%1$s.bluewater.example",
                  "application_name": "Blue Water %1$s",
                  "is_diligence_attested": true,
                  "address": {
                    "street": "12 Harbour Street", "city": "New York", "region": "NY",
                    "postal_code": "10004", "country_code": "US"
                  },
                  "customer_support_info": {
                    "email": "help@bluewater.example", "phone_number": "+1 212 555 0142",
                    "contact_url": "https://bluewater.example/contact",
                    "link_update_url": "https://bluewater.example/banks"
                  },
                  "technical_contact": {
                    "given_name": "Ada", "family_name": "Marsh", "email": "ada@bluewater.example"
                  },
                  "redirect_uris": ["https://app.bluewater.example/oauth"]
                }
                """.formatted(name).getBytes(StandardCharsets.UTF_8);
    }
}
