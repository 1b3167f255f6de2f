-- POSTs prepared messages in turn. At the deadline it sends nothing more (an empty request), so that every message sent has its answer
-- counted before wrk closes the connections. Settings come by environment: KPS_MESSAGE, KPS_NUMBERS (files), KPS_TYPE, KPS_SECONDS.
local ffi = require("ffi")
ffi.cdef [[
  typedef struct { long seconds; long nanoseconds; } kps_time;
  int clock_gettime(int clock, kps_time *time);
]]

local monotonic = 1
local time = ffi.new("kps_time")

local function now()
  ffi.C.clock_gettime(monotonic, time)
  return tonumber(time.seconds) + tonumber(time.nanoseconds) * 1e-9
end

local messages = {}
local sent = 0
local deadline

function init(args)
  local file = assert(io.open(os.getenv("KPS_MESSAGE")))
  local template = file:read("*a")
  file:close()
  local headers = { ["Content-Type"] = os.getenv("KPS_TYPE"), ["Host"] = wrk.headers["Host"] }
  for number in io.lines(os.getenv("KPS_NUMBERS")) do
    local body = template:gsub("@number@", number):gsub("@serial@", string.format("%012d", #messages))
    messages[#messages + 1] = wrk.format("POST", nil, headers, body)
  end
end

function request()
  local at = now()
  deadline = deadline or at + tonumber(os.getenv("KPS_SECONDS"))
  if at >= deadline then
    return ""
  end
  sent = sent + 1
  return messages[(sent - 1) % #messages + 1]
end

function done(summary, latency, requests)
  local errors = summary.errors
  io.write(string.format(
    "RESULT %d %d %d %d %d\n",
    summary.requests,
    latency:percentile(50),
    latency:percentile(99),
    errors.status,
    errors.connect + errors.read + errors.write + errors.timeout))
end
