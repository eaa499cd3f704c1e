import type { Datum } from '@/domain/geodesy/datum'
import {
  agreesWith,
  DATUM_CANDIDATES,
  type DatumCandidate,
  type DatumEvidence,
  type DatumFinding,
  datumEvidence,
  type EvidenceBase,
  type EvidenceRow,
  findDatum,
  MIN_KNOWN,
} from './datum'

/** Evidence for one candidate in a table, with what the same list already has told apart from other known places. */
export interface TableEvidence extends DatumEvidence {
  /** Of `knownHits` and `knownRows`, those whose known position is in the list that the table belongs to. */
  readonly listHits: number
  readonly listRows: number
}

/** The datum of a table's rows. */
export interface TableDatum extends Omit<DatumFinding, 'by' | 'evidence'> {
  /**
   * As for any positions; `list` if only the list itself decided, whose positions may come from an earlier file read in
   * the same way; `mixed` if some rows agree with one datum and some with another.
   */
  readonly by: DatumFinding['by'] | 'list' | 'mixed'
  readonly evidence: readonly TableEvidence[]
  /** Numbers of the rows that agree with known places in one datum only, if they agree with different ones. */
  readonly agreeing: readonly { readonly datum: DatumCandidate; readonly rows: readonly number[] }[]
}

/** What is known about the list that a table belongs to. */
export interface ListBase extends EvidenceBase {
  /** Whether the known position of a row comes from the list itself, and nobody set it by hand. */
  readonly isOfList: (row: EvidenceRow) => boolean
}

/** One row may lie elsewhere by chance; two that fit another datum within 100 m do not. */
export const MIN_MIXED = 2

/** Decides the datum of a table, or leaves it to the user; `stated` is what the file itself says. */
export function findTableDatum(rows: readonly EvidenceRow[], base: ListBase, stated: Datum | null): TableDatum {
  const own = datumEvidence(rows.filter(base.isOfList), base)
  const evidence = datumEvidence(rows, base).map((each, i): TableEvidence => {
    const { knownHits: listHits, knownRows: listRows } = own[i]!
    return { ...each, listHits, listRows }
  })
  const agreeing = DATUM_CANDIDATES.map((datum) => ({
    datum,
    rows: rows.filter((row) => agreesOnlyWith(datum, row, base)).map(({ row }) => row),
  })).filter((each) => each.rows.length > 0)
  if (agreeing.filter((each) => each.rows.length >= MIN_MIXED).length > 1)
    return { decided: null, by: 'mixed', evidence, agreeing }
  const { decided, by } = findDatum(evidence, stated)
  const best = evidence.find(({ datum }) => datum === decided)
  const isOwn = by === 'known' && best !== undefined && best.knownHits - best.listHits < MIN_KNOWN
  return { decided, by: isOwn ? 'list' : by, evidence, agreeing: [] }
}

/** Whether a row lies at its known place in one datum only. */
export function agreesOnlyWith(datum: DatumCandidate, row: EvidenceRow, base: EvidenceBase): boolean {
  const known = base.known(row)
  return known !== null && DATUM_CANDIDATES.every((each) => agreesWith(each, row.position, known) === (each === datum))
}
