-- A month of all trucks: by day of Asia/Shanghai first, so that a day stands together.
SELECT * FROM read_parquet({{files}}) ORDER BY (second + 28800) // 86400, truck, second
