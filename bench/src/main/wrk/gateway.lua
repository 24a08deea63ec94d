-- Calls a gateway or a proxy with an access token, which those that fill a credential in replace.
require "load"

wrk.headers = {["Authorization"] = "Bearer " .. os.getenv("TOKEN")}
wrk.method = "GET"
