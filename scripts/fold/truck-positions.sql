-- A month of all trucks, ordered by day (Asia/Shanghai) first, so that each day is contiguous.
SELECT * FROM read_parquet({{files}}) ORDER BY (second + 28800) // 86400, truck, second
