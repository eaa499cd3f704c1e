-- Reporting interval of each device in minutes: the most frequent gap between consecutive readings.
CREATE OR REPLACE TABLE intervals AS
WITH gaps AS (
  SELECT device, minute - lag(minute) OVER (PARTITION BY device ORDER BY minute) AS gap FROM readings
),
counted AS (
  SELECT device, gap, count(*) AS times FROM gaps WHERE gap IS NOT NULL GROUP BY device, gap
),
ranked AS (
  SELECT device, gap, sum(times) OVER (PARTITION BY device) AS known,
    row_number() OVER (PARTITION BY device ORDER BY times DESC, gap) AS place
  FROM counted
)
SELECT device, CAST(gap AS INTEGER) AS minutes FROM ranked
WHERE place = 1 AND known >= 2 AND gap IN (1, 5, 10, 15, 30, 60)
