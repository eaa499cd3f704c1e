-- Interval in minutes that each reading stands for, and the minute at which it begins, by {{of}} (the columns that name a
-- series of readings). It is the gap on the side of the reading on which its interval lies (`own`: after a time that
-- begins it, before one that ends it) if that is steady, else the gap on the other side if that is. A gap is steady if it
-- is one of six equal ones in succession, or continues steady ones of the day: it is equal to the last or the next of them,
-- or, if these are equal, a multiple. Elsewhere, the shortest interval applies that the day shows in this way or by most of
-- its gaps. A gap that occurs so often is an interval if it is a usual one or shorter than the series' own interval, its
-- most frequent gap; otherwise that applies. `day` is the day's first minute, counted in local time, which is one minute
-- earlier if times are ends of intervals.
CREATE OR REPLACE TABLE {{into}} AS
WITH timed AS (
  SELECT {{of}}, minute, {{local}} - ({{local}}) % 1440 AS day, ({{local}}) % 1440 AS into_day,
    minute - lag(minute) OVER (PARTITION BY {{of}} ORDER BY minute) AS gap
  FROM (SELECT DISTINCT {{of}}, minute FROM {{readings}})
),
counted AS (
  SELECT {{of}}, gap, count(*) AS times FROM timed WHERE gap IS NOT NULL GROUP BY {{of}}, gap
),
ranked AS (
  SELECT {{of}}, gap, sum(times) OVER (PARTITION BY {{of}}) AS known,
    row_number() OVER (PARTITION BY {{of}} ORDER BY times DESC, gap) AS place
  FROM counted
),
of_series AS (
  SELECT {{of}}, gap AS usual FROM ranked WHERE place = 1 AND known >= 2 AND gap IN (1, 5, 10, 15, 30, 60)
),
counted_by_day AS (
  SELECT {{of}}, day, gap, count(*) AS times FROM timed WHERE gap <= into_day GROUP BY {{of}}, day, gap
),
ranked_by_day AS (
  SELECT {{of}}, day, gap, times, sum(times) OVER (PARTITION BY {{of}}, day) AS known,
    row_number() OVER (PARTITION BY {{of}}, day ORDER BY times DESC, gap) AS place
  FROM counted_by_day
),
of_day AS (
  SELECT {{of}}, day, gap AS most FROM ranked_by_day WHERE place = 1 AND known >= 6 AND times * 2 > known
),
compared AS (
  SELECT *, lag(gap) OVER (PARTITION BY {{of}} ORDER BY minute) AS gap_before FROM timed
),
numbered AS (
  SELECT *, sum(CASE WHEN gap = gap_before THEN 0 ELSE 1 END) OVER (PARTITION BY {{of}} ORDER BY minute) AS run FROM compared
),
measured AS (
  SELECT *, count(*) OVER (PARTITION BY {{of}}, run) AS alike FROM numbered
),
judged AS (
  SELECT {{of}}, minute, day, gap,
    CASE WHEN alike < 6 OR gap IS NULL THEN NULL WHEN gap IN (1, 5, 10, 15, 30, 60) OR gap < usual THEN gap ELSE usual END AS equal,
    CASE WHEN most IN (1, 5, 10, 15, 30, 60) OR most < usual THEN most ELSE usual END AS of_day
  FROM measured LEFT JOIN of_series USING ({{of}}) LEFT JOIN of_day USING ({{of}}, day)
),
beside AS (
  SELECT *,
    last_value(equal IGNORE NULLS) OVER (PARTITION BY {{of}}, day ORDER BY minute ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS last,
    first_value(equal IGNORE NULLS) OVER (PARTITION BY {{of}}, day ORDER BY minute ROWS BETWEEN CURRENT ROW AND UNBOUNDED FOLLOWING) AS next
  FROM judged
),
continued AS (
  SELECT {{of}}, minute, day, gap, of_day,
    CASE WHEN equal IS NOT NULL THEN equal WHEN gap = last OR gap = next THEN gap WHEN last = next AND gap % last = 0 THEN last END AS steady
  FROM beside
),
sided AS (
  SELECT *, lead(steady) OVER (PARTITION BY {{of}} ORDER BY minute) AS steady_after,
    min(steady) OVER (PARTITION BY {{of}}, day) AS shortest
  FROM continued
),
chosen AS (
  SELECT {{of}}, minute, gap,
    coalesce({{own}}, {{other}}, least(coalesce(shortest, of_day), coalesce(of_day, shortest))) AS minutes
  FROM sided
)
SELECT {{of}}, minute, CAST(minutes AS INTEGER) AS minutes, {{begin}} AS begin FROM chosen WHERE minutes IS NOT NULL
