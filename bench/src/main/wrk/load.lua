-- What all loads share: credentials from the environment, and one line of JSON at the end, which Wrk reads.

wrk.method = "POST"
wrk.headers["Content-Type"] = "application/json"
wrk.headers["PLAID-CLIENT-ID"] = os.getenv("PLAID_CLIENT_ID")
wrk.headers["PLAID-SECRET"] = os.getenv("PLAID_SECRET_SANDBOX")

local threads = 0

-- Numbers the threads from 1, so that each has work of its own.
function setup(thread)
   threads = threads + 1
   thread:set("number", threads)
end

-- The client ids of customers that exist, one a line in the file CUSTOMERS.
function customers()
   local ids = {}
   for id in io.lines(os.getenv("CUSTOMERS")) do
      ids[#ids + 1] = id
   end
   return ids
end

function done(summary, latency)
   local errors = summary.errors
   local failed = errors.connect + errors.read + errors.write + errors.timeout + errors.status
   io.write(string.format(
      '\nJSON {"requests":%d,"microseconds":%d,"failed":%d,"p50":%d,"p99":%d}\n',
      summary.requests, summary.duration, failed, latency:percentile(50), latency:percentile(99)))
end
