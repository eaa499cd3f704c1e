-- The next coarser level: merges four cells into one.
CREATE OR REPLACE TABLE cells AS
SELECT x >> 1 AS x, y >> 1 AS y, kind_group,
  {{sums}}
FROM cells GROUP BY ALL
