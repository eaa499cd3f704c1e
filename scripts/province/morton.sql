-- Morton index of cells, which keeps neighbours together: interleaves the bits of x and y, up to 16 bits each.
CREATE OR REPLACE MACRO spread8(v) AS (v | (v << 8)) & 16711935;
CREATE OR REPLACE MACRO spread4(v) AS (v | (v << 4)) & 252645135;
CREATE OR REPLACE MACRO spread2(v) AS (v | (v << 2)) & 858993459;
CREATE OR REPLACE MACRO spread1(v) AS (v | (v << 1)) & 1431655765;
CREATE OR REPLACE MACRO morton(x, y) AS
  spread1(spread2(spread4(spread8(CAST(x AS BIGINT))))) + 2 * spread1(spread2(spread4(spread8(CAST(y AS BIGINT)))));
