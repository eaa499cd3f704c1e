-- Hourly means by device of values that count, if enough minutes of the hour are known. The flag is the most frequent one
-- of readings that do not count; N if there are none. If an hour has readings of several intervals, those of the shortest
-- count for each parameter.
CREATE OR REPLACE TABLE hourly AS
WITH timed AS (
  SELECT r.*, minutes, begin - begin % 60 AS hour FROM readings AS r JOIN intervals AS i ON r.device = i.device AND r.minute = i.minute
),
mixed AS (
  SELECT device, hour,
    min(CASE WHEN "tsp_flag" IS NOT NULL THEN minutes END) AS "tsp",
    min(CASE WHEN "pm10_flag" IS NOT NULL THEN minutes END) AS "pm10",
    min(CASE WHEN "pm25_flag" IS NOT NULL THEN minutes END) AS "pm25",
    min(CASE WHEN "noise_flag" IS NOT NULL THEN minutes END) AS "noise",
    min(CASE WHEN "temperature_flag" IS NOT NULL THEN minutes END) AS "temperature",
    min(CASE WHEN "humidity_flag" IS NOT NULL THEN minutes END) AS "humidity",
    min(CASE WHEN "wind-speed_flag" IS NOT NULL THEN minutes END) AS "wind-speed",
    min(CASE WHEN "wind-direction_flag" IS NOT NULL THEN minutes END) AS "wind-direction",
    min(CASE WHEN "pressure_flag" IS NOT NULL THEN minutes END) AS "pressure"
  FROM timed GROUP BY device, hour HAVING min(minutes) < max(minutes)
)
SELECT device, hour AS minute,
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
  SELECT t.device, t.hour, minutes,
    CASE WHEN t."tsp_flag" IN ('N', 'S') AND minutes <= coalesce(m."tsp", minutes) THEN t."tsp" END AS "tsp",
    CASE WHEN t."tsp_flag" NOT IN ('N', 'S') AND minutes <= coalesce(m."tsp", minutes) THEN t."tsp_flag" END AS "tsp_out",
    CASE WHEN t."pm10_flag" IN ('N', 'S') AND minutes <= coalesce(m."pm10", minutes) THEN t."pm10" END AS "pm10",
    CASE WHEN t."pm10_flag" NOT IN ('N', 'S') AND minutes <= coalesce(m."pm10", minutes) THEN t."pm10_flag" END AS "pm10_out",
    CASE WHEN t."pm25_flag" IN ('N', 'S') AND minutes <= coalesce(m."pm25", minutes) THEN t."pm25" END AS "pm25",
    CASE WHEN t."pm25_flag" NOT IN ('N', 'S') AND minutes <= coalesce(m."pm25", minutes) THEN t."pm25_flag" END AS "pm25_out",
    CASE WHEN t."noise_flag" IN ('N', 'S') AND minutes <= coalesce(m."noise", minutes) THEN t."noise" END AS "noise",
    CASE WHEN t."noise_flag" NOT IN ('N', 'S') AND minutes <= coalesce(m."noise", minutes) THEN t."noise_flag" END AS "noise_out",
    CASE WHEN t."temperature_flag" IN ('N', 'S') AND minutes <= coalesce(m."temperature", minutes) THEN t."temperature" END AS "temperature",
    CASE WHEN t."temperature_flag" NOT IN ('N', 'S') AND minutes <= coalesce(m."temperature", minutes) THEN t."temperature_flag" END AS "temperature_out",
    CASE WHEN t."humidity_flag" IN ('N', 'S') AND minutes <= coalesce(m."humidity", minutes) THEN t."humidity" END AS "humidity",
    CASE WHEN t."humidity_flag" NOT IN ('N', 'S') AND minutes <= coalesce(m."humidity", minutes) THEN t."humidity_flag" END AS "humidity_out",
    CASE WHEN t."wind-speed_flag" IN ('N', 'S') AND minutes <= coalesce(m."wind-speed", minutes) THEN t."wind-speed" END AS "wind-speed",
    CASE WHEN t."wind-speed_flag" NOT IN ('N', 'S') AND minutes <= coalesce(m."wind-speed", minutes) THEN t."wind-speed_flag" END AS "wind-speed_out",
    CASE WHEN t."wind-direction_flag" IN ('N', 'S') AND minutes <= coalesce(m."wind-direction", minutes) THEN t."wind-direction" END AS "wind-direction",
    CASE WHEN t."wind-direction_flag" NOT IN ('N', 'S') AND minutes <= coalesce(m."wind-direction", minutes) THEN t."wind-direction_flag" END AS "wind-direction_out",
    CASE WHEN t."pressure_flag" IN ('N', 'S') AND minutes <= coalesce(m."pressure", minutes) THEN t."pressure" END AS "pressure",
    CASE WHEN t."pressure_flag" NOT IN ('N', 'S') AND minutes <= coalesce(m."pressure", minutes) THEN t."pressure_flag" END AS "pressure_out"
  FROM timed AS t LEFT JOIN mixed AS m ON t.device = m.device AND t.hour = m.hour
)
GROUP BY device, hour
ORDER BY device, hour
