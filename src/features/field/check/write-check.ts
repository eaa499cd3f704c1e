import type { Fix } from '@/domain/field/fix'
import type { Ground } from '@/domain/field/ground'
import type { CheckTarget } from '@/features/field/record/check-target'
import type { CheckDraft } from '@/features/field/record/drafts'
import { refsOf } from '@/features/field/record/photos'
import {
  type Answer,
  type Evidence,
  type Inspection,
  isKnownBody,
  type LedgerEvent,
  type PhotoRef,
  type Shortcoming,
} from '@/ledger/event'
import { evidenceOf, lastRecordAt, photosOfOthers } from '@/ledger/evidence'
import { seenPhotos } from '@/ledger/marked'
import type { AnswerCounts } from '@/ledger/visit'
import { distinctVoices, type VoiceRef } from '@/ledger/voice'

/** What a check is written from, beside the draft. */
export interface CheckContext {
  readonly target: CheckTarget
  readonly checklist: { readonly version: string; readonly items: readonly { readonly id: string }[] }
  /** How the source lies on the ground; null where nobody knows. */
  readonly ground: Ground | null
  readonly farMetres: number
  readonly fix: Fix | null
  readonly toldAt: number
  readonly device: string
  readonly events: ReadonlyMap<string, LedgerEvent>
  readonly author: string
  /** Who goes along today. */
  readonly companions: readonly string[]
  /** Why and by whom the author's PIN was taken away today; empty where it was not. */
  readonly pinCleared: string
}

/** The shortcomings of items that are not met; what was said of one that was answered otherwise since is left out. */
export const shortcomingsOf = ({ answers, shortcomings }: CheckDraft): Readonly<Record<string, Shortcoming>> =>
  Object.fromEntries(
    Object.entries(shortcomings).filter(
      ([item, { found, rectifyBy, told }]) =>
        answers[item] === 'no' && (found.length > 0 || rectifyBy !== '' || told !== ''),
    ),
  )

/** Answers that say nothing of what is asked: a person says why. */
export type Explained = Extract<Answer, 'not-applicable' | 'not-seen'>
export const isExplained = (answer: Answer | undefined): answer is Explained =>
  answer === 'not-applicable' || answer === 'not-seen'

/** Why items do not apply or could not be checked; what was said of one that was answered otherwise since is left out. */
const reasonsOf = ({ answers, reasons }: CheckDraft): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(reasons).filter(([item, reason]) => isExplained(answers[item]) && reason.trim() !== ''),
  )

/** What a record that is corrected says, after those that it corrects itself. */
function saidBefore(id: string, events: ReadonlyMap<string, LedgerEvent>): readonly Inspection[] {
  const said: Inspection[] = []
  const seen = new Set<string>()
  for (let next = id; next !== '' && !seen.has(next); ) {
    seen.add(next)
    const body = events.get(next)?.body
    if (!body || !isKnownBody(body) || body.type !== 'inspection') break
    said.unshift(body)
    next = body.corrects ?? ''
  }
  return said
}

/** The photos of a record that is corrected, and of those that it corrects itself: they stay with the visit. */
export const photosBefore = (id: string, events: ReadonlyMap<string, LedgerEvent>): readonly PhotoRef[] =>
  saidBefore(id, events).flatMap(({ photos }) => photos)

/** Their spoken notes, which stay as well. */
export const voicesBefore = (id: string, events: ReadonlyMap<string, LedgerEvent>): readonly VoiceRef[] =>
  distinctVoices(saidBefore(id, events).flatMap(({ voices = [] }) => voices))

/** How well a draft would be vouched for if it were saved at `now` (milliseconds since 1970). */
export function evidenceOfDraft(draft: CheckDraft, context: CheckContext, now: number, reason = ''): Evidence {
  const { target, ground, farMetres, fix, toldAt, device, events, pinCleared } = context
  return evidenceOf(
    {
      now,
      fix,
      toldAt,
      ground,
      farMetres,
      lastRecordAt: lastRecordAt(events.values(), device),
      answers: draft.answers,
      deadlines: Object.values(shortcomingsOf(draft)).map(({ rectifyBy }) => rectifyBy),
      photos: [...refsOf(draft.photos), ...photosBefore(draft.corrects, events)],
      usedElsewhere: photosOfOthers(events.values(), target),
      pinCleared,
    },
    reason,
  )
}

/** What a draft would come to, in figures. */
export interface CheckSummary {
  /** How many items of the checklist have each answer. */
  readonly counts: AnswerCounts
  readonly photos: number
  readonly voices: number
  /** Days by which things are to be put right, each once, the earliest first. */
  readonly deadlines: readonly string[]
}

/** The photos that a draft's record will have, with those of what it corrects, as people see them: one that was drawn on is one. */
export const photosOfDraft = (draft: CheckDraft, events: ReadonlyMap<string, LedgerEvent>): readonly PhotoRef[] =>
  seenPhotos([...photosBefore(draft.corrects, events), ...refsOf(draft.photos)])

/** What a person reads before saving. */
export function summaryOf(
  draft: CheckDraft,
  { checklist: { items }, events }: Pick<CheckContext, 'checklist' | 'events'>,
): CheckSummary {
  const counts = { yes: 0, no: 0, 'not-applicable': 0, 'not-seen': 0, unanswered: 0 }
  for (const { id } of items) counts[draft.answers[id] ?? 'unanswered']++
  const days = Object.values(shortcomingsOf(draft)).map(({ rectifyBy }) => rectifyBy)
  return {
    counts,
    photos: photosOfDraft(draft, events).length,
    voices: voicesBefore(draft.corrects, events).length + draft.voices.length,
    deadlines: [...new Set(days)].filter(Boolean).sort(),
  }
}

/** The record that a draft becomes. */
export function inspectionOf(
  draft: CheckDraft,
  { target: { kind, code, name }, checklist, fix, author, companions, events }: CheckContext,
  evidence: Evidence,
  supersedes: readonly string[],
): Inspection {
  const shortcomings = shortcomingsOf(draft)
  const reasons = reasonsOf(draft)
  const days = Object.values(shortcomings).map(({ rectifyBy }) => rectifyBy)
  const wrong = events.get(draft.corrects)?.body
  // A correction is of that visit: who went along then stays, whoever goes along today.
  const went = wrong && isKnownBody(wrong) && wrong.type === 'inspection' ? (wrong.companions ?? []) : companions
  const along = went.filter((name) => name !== author)
  return {
    type: 'inspection',
    target: { kind, code, name },
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
