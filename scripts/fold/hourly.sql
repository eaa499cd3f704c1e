-- Hourly means by device of values that count, if enough minutes of the hour are known. `begin` is the minute at which
-- a reading's interval begins: its time, or its time minus its interval. The flag is the most frequent one of readings
-- that do not count; N if there are none.
CREATE OR REPLACE TABLE hourly AS
SELECT device, begin - begin % 60 AS minute,
  CASE WHEN least(60, sum(CASE WHEN "tsp" IS NOT NULL THEN minutes ELSE 0 END)) >= {{least_minutes}} THEN avg("tsp") END AS "tsp",
  CAST(least(60, sum(CASE WHEN "tsp" IS NOT NULL THEN minutes ELSE 0 END)) AS INTEGER) AS "tsp_minutes",
  coalesce(mode("tsp_out"), 'N') AS "tsp_flag",
  CASE WHEN least(60, sum(CASE WHEN "pm10" IS NOT NULL THEN minutes ELSE 0 END)) >= {{least_minutes}} THEN avg("pm10") END AS "pm10",
  CAST(least(60, sum(CASE WHEN "pm10" IS NOT NULL THEN minutes ELSE 0 END)) AS INTEGER) AS "pm10_minutes",
  coalesce(mode("pm10_out"), 'N') AS "pm10_flag",
  CASE WHEN least(60, sum(CASE WHEN "pm25" IS NOT NULL THEN minutes ELSE 0 END)) >= {{least_minutes}} THEN avg("pm25") END AS "pm25",
  CAST(least(60, sum(CASE WHEN "pm25" IS NOT NULL THEN minutes ELSE 0 END)) AS INTEGER) AS "pm25_minutes",
  coalesce(mode("pm25_out"), 'N') AS "pm25_flag",
  CASE WHEN least(60, sum(CASE WHEN "noise" IS NOT NULL THEN minutes ELSE 0 END)) >= {{least_minutes}} THEN 10 * log10(avg(power(10, "noise" / 10))) END AS "noise",
  CAST(least(60, sum(CASE WHEN "noise" IS NOT NULL THEN minutes ELSE 0 END)) AS INTEGER) AS "noise_minutes",
  coalesce(mode("noise_out"), 'N') AS "noise_flag",
  CASE WHEN least(60, sum(CASE WHEN "temperature" IS NOT NULL THEN minutes ELSE 0 END)) >= {{least_minutes}} THEN avg("temperature") END AS "temperature",
  CAST(least(60, sum(CASE WHEN "temperature" IS NOT NULL THEN minutes ELSE 0 END)) AS INTEGER) AS "temperature_minutes",
  coalesce(mode("temperature_out"), 'N') AS "temperature_flag",
  CASE WHEN least(60, sum(CASE WHEN "humidity" IS NOT NULL THEN minutes ELSE 0 END)) >= {{least_minutes}} THEN avg("humidity") END AS "humidity",
  CAST(least(60, sum(CASE WHEN "humidity" IS NOT NULL THEN minutes ELSE 0 END)) AS INTEGER) AS "humidity_minutes",
  coalesce(mode("humidity_out"), 'N') AS "humidity_flag",
  CASE WHEN least(60, sum(CASE WHEN "wind-speed" IS NOT NULL THEN minutes ELSE 0 END)) >= {{least_minutes}} THEN avg("wind-speed") END AS "wind-speed",
  CAST(least(60, sum(CASE WHEN "wind-speed" IS NOT NULL THEN minutes ELSE 0 END)) AS INTEGER) AS "wind-speed_minutes",
  coalesce(mode("wind-speed_out"), 'N') AS "wind-speed_flag",
  CASE WHEN least(60, sum(CASE WHEN "wind-direction" IS NOT NULL THEN minutes ELSE 0 END)) >= {{least_minutes}} THEN CASE WHEN sqrt(power(avg(sin(radians("wind-direction"))), 2) + power(avg(cos(radians("wind-direction"))), 2)) >= 1e-9
      THEN CAST(degrees(atan2(avg(sin(radians("wind-direction"))), avg(cos(radians("wind-direction"))))) + 360 AS DOUBLE) % 360 END END AS "wind-direction",
  CAST(least(60, sum(CASE WHEN "wind-direction" IS NOT NULL THEN minutes ELSE 0 END)) AS INTEGER) AS "wind-direction_minutes",
  coalesce(mode("wind-direction_out"), 'N') AS "wind-direction_flag",
  CASE WHEN least(60, sum(CASE WHEN "pressure" IS NOT NULL THEN minutes ELSE 0 END)) >= {{least_minutes}} THEN avg("pressure") END AS "pressure",
  CAST(least(60, sum(CASE WHEN "pressure" IS NOT NULL THEN minutes ELSE 0 END)) AS INTEGER) AS "pressure_minutes",
  coalesce(mode("pressure_out"), 'N') AS "pressure_flag"
FROM (
  SELECT r.device, minutes, {{begin}} AS begin,
    CASE WHEN "tsp_flag" IN ('N', 'S') THEN "tsp" END AS "tsp",
    CASE WHEN "tsp_flag" NOT IN ('N', 'S') THEN "tsp_flag" END AS "tsp_out",
    CASE WHEN "pm10_flag" IN ('N', 'S') THEN "pm10" END AS "pm10",
    CASE WHEN "pm10_flag" NOT IN ('N', 'S') THEN "pm10_flag" END AS "pm10_out",
    CASE WHEN "pm25_flag" IN ('N', 'S') THEN "pm25" END AS "pm25",
    CASE WHEN "pm25_flag" NOT IN ('N', 'S') THEN "pm25_flag" END AS "pm25_out",
    CASE WHEN "noise_flag" IN ('N', 'S') THEN "noise" END AS "noise",
    CASE WHEN "noise_flag" NOT IN ('N', 'S') THEN "noise_flag" END AS "noise_out",
    CASE WHEN "temperature_flag" IN ('N', 'S') THEN "temperature" END AS "temperature",
    CASE WHEN "temperature_flag" NOT IN ('N', 'S') THEN "temperature_flag" END AS "temperature_out",
    CASE WHEN "humidity_flag" IN ('N', 'S') THEN "humidity" END AS "humidity",
    CASE WHEN "humidity_flag" NOT IN ('N', 'S') THEN "humidity_flag" END AS "humidity_out",
    CASE WHEN "wind-speed_flag" IN ('N', 'S') THEN "wind-speed" END AS "wind-speed",
    CASE WHEN "wind-speed_flag" NOT IN ('N', 'S') THEN "wind-speed_flag" END AS "wind-speed_out",
    CASE WHEN "wind-direction_flag" IN ('N', 'S') THEN "wind-direction" END AS "wind-direction",
    CASE WHEN "wind-direction_flag" NOT IN ('N', 'S') THEN "wind-direction_flag" END AS "wind-direction_out",
    CASE WHEN "pressure_flag" IN ('N', 'S') THEN "pressure" END AS "pressure",
    CASE WHEN "pressure_flag" NOT IN ('N', 'S') THEN "pressure_flag" END AS "pressure_out"
  FROM readings AS r JOIN intervals AS i ON r.device = i.device AND {{local}} - ({{local}}) % 1440 = i.day
)
GROUP BY device, begin - begin % 60
ORDER BY device, 2
