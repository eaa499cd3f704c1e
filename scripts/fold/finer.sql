-- Rows of raw files without the values of hours for which another file has the same parameter of the device at a shorter
-- interval: an hourly value among readings of five minutes is not one of them. If a file has a valid value of the whole
-- hour, and the shorter ones are too few for the mean of it, these are left out instead. `left_out` is the number of values
-- without which a row is left. A file that does not show a device's interval has that of its other devices, if they have
-- only one.
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
    bool_or("tsp_flag" IN ('N', 'S') AND nullif("tsp", 'NaN') IS NOT NULL AND minutes = 60) AS "tsp_whole",
    min(CASE WHEN "pm10" IS NOT NULL THEN minutes END) AS "pm10",
    bool_or("pm10_flag" IN ('N', 'S') AND nullif("pm10", 'NaN') IS NOT NULL AND minutes = 60) AS "pm10_whole",
    min(CASE WHEN "pm25" IS NOT NULL THEN minutes END) AS "pm25",
    bool_or("pm25_flag" IN ('N', 'S') AND nullif("pm25", 'NaN') IS NOT NULL AND minutes = 60) AS "pm25_whole",
    min(CASE WHEN "noise" IS NOT NULL THEN minutes END) AS "noise",
    bool_or("noise_flag" IN ('N', 'S') AND nullif("noise", 'NaN') IS NOT NULL AND minutes = 60) AS "noise_whole",
    min(CASE WHEN "temperature" IS NOT NULL THEN minutes END) AS "temperature",
    bool_or("temperature_flag" IN ('N', 'S') AND nullif("temperature", 'NaN') IS NOT NULL AND minutes = 60) AS "temperature_whole",
    min(CASE WHEN "humidity" IS NOT NULL THEN minutes END) AS "humidity",
    bool_or("humidity_flag" IN ('N', 'S') AND nullif("humidity", 'NaN') IS NOT NULL AND minutes = 60) AS "humidity_whole",
    min(CASE WHEN "wind-speed" IS NOT NULL THEN minutes END) AS "wind-speed",
    bool_or("wind-speed_flag" IN ('N', 'S') AND nullif("wind-speed", 'NaN') IS NOT NULL AND minutes = 60) AS "wind-speed_whole",
    min(CASE WHEN "wind-direction" IS NOT NULL THEN minutes END) AS "wind-direction",
    bool_or("wind-direction_flag" IN ('N', 'S') AND nullif("wind-direction", 'NaN') IS NOT NULL AND minutes = 60) AS "wind-direction_whole",
    min(CASE WHEN "pressure" IS NOT NULL THEN minutes END) AS "pressure",
    bool_or("pressure_flag" IN ('N', 'S') AND nullif("pressure", 'NaN') IS NOT NULL AND minutes = 60) AS "pressure_whole"
  FROM timed WHERE minutes IS NOT NULL GROUP BY file, device, begin - begin % 60
),
told AS (
  SELECT device, begin - begin % 60 AS hour, minute,
    min(CASE WHEN "tsp_flag" IN ('N', 'S') AND nullif("tsp", 'NaN') IS NOT NULL AND minutes < 60 THEN minutes END) AS "tsp",
    min(CASE WHEN "pm10_flag" IN ('N', 'S') AND nullif("pm10", 'NaN') IS NOT NULL AND minutes < 60 THEN minutes END) AS "pm10",
    min(CASE WHEN "pm25_flag" IN ('N', 'S') AND nullif("pm25", 'NaN') IS NOT NULL AND minutes < 60 THEN minutes END) AS "pm25",
    min(CASE WHEN "noise_flag" IN ('N', 'S') AND nullif("noise", 'NaN') IS NOT NULL AND minutes < 60 THEN minutes END) AS "noise",
    min(CASE WHEN "temperature_flag" IN ('N', 'S') AND nullif("temperature", 'NaN') IS NOT NULL AND minutes < 60 THEN minutes END) AS "temperature",
    min(CASE WHEN "humidity_flag" IN ('N', 'S') AND nullif("humidity", 'NaN') IS NOT NULL AND minutes < 60 THEN minutes END) AS "humidity",
    min(CASE WHEN "wind-speed_flag" IN ('N', 'S') AND nullif("wind-speed", 'NaN') IS NOT NULL AND minutes < 60 THEN minutes END) AS "wind-speed",
    min(CASE WHEN "wind-direction_flag" IN ('N', 'S') AND nullif("wind-direction", 'NaN') IS NOT NULL AND minutes < 60 THEN minutes END) AS "wind-direction",
    min(CASE WHEN "pressure_flag" IN ('N', 'S') AND nullif("pressure", 'NaN') IS NOT NULL AND minutes < 60 THEN minutes END) AS "pressure"
  FROM timed WHERE minutes < 60 GROUP BY device, begin - begin % 60, minute
),
suffices AS (
  SELECT device, hour,
    coalesce(sum("tsp"), 0) >= {{least_minutes}} AS "tsp",
    coalesce(sum("pm10"), 0) >= {{least_minutes}} AS "pm10",
    coalesce(sum("pm25"), 0) >= {{least_minutes}} AS "pm25",
    coalesce(sum("noise"), 0) >= {{least_minutes}} AS "noise",
    coalesce(sum("temperature"), 0) >= {{least_minutes}} AS "temperature",
    coalesce(sum("humidity"), 0) >= {{least_minutes}} AS "humidity",
    coalesce(sum("wind-speed"), 0) >= {{least_minutes}} AS "wind-speed",
    coalesce(sum("wind-direction"), 0) >= {{least_minutes}} AS "wind-direction",
    coalesce(sum("pressure"), 0) >= {{least_minutes}} AS "pressure"
  FROM told GROUP BY device, hour
),
shortest AS (
  SELECT device, hour,
    min("tsp") AS "tsp",
    bool_or("tsp" = 60 AND "tsp_whole") AS "tsp_whole",
    min("pm10") AS "pm10",
    bool_or("pm10" = 60 AND "pm10_whole") AS "pm10_whole",
    min("pm25") AS "pm25",
    bool_or("pm25" = 60 AND "pm25_whole") AS "pm25_whole",
    min("noise") AS "noise",
    bool_or("noise" = 60 AND "noise_whole") AS "noise_whole",
    min("temperature") AS "temperature",
    bool_or("temperature" = 60 AND "temperature_whole") AS "temperature_whole",
    min("humidity") AS "humidity",
    bool_or("humidity" = 60 AND "humidity_whole") AS "humidity_whole",
    min("wind-speed") AS "wind-speed",
    bool_or("wind-speed" = 60 AND "wind-speed_whole") AS "wind-speed_whole",
    min("wind-direction") AS "wind-direction",
    bool_or("wind-direction" = 60 AND "wind-direction_whole") AS "wind-direction_whole",
    min("pressure") AS "pressure",
    bool_or("pressure" = 60 AND "pressure_whole") AS "pressure_whole"
  FROM hours GROUP BY device, hour
),
compared AS (
  SELECT o.file, o.device, o.hour,
    coalesce(CASE WHEN a."tsp_whole" AND NOT s."tsp" THEN o."tsp" < 60 ELSE o."tsp" > a."tsp" END, false) AS "tsp",
    coalesce(CASE WHEN a."pm10_whole" AND NOT s."pm10" THEN o."pm10" < 60 ELSE o."pm10" > a."pm10" END, false) AS "pm10",
    coalesce(CASE WHEN a."pm25_whole" AND NOT s."pm25" THEN o."pm25" < 60 ELSE o."pm25" > a."pm25" END, false) AS "pm25",
    coalesce(CASE WHEN a."noise_whole" AND NOT s."noise" THEN o."noise" < 60 ELSE o."noise" > a."noise" END, false) AS "noise",
    coalesce(CASE WHEN a."temperature_whole" AND NOT s."temperature" THEN o."temperature" < 60 ELSE o."temperature" > a."temperature" END, false) AS "temperature",
    coalesce(CASE WHEN a."humidity_whole" AND NOT s."humidity" THEN o."humidity" < 60 ELSE o."humidity" > a."humidity" END, false) AS "humidity",
    coalesce(CASE WHEN a."wind-speed_whole" AND NOT s."wind-speed" THEN o."wind-speed" < 60 ELSE o."wind-speed" > a."wind-speed" END, false) AS "wind-speed",
    coalesce(CASE WHEN a."wind-direction_whole" AND NOT s."wind-direction" THEN o."wind-direction" < 60 ELSE o."wind-direction" > a."wind-direction" END, false) AS "wind-direction",
    coalesce(CASE WHEN a."pressure_whole" AND NOT s."pressure" THEN o."pressure" < 60 ELSE o."pressure" > a."pressure" END, false) AS "pressure"
  FROM hours AS o JOIN shortest AS a ON o.device = a.device AND o.hour = a.hour
  LEFT JOIN suffices AS s ON o.device = s.device AND o.hour = s.hour
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
