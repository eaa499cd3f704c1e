-- A month of all trucks: by truck and time.
SELECT * FROM read_parquet({{files}}) ORDER BY truck, second
