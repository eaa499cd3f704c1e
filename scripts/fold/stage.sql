-- Turns the rows of one raw file, all cells as text, into readings by device and minute since 1970 (UTC), with file and
-- row, so that later ones can override earlier ones. Parts in double braces are filled in for each file.
WITH raw AS (
  SELECT row_number() OVER () AS "row", * FROM {{source}}
),
said AS (
  SELECT "row", trim({{time}}) AS time_text, trim({{device}}) AS device,
    {{values}}
  FROM raw
),
-- 2022-10-01 08:15, 2022/10/1 8:15:00, 2022年10月1日8时15分; 20221001081500 (HJ 212); 44835.34375 (spreadsheet serial).
parts AS (
  SELECT *,
    regexp_extract(time_text, '^(20[0-9]{2})[^0-9]([0-9]{1,2})[^0-9]([0-9]{1,2})', 1) AS y,
    regexp_extract(time_text, '^(20[0-9]{2})[^0-9]([0-9]{1,2})[^0-9]([0-9]{1,2})', 2) AS m,
    regexp_extract(time_text, '^(20[0-9]{2})[^0-9]([0-9]{1,2})[^0-9]([0-9]{1,2})', 3) AS d,
    regexp_extract(time_text, '^20[0-9]{2}[^0-9][0-9]{1,2}[^0-9][0-9]{1,2}(?:日[ T]*|[ T]+)([0-9]{1,2})[:时点]?([0-9]{0,2})', 1) AS h,
    regexp_extract(time_text, '^20[0-9]{2}[^0-9][0-9]{1,2}[^0-9][0-9]{1,2}(?:日[ T]*|[ T]+)([0-9]{1,2})[:时点]?([0-9]{0,2})', 2) AS mi,
    regexp_matches(time_text, '^20[0-9]{8}([0-9]{2}|[0-9]{4}|[0-9]{7})?$') AS is_run,
    regexp_matches(time_text, '^[0-9]{5}([.][0-9]+)?$') AS is_serial
  FROM said
),
timed AS (
  SELECT *,
    CASE
      WHEN is_serial AND CAST(time_text AS DOUBLE) BETWEEN 36526 AND 73050
        THEN CAST(floor((CAST(time_text AS DOUBLE) - 25569) * 1440 + 1.0 / 60) AS BIGINT) - 480
      WHEN is_run THEN days_of(substr(time_text, 1, 4), substr(time_text, 5, 2), substr(time_text, 7, 2)) * 1440
        + minutes_of(substr(time_text, 9, 2), substr(time_text, 11, 2)) - 480
      WHEN y <> '' THEN days_of(y, m, d) * 1440 + minutes_of(h, mi) - 480
        + CASE WHEN time_text LIKE '%Z' THEN 480 ELSE 0 END
    END AS minute
  FROM parts
)
SELECT {{file}} AS file, "row", time_text, device, CAST(minute AS INTEGER) AS minute,
  strftime(TIMESTAMP '1970-01-01' + to_minutes(minute + 480), '%Y-%m') AS month,
  {{columns}},
  concat_ws('、', {{unread}}) AS unread
FROM timed
