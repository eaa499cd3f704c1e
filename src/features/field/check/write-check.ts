import { dayOfInstant, type IsoDay } from '@/domain/calendar'
import type { Fix } from '@/domain/field/fix'
import type { Ground } from '@/domain/field/ground'
import type { CheckTarget } from '@/features/field/record/check-target'
import type { CheckDraft } from '@/features/field/record/drafts'
import { refsOf } from '@/features/field/record/photos'
import { displayedPhotos } from '@/ledger/displayed-photos'
import type { Answer, Inspection, LedgerEvent, Shortcoming } from '@/ledger/event'
import { evidenceOf, lastRecordAt, type PhotoCircumstances, photosOfEarlier, photosOfOthers } from '@/ledger/evidence'
import type { Evidence } from '@/ledger/flag'
import type { PhotoRef } from '@/ledger/references'
import { type NamedSource, refOf } from '@/ledger/shared-code'
import { type AnswerCounts, firstOfCorrections, type InspectionEvent, isInspection } from '@/ledger/visit'
import { distinctVoices, type VoiceRef } from '@/ledger/voice'

/** Data besides the draft from which a check's record is written. */
export interface CheckContext {
  readonly target: CheckTarget
  readonly checklist: { readonly version: string; readonly items: readonly { readonly id: string }[] }
  /** Geometry of the source; null if unknown. */
  readonly ground: Ground | null
  readonly farMetres: number
  readonly fix: Fix | null
  readonly toldAt: number
  readonly device: string
  readonly events: ReadonlyMap<string, LedgerEvent>
  readonly author: string
  /** Companions of the author today. */
  readonly companions: readonly string[]
  /** Why and by whom the author's PIN was cleared today; '' if it was not. */
  readonly pinCleared: string
}

/** Shortcomings of items that are not met; those of items answered differently since are left out. */
export const shortcomingsOf = ({ answers, shortcomings }: CheckDraft): Readonly<Record<string, Shortcoming>> =>
  Object.fromEntries(
    Object.entries(shortcomings).filter(
      ([item, { found, rectifyBy, told }]) =>
        answers[item] === 'no' && (found.length > 0 || rectifyBy !== '' || told !== ''),
    ),
  )

/** Answers that give no result: they need a reason. */
export type AnswerNeedingReason = Extract<Answer, 'not-applicable' | 'not-seen'>
export const needsReason = (answer: Answer | undefined): answer is AnswerNeedingReason =>
  answer === 'not-applicable' || answer === 'not-seen'

/** Reasons why items do not apply or could not be checked; those of items answered differently since are left out. */
const reasonsOf = ({ answers, reasons }: CheckDraft): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(reasons).filter(([item, reason]) => needsReason(answers[item]) && reason.trim() !== ''),
  )

/** A corrected record preceded by the records that it corrects itself, oldest first. */
function chainTo(id: string, events: ReadonlyMap<string, LedgerEvent>): readonly InspectionEvent[] {
  const chain: InspectionEvent[] = []
  for (let next = id; next !== '' && !chain.some((each) => each.id === next); ) {
    const event = events.get(next)
    if (!event || !isInspection(event)) break
    chain.unshift(event)
    next = event.body.corrects ?? ''
  }
  return chain
}

/** The photos of a corrected record and of those that it corrects itself: they stay with the visit. */
export const photosBefore = (id: string, events: ReadonlyMap<string, LedgerEvent>): readonly PhotoRef[] =>
  chainTo(id, events).flatMap(({ body }) => body.photos)

/** Spoken notes of the same records; they stay as well. */
export const voicesBefore = (id: string, events: ReadonlyMap<string, LedgerEvent>): readonly VoiceRef[] =>
  distinctVoices(chainTo(id, events).flatMap(({ body }) => body.voices ?? []))

/**
 * Photos that other records have too, for the flags of a check's photos.
 * @param corrects id of the record being corrected, '' for none: its visit is that of its chain's first record.
 * @param today the day of the visit if nothing is corrected.
 */
export function photosUsed(
  corrects: string,
  target: NamedSource,
  { device, events }: Pick<CheckContext, 'device' | 'events'>,
  today: IsoDay,
): Pick<PhotoCircumstances, 'usedElsewhere' | 'usedBefore'> {
  const known = new Map([...events].flatMap(([id, event]) => (isInspection(event) ? [[id, event] as const] : [])))
  const visitDay = (event: InspectionEvent) => dayOfInstant(firstOfCorrections(event, known).at)
  const wrong = known.get(corrects)
  const day = wrong ? visitDay(wrong) : today
  const isOfVisit = (event: InspectionEvent) => event.device === device && visitDay(event) === day
  return {
    usedElsewhere: photosOfOthers(events.values(), target),
    usedBefore: photosOfEarlier(events.values(), target, isOfVisit),
  }
}

