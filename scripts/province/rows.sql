-- The sources of one city along the curve; group is an index into the province's list.
CREATE OR REPLACE TABLE city_rows AS
SELECT r.x, r.y, CAST(g.place AS UTINYINT) AS kind_group, CAST(r.standing AS UTINYINT) AS standing,
  r.kind, r.county, r.code, r.name
FROM read_parquet({{raw}}) AS r JOIN groups AS g ON r.kind_group = g.id
ORDER BY morton(r.x >> {{shift}}, r.y >> {{shift}}), r.x, r.y, r.code
