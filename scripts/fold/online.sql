-- By device and day (Asia/Shanghai): number of hours with a dust mean, first and last hour with any report, and whether
-- a reading was flagged as a calibration. Devices without known hours are absent.
CREATE OR REPLACE TABLE online AS
WITH hours AS (
  SELECT device, minute + 480 AS local, "tsp" IS NOT NULL OR "pm10" IS NOT NULL OR "pm25" IS NOT NULL AS valid FROM hourly
),
calibrations AS (
  SELECT DISTINCT device, (minute + 480 - (minute + 480) % 1440) / 1440 AS day FROM readings
  WHERE 'C' IN ("tsp_flag", "pm10_flag", "pm25_flag", "noise_flag", "temperature_flag", "humidity_flag", "wind-speed_flag",
    "wind-direction_flag", "pressure_flag")
),
days AS (
  SELECT device, (local - local % 1440) / 1440 AS day, sum(CASE WHEN valid THEN 1 ELSE 0 END) AS valid,
    min(local % 1440) / 60 AS first_hour, max(local % 1440) / 60 AS last_hour
  FROM hours GROUP BY device, (local - local % 1440) / 1440
)
SELECT d.device, CAST(d.day AS INTEGER) AS day, CAST(d.valid AS INTEGER) AS valid, CAST(d.first_hour AS INTEGER) AS first_hour,
  CAST(d.last_hour AS INTEGER) AS last_hour, c.device IS NOT NULL AS calibrated
FROM days AS d LEFT JOIN calibrations AS c ON d.device = c.device AND d.day = c.day
ORDER BY d.device, d.day
