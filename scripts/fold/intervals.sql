-- Reporting interval of each device and day in minutes: the gap between consecutive readings of the day that most of its
-- gaps have. If the day has few gaps, none is in the majority, or it is no usual interval, the most frequent gap of all
-- the device's readings applies, or the day's if that is shorter. `day` is the day's first minute, counted in local time
-- from `local`, which is one minute earlier if times are ends of intervals.
CREATE OR REPLACE TABLE intervals AS
WITH timed AS (
  SELECT device, {{local}} - ({{local}}) % 1440 AS day, ({{local}}) % 1440 AS into_day,
    r.minute - lag(r.minute) OVER (PARTITION BY device ORDER BY r.minute) AS gap
  FROM readings AS r
),
counted AS (
  SELECT device, gap, count(*) AS times FROM timed WHERE gap IS NOT NULL GROUP BY device, gap
),
ranked AS (
  SELECT device, gap, sum(times) OVER (PARTITION BY device) AS known,
    row_number() OVER (PARTITION BY device ORDER BY times DESC, gap) AS place
  FROM counted
),
of_device AS (
  SELECT device, gap FROM ranked WHERE place = 1 AND known >= 2 AND gap IN (1, 5, 10, 15, 30, 60)
),
counted_by_day AS (
  SELECT device, day, gap, count(*) AS times FROM timed WHERE gap <= into_day GROUP BY device, day, gap
),
ranked_by_day AS (
  SELECT device, day, gap, times, sum(times) OVER (PARTITION BY device, day) AS known,
    row_number() OVER (PARTITION BY device, day ORDER BY times DESC, gap) AS place
  FROM counted_by_day
),
of_day AS (
  SELECT device, day, gap FROM ranked_by_day WHERE place = 1 AND known >= 6 AND times * 2 > known
),
days AS (
  SELECT DISTINCT device, day FROM timed
),
chosen AS (
  SELECT days.device, days.day,
    CASE WHEN of_day.gap IN (1, 5, 10, 15, 30, 60) OR of_day.gap < of_device.gap THEN of_day.gap
      ELSE of_device.gap END AS gap
  FROM days
  LEFT JOIN of_day ON days.device = of_day.device AND days.day = of_day.day
  LEFT JOIN of_device ON days.device = of_device.device
)
SELECT device, day, CAST(gap AS INTEGER) AS minutes FROM chosen WHERE gap IS NOT NULL
