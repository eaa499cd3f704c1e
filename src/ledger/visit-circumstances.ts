import { type Evidence, type Flag, POSITION_FLAGS } from './flag'
import { firstRecordOf, type InspectionEvent, type Visit } from './visit'

/** A flag of one record of a visit, with the figures it refers to. */
export interface VisitFlag {
  /** A value of FLAGS, or of a later version. */
  readonly flag: string
  readonly evidence: Evidence
  readonly accuracyMetres: number | null
}

/** Where a correction was written; this is not the place of the visit. */
export interface CorrectedFrom {
  /** ISO, by the tablet's clock. */
  readonly at: string
  /** Distance from the source. */
  readonly distanceMetres: number
  readonly accuracyMetres: number
}

/** When and where a visit took place, and how reliable that is. */
export interface VisitCircumstances {
  /** ISO, by the tablet's clock. */
  readonly at: string
  readonly position: InspectionEvent['body']['position']
  readonly accuracyMetres: number | null
  /** When the position was measured, ISO; empty if unknown. */
  readonly measuredAt: string
  /** Distance from the source; null if either is unknown. */
  readonly distanceMetres: number | null
  readonly flags: readonly VisitFlag[]
  /** Flags by photo hash: values of PHOTO_FLAGS, or of a later version. */
  readonly photoFlags: ReadonlyMap<string, ReadonlySet<string>>
  /** Explanations given in records, in the order written. */
  readonly reasons: readonly { readonly reason: string; readonly ofCorrection: boolean }[]
  /** The counting records that are corrections, each with its own time and author. */
  readonly corrections: readonly InspectionEvent[]
  /**
   * Distance from the source for each correction with a known position, oldest first, including corrections that were
   * corrected again.
   */
  readonly correctedFrom: readonly CorrectedFrom[]
  /** Items that failed on site but that a correction reports as met. */
  readonly turned: readonly string[]
}

const OF_POSITION: ReadonlySet<string> = new Set<Flag>(POSITION_FLAGS)
/** Whether a flag concerns the position of a record. */
export const isOfPosition = (flag: string): boolean => OF_POSITION.has(flag)
/** Flags that a correction determines anew for the whole record: if it no longer has one, the problem was resolved. */
const OF_ANSWERS: ReadonlySet<string> = new Set<Flag>(['no-photo', 'past-deadline'])

/**
 * Time and place of a visit, taken from its first record: a correction may be written anywhere and on any day, so its
 * position is listed separately. Flags raised on site remain, with the explanation given, even after a correction.
 */
export function visitCircumstances(visit: Visit): VisitCircumstances {
  const { records, corrected, firsts, answers } = visit
  const { at, body } = firstRecordOf(visit)
  const standing = new Set(records)
  const began = new Set(firsts.values())
  const all = [...new Set([...began, ...records, ...corrected])].sort((a, b) => a.sequence - b.sequence)
  const counts = (flag: string, record: InspectionEvent) =>
    isOfPosition(flag) ? began.has(record) : OF_ANSWERS.has(flag) ? standing.has(record) : true
  const corrections = records.filter((record) => firsts.get(record.id) !== record)
  const wasMissed = (record: InspectionEvent, item: string) =>
    all.some(
      (each) =>
        each !== record &&
        (firsts.get(each.id) ?? each) === firsts.get(record.id) &&
        Object.hasOwn(each.body.answers, item) &&
        each.body.answers[item] === 'no',
    )
  const photoFlags = new Map<string, Set<string>>()
  for (const { hash, flags } of all.flatMap((record) => record.body.evidence?.photos ?? []))
    photoFlags.set(hash, new Set([...(photoFlags.get(hash) ?? []), ...flags]))
  return {
    at,
    position: body.position,
    accuracyMetres: body.accuracyMetres,
    measuredAt: body.evidence?.measuredAt ?? '',
    distanceMetres: body.evidence?.distanceMetres ?? null,
    flags: all.flatMap((record): VisitFlag[] => {
      const { evidence, accuracyMetres } = record.body
      const flags = evidence?.flags.filter((flag) => counts(flag, record)) ?? []
      return flags.map((flag) => ({ flag, evidence: evidence!, accuracyMetres }))
    }),
    photoFlags,
    reasons: all.flatMap((record) => {
      const reason = record.body.evidence?.reason ?? ''
      return reason === '' ? [] : [{ reason, ofCorrection: !began.has(record) }]
    }),
    corrections,
    correctedFrom: all.flatMap((record): CorrectedFrom[] => {
      const { evidence, accuracyMetres } = record.body
      const distanceMetres = evidence?.distanceMetres ?? null
      if (began.has(record) || distanceMetres === null || accuracyMetres === null) return []
      return [{ at: record.at, distanceMetres, accuracyMetres }]
    }),
    turned: [...answers].flatMap(([item, { answer, event }]) =>
      answer === 'yes' && corrections.includes(event) && wasMissed(event, item) ? [item] : [],
    ),
  }
}
