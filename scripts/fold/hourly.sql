-- Hourly means by device of values that count, if enough minutes of the hour are known. The flag is the most frequent one
-- of readings that do not count; N if there are none. If an hour has readings of several intervals, for each parameter
-- those of the shortest count, and each other one that lies within the hour and none of whose time is covered by a shorter
-- one. `first` is the minute at which a reading's interval begins; `begin` is no earlier than the end of the one before.
CREATE OR REPLACE TABLE hourly AS
WITH timed AS (
  SELECT r.*, minutes, begin - begin % 60 AS hour, {{first}} AS first FROM readings AS r JOIN intervals AS i ON r.device = i.device AND r.minute = i.minute
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
),
covered AS (
  SELECT t.device, t.minute,
    bool_or(s."tsp_flag" IS NOT NULL) AS "tsp",
    bool_or(s."pm10_flag" IS NOT NULL) AS "pm10",
    bool_or(s."pm25_flag" IS NOT NULL) AS "pm25",
    bool_or(s."noise_flag" IS NOT NULL) AS "noise",
    bool_or(s."temperature_flag" IS NOT NULL) AS "temperature",
    bool_or(s."humidity_flag" IS NOT NULL) AS "humidity",
    bool_or(s."wind-speed_flag" IS NOT NULL) AS "wind-speed",
    bool_or(s."wind-direction_flag" IS NOT NULL) AS "wind-direction",
    bool_or(s."pressure_flag" IS NOT NULL) AS "pressure"
  FROM timed AS t
  JOIN mixed AS m ON t.device = m.device AND t.hour = m.hour
  JOIN timed AS s ON t.device = s.device AND t.hour = s.hour
    AND s.minutes < t.minutes AND s.first < t.first + t.minutes AND t.first < s.first + s.minutes
  GROUP BY t.device, t.minute
)
SELECT device, hour AS minute,
  CASE WHEN least(60, sum(CASE WHEN "tsp" IS NOT NULL THEN minutes ELSE 0 END)) >= {{least_minutes}} THEN sum("tsp" * minutes) / sum(CASE WHEN "tsp" IS NOT NULL THEN minutes END) END AS "tsp",
  CAST(least(60, sum(CASE WHEN "tsp" IS NOT NULL THEN minutes ELSE 0 END)) AS INTEGER) AS "tsp_minutes",
  coalesce(mode("tsp_out"), 'N') AS "tsp_flag",
  CASE WHEN least(60, sum(CASE WHEN "pm10" IS NOT NULL THEN minutes ELSE 0 END)) >= {{least_minutes}} THEN sum("pm10" * minutes) / sum(CASE WHEN "pm10" IS NOT NULL THEN minutes END) END AS "pm10",
  CAST(least(60, sum(CASE WHEN "pm10" IS NOT NULL THEN minutes ELSE 0 END)) AS INTEGER) AS "pm10_minutes",
  coalesce(mode("pm10_out"), 'N') AS "pm10_flag",
  CASE WHEN least(60, sum(CASE WHEN "pm25" IS NOT NULL THEN minutes ELSE 0 END)) >= {{least_minutes}} THEN sum("pm25" * minutes) / sum(CASE WHEN "pm25" IS NOT NULL THEN minutes END) END AS "pm25",
  CAST(least(60, sum(CASE WHEN "pm25" IS NOT NULL THEN minutes ELSE 0 END)) AS INTEGER) AS "pm25_minutes",
  coalesce(mode("pm25_out"), 'N') AS "pm25_flag",
  CASE WHEN least(60, sum(CASE WHEN "noise" IS NOT NULL THEN minutes ELSE 0 END)) >= {{least_minutes}} THEN 10 * log10(sum(power(10, "noise" / 10) * minutes) / sum(CASE WHEN "noise" IS NOT NULL THEN minutes END)) END AS "noise",
  CAST(least(60, sum(CASE WHEN "noise" IS NOT NULL THEN minutes ELSE 0 END)) AS INTEGER) AS "noise_minutes",
  coalesce(mode("noise_out"), 'N') AS "noise_flag",
  CASE WHEN least(60, sum(CASE WHEN "temperature" IS NOT NULL THEN minutes ELSE 0 END)) >= {{least_minutes}} THEN sum("temperature" * minutes) / sum(CASE WHEN "temperature" IS NOT NULL THEN minutes END) END AS "temperature",
  CAST(least(60, sum(CASE WHEN "temperature" IS NOT NULL THEN minutes ELSE 0 END)) AS INTEGER) AS "temperature_minutes",
  coalesce(mode("temperature_out"), 'N') AS "temperature_flag",
  CASE WHEN least(60, sum(CASE WHEN "humidity" IS NOT NULL THEN minutes ELSE 0 END)) >= {{least_minutes}} THEN sum("humidity" * minutes) / sum(CASE WHEN "humidity" IS NOT NULL THEN minutes END) END AS "humidity",
  CAST(least(60, sum(CASE WHEN "humidity" IS NOT NULL THEN minutes ELSE 0 END)) AS INTEGER) AS "humidity_minutes",
  coalesce(mode("humidity_out"), 'N') AS "humidity_flag",
  CASE WHEN least(60, sum(CASE WHEN "wind-speed" IS NOT NULL THEN minutes ELSE 0 END)) >= {{least_minutes}} THEN sum("wind-speed" * minutes) / sum(CASE WHEN "wind-speed" IS NOT NULL THEN minutes END) END AS "wind-speed",
  CAST(least(60, sum(CASE WHEN "wind-speed" IS NOT NULL THEN minutes ELSE 0 END)) AS INTEGER) AS "wind-speed_minutes",
  coalesce(mode("wind-speed_out"), 'N') AS "wind-speed_flag",
  CASE WHEN least(60, sum(CASE WHEN "wind-direction" IS NOT NULL THEN minutes ELSE 0 END)) >= {{least_minutes}} THEN CASE WHEN sqrt(power((sum(sin(radians("wind-direction")) * minutes) / sum(CASE WHEN "wind-direction" IS NOT NULL THEN minutes END)), 2) + power((sum(cos(radians("wind-direction")) * minutes) / sum(CASE WHEN "wind-direction" IS NOT NULL THEN minutes END)), 2)) >= 1e-9
      THEN CAST(degrees(atan2((sum(sin(radians("wind-direction")) * minutes) / sum(CASE WHEN "wind-direction" IS NOT NULL THEN minutes END)), (sum(cos(radians("wind-direction")) * minutes) / sum(CASE WHEN "wind-direction" IS NOT NULL THEN minutes END)))) + 360 AS DOUBLE) % 360 END END AS "wind-direction",
  CAST(least(60, sum(CASE WHEN "wind-direction" IS NOT NULL THEN minutes ELSE 0 END)) AS INTEGER) AS "wind-direction_minutes",
  coalesce(mode("wind-direction_out"), 'N') AS "wind-direction_flag",
  CASE WHEN least(60, sum(CASE WHEN "pressure" IS NOT NULL THEN minutes ELSE 0 END)) >= {{least_minutes}} THEN sum("pressure" * minutes) / sum(CASE WHEN "pressure" IS NOT NULL THEN minutes END) END AS "pressure",
  CAST(least(60, sum(CASE WHEN "pressure" IS NOT NULL THEN minutes ELSE 0 END)) AS INTEGER) AS "pressure_minutes",
  coalesce(mode("pressure_out"), 'N') AS "pressure_flag"
