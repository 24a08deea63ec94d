-- Creates end customers, each with an application name and a website of its own.
require "load"

local body = [[{
  "company_name": "Blue Water %s",
  "legal_entity_name": "Blue Water %s Limited",
  "website": "https://%s.bluewater.example",
  "application_name": "Blue Water %s",
  "is_diligence_attested": true,
  "address": {
    "street": "12 Harbour Street", "city": "New York", "region": "NY", "postal_code": "10004", "country_code": "US"
  },
  "customer_support_info": {
    "email": "help@bluewater.example", "phone_number": "+1 212 555 0142",
    "contact_url": "https://bluewater.example/contact", "link_update_url": "https://bluewater.example/banks"
  },
  "technical_contact": { "given_name": "Ada", "family_name": "Marsh", "email": "ada@bluewater.example" },
  "redirect_uris": ["https://app.bluewater.example/oauth"]
}]]

local run = os.getenv("RUN")
local made = 0

function request()
   made = made + 1
   local name = run .. "-" .. number .. "-" .. made
   return wrk.format(nil, "/beta/partner/customer/v1/create", nil, body:format(name, name, name, name))
end
