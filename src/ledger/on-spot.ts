import { type Evidence, type Flag, POSITION_FLAGS } from './flag'
import { beganWith, type InspectionEvent, type Visit } from './visit'

/** What a record of a visit leaves open, with the figures that it is about. */
export interface VisitFlag {
  /** Of FLAGS, or of a later version's. */
  readonly flag: string
  readonly evidence: Evidence
  readonly accuracyMetres: number | null
}

/** Where a correction was written, which is not where the visit was. */
export interface CorrectedFrom {
  /** ISO, by the tablet's clock. */
  readonly at: string
  /** From the source. */
  readonly distanceMetres: number
  readonly accuracyMetres: number
}

/** When and where a visit was, and how well that is vouched for. */
export interface OnSpot {
  /** ISO, by the tablet's clock. */
  readonly at: string
  readonly position: InspectionEvent['body']['position']
  readonly accuracyMetres: number | null
  /** When the position was measured, ISO; empty where nobody knows. */
  readonly measuredAt: string
  /** From the source; null where either is not known. */
  readonly distanceMetres: number | null
  readonly flags: readonly VisitFlag[]
  /** By hash of a photo, what it leaves open: of PHOTO_FLAGS, or of a later version's. */
  readonly photoFlags: ReadonlyMap<string, ReadonlySet<string>>
  /** Why a record is right all the same, in the order in which they were written. */
  readonly reasons: readonly { readonly reason: string; readonly ofCorrection: boolean }[]
  /** Of the records that count those that were written instead of another, with their own time and writer. */
  readonly corrections: readonly InspectionEvent[]
  /** How far from the source each correction was written whose own position is known, oldest first, also where another corrects it. */
  readonly correctedFrom: readonly CorrectedFrom[]
  /** Items that a correction says are met and that were not met on the spot. */
  readonly turned: readonly string[]
}

const OF_POSITION: ReadonlySet<string> = new Set<Flag>(POSITION_FLAGS)
/** Whether a flag is about the position of a record. */
export const isOfPosition = (flag: string): boolean => OF_POSITION.has(flag)
/** What a correction says anew of the whole record: where it no longer does, it was put right. */
const OF_ANSWERS: ReadonlySet<string> = new Set<Flag>(['no-photo', 'past-deadline'])

/**
 * When and where a visit was, as its first record has it: a correction may be written anywhere and on any day, and its position says
 * nothing of the visit: it stands beside it. What was open on the spot stays open with the reason given for it, also once the record is corrected.
 */
export function onSpot(visit: Visit): OnSpot {
  const { records, corrected, firsts, answers } = visit
  const { at, body } = beganWith(visit)
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
