-- Readers of a site for wrk: the front page, a story, one of its claims, the story as JSON and the style sheet in turns, each reader a request every 20 to 80 ms.
--   wrk -t1 -c50 -d30s --latency -s bench/pages.lua http://127.0.0.1:5080 -- STORY CLAIM
local paths, at = {}, 0

function init(args)
  local story, claim = args[1], args[2]
  paths = { "/", "/stories/" .. story .. "/", "/stories/" .. story .. "/claims/" .. claim .. "/", "/api/v1/stories/" .. story, "/assets/style.css" }
  math.randomseed(1)
end

function request()
  at = at % #paths + 1
  return wrk.format("GET", paths[at], { ["Accept-Encoding"] = "br, gzip" })
end

function delay()
  return math.random(20, 80)
end
