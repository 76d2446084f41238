-- What a family does: mostly looking, sometimes booking.
local token = os.getenv("BENCH_TOKEN")
local headers = {
  ["Authorization"] = "Bearer " .. token,
  ["Content-Type"] = "application/json",
}

local function day(offset)
  return os.date("!%Y-%m-%d", os.time() + offset * 86400)
end

request = function()
  local kind = math.random(1, 20)
  local from = math.random(1, 900)
  if kind <= 12 then
    return wrk.format("GET",
      "/api/bookings/availability?startDate=" .. day(from) .. "&endDate=" .. day(from + 7), headers)
  elseif kind <= 16 then
    return wrk.format("GET", "/api/timeline?from=" .. day(from) .. "&to=" .. day(from + 42), headers)
  elseif kind <= 18 then
    return wrk.format("GET", "/api/bookings?size=20", headers)
  end
  local body = string.format(
    '{"startDate":"%s","endDate":"%s","bookingItems":[{"sleepingAccommodationId":"00000000-0000-4000-8000-0000000000%02d","personCount":1}]}',
    day(from), day(from + 2), math.random(1, 20))
  return wrk.format("POST", "/api/bookings", headers, body)
end
