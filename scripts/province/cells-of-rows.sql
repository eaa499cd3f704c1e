-- Sources of the whole province by cell of a level and group, and how many of them stand how.
CREATE OR REPLACE TABLE cells AS
SELECT x >> {{shift}} AS x, y >> {{shift}} AS y, kind_group,
  {{counts}}
FROM read_parquet({{rows}}) GROUP BY ALL
