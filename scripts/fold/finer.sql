-- Rows of raw files without the values of hours for which another file has the same parameter of the device at a shorter
-- interval: an hourly value among readings of five minutes is not one of them. `left_out` is the number of values without
-- which a row is left. A file that does not show a device's interval has that of its other devices, if they have only one.
CREATE OR REPLACE TABLE finer AS
WITH known AS (
  SELECT file, min(minutes) AS minutes FROM file_intervals GROUP BY file HAVING min(minutes) = max(minutes)
),
timed AS (
  SELECT s.*, coalesce(i.minutes, k.minutes) AS minutes, coalesce(i.begin, {{alone}}) AS begin
  FROM staged AS s
  LEFT JOIN file_intervals AS i ON s.file = i.file AND s.device = i.device AND s.minute = i.minute
  LEFT JOIN known AS k ON s.file = k.file
),
hours AS (
  SELECT file, device, begin - begin % 60 AS hour,
    min(CASE WHEN "tsp" IS NOT NULL THEN minutes END) AS "tsp",
    min(CASE WHEN "pm10" IS NOT NULL THEN minutes END) AS "pm10",
    min(CASE WHEN "pm25" IS NOT NULL THEN minutes END) AS "pm25",
    min(CASE WHEN "noise" IS NOT NULL THEN minutes END) AS "noise",
    min(CASE WHEN "temperature" IS NOT NULL THEN minutes END) AS "temperature",
    min(CASE WHEN "humidity" IS NOT NULL THEN minutes END) AS "humidity",
    min(CASE WHEN "wind-speed" IS NOT NULL THEN minutes END) AS "wind-speed",
    min(CASE WHEN "wind-direction" IS NOT NULL THEN minutes END) AS "wind-direction",
    min(CASE WHEN "pressure" IS NOT NULL THEN minutes END) AS "pressure"
  FROM timed WHERE minutes IS NOT NULL GROUP BY file, device, begin - begin % 60
),
shortest AS (
  SELECT device, hour,
    min("tsp") AS "tsp",
    min("pm10") AS "pm10",
    min("pm25") AS "pm25",
    min("noise") AS "noise",
    min("temperature") AS "temperature",
    min("humidity") AS "humidity",
    min("wind-speed") AS "wind-speed",
    min("wind-direction") AS "wind-direction",
    min("pressure") AS "pressure"
  FROM hours GROUP BY device, hour
),
compared AS (
  SELECT o.file, o.device, o.hour,
    coalesce(o."tsp" > a."tsp", false) AS "tsp",
    coalesce(o."pm10" > a."pm10", false) AS "pm10",
    coalesce(o."pm25" > a."pm25", false) AS "pm25",
    coalesce(o."noise" > a."noise", false) AS "noise",
    coalesce(o."temperature" > a."temperature", false) AS "temperature",
    coalesce(o."humidity" > a."humidity", false) AS "humidity",
    coalesce(o."wind-speed" > a."wind-speed", false) AS "wind-speed",
    coalesce(o."wind-direction" > a."wind-direction", false) AS "wind-direction",
    coalesce(o."pressure" > a."pressure", false) AS "pressure"
  FROM hours AS o JOIN shortest AS a ON o.device = a.device AND o.hour = a.hour
)
SELECT t.file, t."row", t.device, t.minute,
  CASE WHEN coalesce(c."tsp", false) THEN NULL ELSE t."tsp" END AS "tsp", t."tsp_flag",
  CASE WHEN coalesce(c."pm10", false) THEN NULL ELSE t."pm10" END AS "pm10", t."pm10_flag",
  CASE WHEN coalesce(c."pm25", false) THEN NULL ELSE t."pm25" END AS "pm25", t."pm25_flag",
  CASE WHEN coalesce(c."noise", false) THEN NULL ELSE t."noise" END AS "noise", t."noise_flag",
  CASE WHEN coalesce(c."temperature", false) THEN NULL ELSE t."temperature" END AS "temperature", t."temperature_flag",
  CASE WHEN coalesce(c."humidity", false) THEN NULL ELSE t."humidity" END AS "humidity", t."humidity_flag",
  CASE WHEN coalesce(c."wind-speed", false) THEN NULL ELSE t."wind-speed" END AS "wind-speed", t."wind-speed_flag",
  CASE WHEN coalesce(c."wind-direction", false) THEN NULL ELSE t."wind-direction" END AS "wind-direction", t."wind-direction_flag",
  CASE WHEN coalesce(c."pressure", false) THEN NULL ELSE t."pressure" END AS "pressure", t."pressure_flag",
  CASE WHEN c."tsp" AND t."tsp" IS NOT NULL THEN 1 ELSE 0 END
  + CASE WHEN c."pm10" AND t."pm10" IS NOT NULL THEN 1 ELSE 0 END
  + CASE WHEN c."pm25" AND t."pm25" IS NOT NULL THEN 1 ELSE 0 END
  + CASE WHEN c."noise" AND t."noise" IS NOT NULL THEN 1 ELSE 0 END
  + CASE WHEN c."temperature" AND t."temperature" IS NOT NULL THEN 1 ELSE 0 END
  + CASE WHEN c."humidity" AND t."humidity" IS NOT NULL THEN 1 ELSE 0 END
  + CASE WHEN c."wind-speed" AND t."wind-speed" IS NOT NULL THEN 1 ELSE 0 END
  + CASE WHEN c."wind-direction" AND t."wind-direction" IS NOT NULL THEN 1 ELSE 0 END
  + CASE WHEN c."pressure" AND t."pressure" IS NOT NULL THEN 1 ELSE 0 END AS left_out
FROM timed AS t
LEFT JOIN compared AS c ON t.file = c.file AND t.device = c.device AND t.begin - t.begin % 60 = c.hour
