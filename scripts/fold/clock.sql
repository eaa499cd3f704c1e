-- Days since 1970 of a calendar day, and minutes of a day, from texts; NULL for an invalid day or time. 24:00 is valid.
CREATE OR REPLACE MACRO days_of(y, m, d) AS
  datediff('day', DATE '1970-01-01', try_cast(y || '-' || lpad(m, 2, '0') || '-' || lpad(d, 2, '0') AS DATE));
CREATE OR REPLACE MACRO minutes_of(h, mi) AS
  CASE
    WHEN h = '' THEN 0
    WHEN CAST(h AS INTEGER) > 24 OR CAST('0' || mi AS INTEGER) > 59 THEN NULL
    WHEN CAST(h AS INTEGER) = 24 AND CAST('0' || mi AS INTEGER) > 0 THEN NULL
    ELSE CAST(h AS INTEGER) * 60 + CAST('0' || mi AS INTEGER)
  END;
