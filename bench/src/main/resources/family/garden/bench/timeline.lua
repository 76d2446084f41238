-- Another window of 400 days each time, so that no cached response helps.
local headers = { ["Authorization"] = "Bearer " .. os.getenv("BENCH_TOKEN") }
local offset = 0

request = function()
  offset = (offset + 1) % 200
  local from = os.time() - (100 + offset) * 86400
  return wrk.format("GET",
    "/api/timeline?from=" .. os.date("!%Y-%m-%d", from) ..
    "&to=" .. os.date("!%Y-%m-%d", from + 400 * 86400), headers)
end
