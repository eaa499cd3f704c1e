import type { Datum } from '@/domain/geodesy/datum'
import { DATUM_CANDIDATES, type DatumCandidate, type EvidenceBase, type EvidenceRow } from './datum'
import { type DatumColumn, datumOfCell } from './datum-column'
import { agreesOnlyWith, MIN_MIXED } from './table-datum'

/** A column of datums, and what speaks against it until the user chooses whether it is used. */
export interface ContradictedDatumColumn extends DatumColumn {
  /** Another datum is named by the headings of the coordinates, or the rows lie at known places only in another one. */
  readonly contradictedBy: 'heading' | DatumCandidate | null
}

/** CGCS2000 as WGS-84, from which it does not differ here. */
export const statedCandidate = (stated: Datum | null): DatumCandidate | null =>
  stated === 'cgcs2000' ? 'wgs84' : stated

/** A row of a file, with its number from 1. */
export interface NumberedRow {
  readonly row: number
  readonly cells: readonly string[]
}

/**
 * What speaks against a column of datums: the headings of the coordinates name another one, or at least
 * {@link MIN_MIXED} rows lie at known places only in another one. Positions of such rows were probably converted before,
 * and the column left as it was.
 *
 * @param ofHeading Datum that the headings or the file name.
 * @param sample Positions of some of the rows.
 */
export function contradictionOf(
  { column, stated }: DatumColumn,
  ofHeading: Datum | null,
  rows: readonly NumberedRow[],
  sample: readonly EvidenceRow[],
  base: EvidenceBase,
): ContradictedDatumColumn['contradictedBy'] {
  if (ofHeading !== null && stated.some(({ datum }) => datum !== statedCandidate(ofHeading))) return 'heading'
  const saidOf = new Map(rows.map(({ row, cells }) => [row, datumOfCell(cells[column] ?? '')]))
  const isElsewhere = (datum: DatumCandidate) => (row: EvidenceRow) => {
    const said = saidOf.get(row.row)
    return said && said !== 'unread' && said !== datum && agreesOnlyWith(datum, row, base)
  }
  return DATUM_CANDIDATES.find((datum) => sample.filter(isElsewhere(datum)).length >= MIN_MIXED) ?? null
}
