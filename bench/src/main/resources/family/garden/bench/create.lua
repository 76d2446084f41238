-- A booking of one night in a random place; each connection books on its own.
local token = os.getenv("BENCH_TOKEN")
local headers = {
  ["Authorization"] = "Bearer " .. token,
  ["Content-Type"] = "application/json",
}

function init(args)
  math.randomseed(os.time() + os.clock() * 1000000)
end

request = function()
  local night = os.time() + math.random(1, 1800) * 86400
  local body = string.format(
    '{"startDate":"%s","endDate":"%s","bookingItems":[{"sleepingAccommodationId":"00000000-0000-4000-8000-0000000000%02d","personCount":1}]}',
    os.date("!%Y-%m-%d", night), os.date("!%Y-%m-%d", night + 86400), math.random(1, 20))
  return wrk.format("POST", nil, headers, body)
end
