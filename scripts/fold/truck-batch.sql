-- Raw positions of some trucks of a month in order of arrival: by file, then by row.
SELECT truck, second, lon, lat, speed, direction, load, state
FROM read_parquet({{files}}, filename = true, file_row_number = true)
WHERE truck BETWEEN {{first}} AND {{last}} AND second >= {{from}} AND second < {{until}}
ORDER BY truck, filename, file_row_number
