-- Sources of the whole province counted by cell of a level, group and status.
CREATE OR REPLACE TABLE cells AS
SELECT x >> {{shift}} AS x, y >> {{shift}} AS y, kind_group,
  {{counts}}
FROM read_parquet({{rows}}) GROUP BY ALL
