-- Daily means by device and day (Asia/Shanghai) from hourly means, if enough hours are known; also the number of known
-- hours and their maximum.
CREATE OR REPLACE TABLE daily AS
SELECT device, (minute + 480) - (minute + 480) % 1440 - 480 AS minute,
  CASE WHEN count("tsp") >= {{least_hours}} THEN avg("tsp") END AS "tsp",
  CAST(count("tsp") AS INTEGER) AS "tsp_hours", max("tsp") AS "tsp_highest",
  CASE WHEN count("pm10") >= {{least_hours}} THEN avg("pm10") END AS "pm10",
  CAST(count("pm10") AS INTEGER) AS "pm10_hours", max("pm10") AS "pm10_highest",
  CASE WHEN count("pm25") >= {{least_hours}} THEN avg("pm25") END AS "pm25",
  CAST(count("pm25") AS INTEGER) AS "pm25_hours", max("pm25") AS "pm25_highest",
  CASE WHEN count("noise") >= {{least_hours}} THEN 10 * log10(avg(power(10, "noise" / 10))) END AS "noise",
  CAST(count("noise") AS INTEGER) AS "noise_hours", max("noise") AS "noise_highest",
  CASE WHEN count("temperature") >= {{least_hours}} THEN avg("temperature") END AS "temperature",
  CAST(count("temperature") AS INTEGER) AS "temperature_hours", max("temperature") AS "temperature_highest",
  CASE WHEN count("humidity") >= {{least_hours}} THEN avg("humidity") END AS "humidity",
  CAST(count("humidity") AS INTEGER) AS "humidity_hours", max("humidity") AS "humidity_highest",
  CASE WHEN count("wind-speed") >= {{least_hours}} THEN avg("wind-speed") END AS "wind-speed",
  CAST(count("wind-speed") AS INTEGER) AS "wind-speed_hours", max("wind-speed") AS "wind-speed_highest",
  CASE WHEN count("wind-direction") >= {{least_hours}} THEN CASE WHEN sqrt(power(avg(sin(radians("wind-direction"))), 2) + power(avg(cos(radians("wind-direction"))), 2)) >= 1e-9
      THEN CAST(degrees(atan2(avg(sin(radians("wind-direction"))), avg(cos(radians("wind-direction"))))) + 360 AS DOUBLE) % 360 END END AS "wind-direction",
  CAST(count("wind-direction") AS INTEGER) AS "wind-direction_hours", max("wind-direction") AS "wind-direction_highest",
  CASE WHEN count("pressure") >= {{least_hours}} THEN avg("pressure") END AS "pressure",
  CAST(count("pressure") AS INTEGER) AS "pressure_hours", max("pressure") AS "pressure_highest"
FROM hourly
GROUP BY device, 2
ORDER BY device, 2
