-- Readings of one month from all files, without rows that have no value left (finer.sql). If a device has a minute twice, each parameter takes the value of the later
-- file, and within a file of the later row. NaN is a value marked as missing by its flag.
CREATE OR REPLACE TABLE readings AS
SELECT device, minute,
  nullif(max_by("tsp", said) FILTER (WHERE "tsp" IS NOT NULL), 'NaN') AS "tsp",
  max_by("tsp_flag", said) FILTER (WHERE "tsp" IS NOT NULL) AS "tsp_flag",
  nullif(max_by("pm10", said) FILTER (WHERE "pm10" IS NOT NULL), 'NaN') AS "pm10",
  max_by("pm10_flag", said) FILTER (WHERE "pm10" IS NOT NULL) AS "pm10_flag",
  nullif(max_by("pm25", said) FILTER (WHERE "pm25" IS NOT NULL), 'NaN') AS "pm25",
  max_by("pm25_flag", said) FILTER (WHERE "pm25" IS NOT NULL) AS "pm25_flag",
  nullif(max_by("noise", said) FILTER (WHERE "noise" IS NOT NULL), 'NaN') AS "noise",
  max_by("noise_flag", said) FILTER (WHERE "noise" IS NOT NULL) AS "noise_flag",
  nullif(max_by("temperature", said) FILTER (WHERE "temperature" IS NOT NULL), 'NaN') AS "temperature",
  max_by("temperature_flag", said) FILTER (WHERE "temperature" IS NOT NULL) AS "temperature_flag",
  nullif(max_by("humidity", said) FILTER (WHERE "humidity" IS NOT NULL), 'NaN') AS "humidity",
  max_by("humidity_flag", said) FILTER (WHERE "humidity" IS NOT NULL) AS "humidity_flag",
  nullif(max_by("wind-speed", said) FILTER (WHERE "wind-speed" IS NOT NULL), 'NaN') AS "wind-speed",
  max_by("wind-speed_flag", said) FILTER (WHERE "wind-speed" IS NOT NULL) AS "wind-speed_flag",
  nullif(max_by("wind-direction", said) FILTER (WHERE "wind-direction" IS NOT NULL), 'NaN') AS "wind-direction",
  max_by("wind-direction_flag", said) FILTER (WHERE "wind-direction" IS NOT NULL) AS "wind-direction_flag",
  nullif(max_by("pressure", said) FILTER (WHERE "pressure" IS NOT NULL), 'NaN') AS "pressure",
  max_by("pressure_flag", said) FILTER (WHERE "pressure" IS NOT NULL) AS "pressure_flag"
FROM (
  SELECT *, CAST(file AS BIGINT) * 4294967296 + "row" AS said FROM finer
  WHERE left_out = 0 OR coalesce("tsp", "pm10", "pm25", "noise", "temperature", "humidity", "wind-speed", "wind-direction", "pressure") IS NOT NULL
)
GROUP BY device, minute
ORDER BY device, minute
