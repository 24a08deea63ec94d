-- Reads end customers that exist, one after another.
require "load"

local requests = {}
local next = 0

function init()
   for at, id in ipairs(customers()) do
      local body = '{"end_customer_client_id": "' .. id .. '"}'
      requests[at] = wrk.format(nil, "/beta/partner/customer/v1/get", nil, body)
   end
   next = number * math.floor(#requests / 4) -- away from the other thread
end

function request()
   next = next % #requests + 1
   return requests[next]
end
