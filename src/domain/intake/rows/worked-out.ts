/** Fields that the import fills even if the file has no column for them. */
export const WORKED_OUT: ReadonlySet<string> = new Set([
  'code',
  'name',
  'county',
  'lon',
  'lat',
  'month',
  'point',
  'given',
  'givenText',
  'value',
  'valid',
  'reason',
])
