-- Gives end customers that exist another street and another redirect URI each time.
require "load"

local body = [[{
  "end_customer_client_id": "%s",
  "address": { "street": "%d Harbour Street" },
  "redirect_uris": ["https://app.bluewater.example/oauth/%d"]
}]]

local ids = customers()
local changes = 0
local next = 0

function init()
   next = number * math.floor(#ids / 4) -- away from the other thread
end

function request()
   changes = changes + 1
   next = next % #ids + 1
   return wrk.format(nil, "/beta/partner/customer/v1/update", nil, body:format(ids[next], changes, changes))
end