FROM (
  SELECT t.device, t.hour, minutes,
    CASE WHEN t."tsp_flag" IN ('N', 'S') AND (m."tsp" IS NULL OR minutes = m."tsp" OR (is_within AND NOT coalesce(c."tsp", false))) THEN t."tsp" END AS "tsp",
    CASE WHEN t."tsp_flag" NOT IN ('N', 'S') AND (m."tsp" IS NULL OR minutes = m."tsp" OR (is_within AND NOT coalesce(c."tsp", false))) THEN t."tsp_flag" END AS "tsp_out",
    CASE WHEN t."pm10_flag" IN ('N', 'S') AND (m."pm10" IS NULL OR minutes = m."pm10" OR (is_within AND NOT coalesce(c."pm10", false))) THEN t."pm10" END AS "pm10",
    CASE WHEN t."pm10_flag" NOT IN ('N', 'S') AND (m."pm10" IS NULL OR minutes = m."pm10" OR (is_within AND NOT coalesce(c."pm10", false))) THEN t."pm10_flag" END AS "pm10_out",
    CASE WHEN t."pm25_flag" IN ('N', 'S') AND (m."pm25" IS NULL OR minutes = m."pm25" OR (is_within AND NOT coalesce(c."pm25", false))) THEN t."pm25" END AS "pm25",
    CASE WHEN t."pm25_flag" NOT IN ('N', 'S') AND (m."pm25" IS NULL OR minutes = m."pm25" OR (is_within AND NOT coalesce(c."pm25", false))) THEN t."pm25_flag" END AS "pm25_out",
    CASE WHEN t."noise_flag" IN ('N', 'S') AND (m."noise" IS NULL OR minutes = m."noise" OR (is_within AND NOT coalesce(c."noise", false))) THEN t."noise" END AS "noise",
    CASE WHEN t."noise_flag" NOT IN ('N', 'S') AND (m."noise" IS NULL OR minutes = m."noise" OR (is_within AND NOT coalesce(c."noise", false))) THEN t."noise_flag" END AS "noise_out",
    CASE WHEN t."temperature_flag" IN ('N', 'S') AND (m."temperature" IS NULL OR minutes = m."temperature" OR (is_within AND NOT coalesce(c."temperature", false))) THEN t."temperature" END AS "temperature",
    CASE WHEN t."temperature_flag" NOT IN ('N', 'S') AND (m."temperature" IS NULL OR minutes = m."temperature" OR (is_within AND NOT coalesce(c."temperature", false))) THEN t."temperature_flag" END AS "temperature_out",
    CASE WHEN t."humidity_flag" IN ('N', 'S') AND (m."humidity" IS NULL OR minutes = m."humidity" OR (is_within AND NOT coalesce(c."humidity", false))) THEN t."humidity" END AS "humidity",
    CASE WHEN t."humidity_flag" NOT IN ('N', 'S') AND (m."humidity" IS NULL OR minutes = m."humidity" OR (is_within AND NOT coalesce(c."humidity", false))) THEN t."humidity_flag" END AS "humidity_out",
    CASE WHEN t."wind-speed_flag" IN ('N', 'S') AND (m."wind-speed" IS NULL OR minutes = m."wind-speed" OR (is_within AND NOT coalesce(c."wind-speed", false))) THEN t."wind-speed" END AS "wind-speed",
    CASE WHEN t."wind-speed_flag" NOT IN ('N', 'S') AND (m."wind-speed" IS NULL OR minutes = m."wind-speed" OR (is_within AND NOT coalesce(c."wind-speed", false))) THEN t."wind-speed_flag" END AS "wind-speed_out",
    CASE WHEN t."wind-direction_flag" IN ('N', 'S') AND (m."wind-direction" IS NULL OR minutes = m."wind-direction" OR (is_within AND NOT coalesce(c."wind-direction", false))) THEN t."wind-direction" END AS "wind-direction",
    CASE WHEN t."wind-direction_flag" NOT IN ('N', 'S') AND (m."wind-direction" IS NULL OR minutes = m."wind-direction" OR (is_within AND NOT coalesce(c."wind-direction", false))) THEN t."wind-direction_flag" END AS "wind-direction_out",
    CASE WHEN t."pressure_flag" IN ('N', 'S') AND (m."pressure" IS NULL OR minutes = m."pressure" OR (is_within AND NOT coalesce(c."pressure", false))) THEN t."pressure" END AS "pressure",
    CASE WHEN t."pressure_flag" NOT IN ('N', 'S') AND (m."pressure" IS NULL OR minutes = m."pressure" OR (is_within AND NOT coalesce(c."pressure", false))) THEN t."pressure_flag" END AS "pressure_out"
  FROM (SELECT *, first >= hour AND first + minutes <= hour + 60 AS is_within FROM timed) AS t
  LEFT JOIN mixed AS m ON t.device = m.device AND t.hour = m.hour
  LEFT JOIN covered AS c ON t.device = c.device AND t.minute = c.minute
)
GROUP BY device, hour
ORDER BY device, hour