/** Evidence of a draft if it were saved at `now` (milliseconds since 1970). */
export function evidenceOfDraft(draft: CheckDraft, context: CheckContext, now: number, reason = ''): Evidence {
  const { target, ground, farMetres, fix, toldAt, device, events, pinCleared } = context
  return evidenceOf(
    {
      now,
      fix,
      toldAt,
      lastRecordAt: lastRecordAt(events.values(), device),
      answers: draft.answers,
      deadlines: Object.values(shortcomingsOf(draft)).map(({ rectifyBy }) => rectifyBy),
      photos: [...refsOf(draft.photos), ...photosBefore(draft.corrects, events)],
      isCorrection: draft.corrects !== '',
      ...{ ground, farMetres },
      ...photosUsed(draft.corrects, target, context, dayOfInstant(new Date(now).toISOString())),
      pinCleared,
    },
    reason,
  )
}

/** Summary of a draft, in figures. */
export interface CheckSummary {
  /** Number of checklist items per answer. */
  readonly counts: AnswerCounts
  /** Photos that the record will have, as the user sees them. */
  readonly photos: readonly PhotoRef[]
  readonly voices: number
  /** Deadlines, each once, earliest first. */
  readonly deadlines: readonly string[]
}

/**
 * Photos that a draft's record will have, including those of the corrected records; a photo and its drawn copy count as
 * one.
 */
export const photosOfDraft = (draft: CheckDraft, events: ReadonlyMap<string, LedgerEvent>): readonly PhotoRef[] =>
  displayedPhotos([...photosBefore(draft.corrects, events), ...refsOf(draft.photos)])

/** The summary shown before saving. */
export function summaryOf(
  draft: CheckDraft,
  { checklist: { items }, events }: Pick<CheckContext, 'checklist' | 'events'>,
): CheckSummary {
  const counts = { yes: 0, no: 0, 'not-applicable': 0, 'not-seen': 0, unanswered: 0 }
  for (const { id } of items) counts[draft.answers[id] ?? 'unanswered']++
  const days = Object.values(shortcomingsOf(draft)).map(({ rectifyBy }) => rectifyBy)
  return {
    counts,
    photos: photosOfDraft(draft, events),
    voices: voicesBefore(draft.corrects, events).length + draft.voices.length,
    deadlines: [...new Set(days)].filter(Boolean).sort(),
  }
}

/** The record made from a draft. */
export function inspectionOf(
  draft: CheckDraft,
  { target, checklist, fix, author, companions, events }: CheckContext,
  evidence: Evidence,
  supersedes: readonly string[],
): Inspection {
  const shortcomings = shortcomingsOf(draft)
  const reasons = reasonsOf(draft)
  const days = Object.values(shortcomings).map(({ rectifyBy }) => rectifyBy)
  const wrong = events.get(draft.corrects)
  // A correction belongs to the original visit: it keeps that visit's companions.
  const went = wrong && isInspection(wrong) ? (wrong.body.companions ?? []) : companions
  const along = went.filter((name) => name !== author)
  return {
    type: 'inspection',
    target: refOf(target),
    checklist: checklist.version,
    asked: checklist.items.length,
    answers: draft.answers,
    note: draft.note,
    shortcomings,
    rectifyBy: days.filter((day) => day !== '').sort()[0] ?? '',
    told: [...new Set(Object.values(shortcomings).map(({ told }) => told))].filter(Boolean).join('、'),
    position: fix?.position ?? null,
    accuracyMetres: fix?.accuracyMetres ?? null,
    evidence,
    photos: refsOf(draft.photos),
    ...(draft.voices.length === 0 ? {} : { voices: draft.voices.map(({ ref }) => ref) }),
    supersedes,
    ...(Object.keys(reasons).length === 0 ? {} : { reasons }),
    ...(draft.corrects === '' ? {} : { corrects: draft.corrects }),
    ...(along.length === 0 ? {} : { companions: along }),
    ...(draft.begunBy === '' || draft.begunBy === author ? {} : { begunBy: draft.begunBy }),
  }
}
