-- Calls are pruned in the order of their ids, so the log needs no second index by time.
drop index gateway.call_at;
