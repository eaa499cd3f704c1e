import type { Position } from '@/domain/geodesy/position'
import { KIND_ID, type KindId } from '@/domain/sources/kinds/kind'
import { z } from '@/io/zod'
import { answer, photo, place, shortcoming, voice } from '@/ledger/bundle-schema'
import type { FoundEvent } from '@/ledger/discovery'
import type { Answer, Shortcoming } from '@/ledger/event'
import type { PhotoRef } from '@/ledger/references'
import type { InspectionEvent } from '@/ledger/visit'
import type { VoiceRef } from '@/ledger/voice'
import type { TakenPhoto } from './photos'

/** A spoken note on its way into a record. */
export interface TakenVoice {
  readonly ref: VoiceRef
  readonly sound: Blob
}

/** A check on its way into a record. */
export interface CheckDraft {
  readonly answers: Readonly<Record<string, Answer>>
  readonly note: string
  /** By item. */
  readonly shortcomings: Readonly<Record<string, Shortcoming>>
  /** By item: why it does not apply or could not be checked. */
  readonly reasons: Readonly<Record<string, string>>
  readonly photos: readonly TakenPhoto[]
  readonly voices: readonly TakenVoice[]
  /** Record that this one is written instead of; empty for a check. */
  readonly corrects: string
  /** ISO time of its first word; empty before it. */
  readonly begunAt: string
  /** Who began it and whose it is by now; empty where nobody had given a name, and in drafts of before. */
  readonly begunBy: string
  readonly heldBy: string
}

/** A place with how well it is known. */
interface Stood {
  readonly position: Position
  readonly accuracyMetres: number
}

/** A found source on its way into a record. */
export interface FoundDraft {
  /** Empty until one is chosen. */
  readonly kind: KindId
  readonly note: string
  readonly photos: readonly TakenPhoto[]
  readonly voices: readonly TakenVoice[]
  /** Where it was marked on the map; null takes the tablet's own position. */
  readonly marked: Position | null
  /** Where the tablet was when it was begun; null where nobody knew. What is marked goes before it. */
  readonly stood: Stood | null
  /** Corners of the walk around it, and how well each is known; drafts of earlier versions do not say the latter. */
  readonly walk: readonly Position[]
  readonly walkMetres: readonly number[]
  /** Empty where it is called by its kind and place. */
  readonly name: string
  /** Record that this one is written instead of, empty for a new one; and the photos of it that stay. */
  readonly corrects: string
  readonly kept: readonly PhotoRef[]
}

export const NOTHING_CHECKED: CheckDraft = {
  answers: {},
  note: '',
  shortcomings: {},
  reasons: {},
  photos: [],
  voices: [],
  corrects: '',
  begunAt: '',
  begunBy: '',
  heldBy: '',
}
export const NOTHING_FOUND: FoundDraft = {
  kind: '',
  note: '',
  photos: [],
  voices: [],
  marked: null,
  stood: null,
  walk: [],
  walkMetres: [],
  name: '',
  corrects: '',
  kept: [],
}
export const NO_SHORTCOMING: Shortcoming = { found: [], rectifyBy: '', told: '' }

/** Whether nothing has been written yet. */
export const isBlank = ({ answers, note, photos, voices }: CheckDraft) =>
  Object.keys(answers).length === 0 && note === '' && photos.length === 0 && voices.length === 0

/** The same of a found source, wherever one stood when its form was opened. */
export const isNothingFound = ({ note, photos, voices, name, corrects, walk, marked }: FoundDraft) =>
  [note, name, corrects].every((each) => each === '') &&
  [photos, voices, walk].every(({ length }) => length === 0) &&
  marked === null

/** An array without the elements that don't match a schema. */
const those = <T extends z.ZodType>(each: T) =>
  z
    .array(each.nullable().catch(null))
    .catch([])
    .transform((all) => all.filter((value) => value !== null) as NonNullable<z.output<T>>[])

/** An object without the entries that don't match a schema. */
const entries = <T extends z.ZodType>(each: T) =>
  z
    .record(z.string(), each.nullable().catch(null))
    .catch({})
    .transform(
      (all) =>
        Object.fromEntries(Object.entries(all).filter(([, value]) => value !== null)) as Record<
          string,
          NonNullable<z.output<T>>
        >,
    )

/** What was said of a check as a whole, before items had their own, as said of each item that is not met. */
const spreadOver = (
  answers: CheckDraft['answers'],
  rectifyBy: string,
  told: string,
): Readonly<Record<string, Shortcoming>> =>
  Object.fromEntries(
    Object.entries(answers).flatMap(([item, given]) =>
      given === 'no' ? [[item, { found: [], rectifyBy, told }]] : [],
    ),
  )

/** What a draft that corrects a record begins with: all that the record says. */
export function correctionOf({ id, body }: InspectionEvent) {
  const { answers, note, rectifyBy, told } = body
  const ofAll = rectifyBy === '' && told === '' ? {} : spreadOver(answers, rectifyBy, told)
  return {
    ...{ answers, note, corrects: id },
    shortcomings: body.shortcomings ?? ofAll,
    reasons: body.reasons ?? {},
  } satisfies Partial<CheckDraft>
}

/** What a draft that corrects a found source begins with: all that its record says. @param ownName whether a person gave it its name */
export function foundCorrectionOf({ id, body }: FoundEvent, ownName: boolean): FoundDraft {
  const { target, position, accuracyMetres, placed, outline, note, photos } = body
  return {
    ...NOTHING_FOUND,
    ...{ kind: target.kind, note, name: ownName ? target.name : '', corrects: id, kept: photos, walk: outline },
    // Of a place that was not got by the walk nobody knows how well its corners are known.
    walkMetres: placed === 'outline' && accuracyMetres !== null ? outline.map(() => accuracyMetres) : [],
    // What was marked goes before what is walked from now on too; any other place stays the record's until it is taken anew.
    marked: placed === 'marked' ? position : null,
  }
}

const takenPhoto = z.object({ ref: photo, original: z.instanceof(Blob), shown: z.instanceof(Blob) })
/** Photos of a draft from the disk; what is none is left out. */
export const photosOfDraft = those(takenPhoto)
const voiceOfDraft = z.object({ ref: voice, sound: z.instanceof(Blob) })
const text = z.string().catch('')

const checkSchema = z
  .object({
    answers: entries(answer),
    note: text,
    shortcomings: entries(shortcoming),
    reasons: entries(z.string()),
    photos: photosOfDraft,
    voices: those(voiceOfDraft),
    corrects: text,
    begunAt: text,
    begunBy: text,
    heldBy: text,
    // Of the whole check, in drafts of before items had their own.
    rectifyBy: text,
    told: text,
  })
  .transform(({ rectifyBy, told, ...draft }): CheckDraft => {
    if (rectifyBy === '' && told === '') return draft
    return { ...draft, shortcomings: { ...spreadOver(draft.answers, rectifyBy, told), ...draft.shortcomings } }
  })
  .catch({ ...NOTHING_CHECKED, photos: [], voices: [], answers: {}, shortcomings: {}, reasons: {} })

const foundSchema = z
  .object({
    kind: z.string().regex(KIND_ID).catch(NOTHING_FOUND.kind),
    note: text,
    photos: photosOfDraft,
    voices: those(voiceOfDraft),
    marked: place.nullable().catch(null),
    stood: z.object({ position: place, accuracyMetres: z.number().nonnegative() }).nullable().catch(null),
    walk: those(place),
    walkMetres: those(z.number().nonnegative()),
    name: text,
    corrects: text,
    kept: those(photo),
  })
  .catch({ ...NOTHING_FOUND, marked: null, stood: null, photos: [], voices: [], walk: [], walkMetres: [], kept: [] })

/** A draft from the disk, written by any version: fields that don't match the schema are replaced by empty ones. */
export const readCheckDraft = (kept: unknown) => checkSchema.parse(kept) as CheckDraft
export const readFoundDraft = (kept: unknown) => foundSchema.parse(kept) as FoundDraft

const spokenSchema = z.object({ voices: those(voiceOfDraft) }).catch({ voices: [] })
/** The spoken notes of a draft of either sort. */
export const readVoices = (kept: unknown): readonly TakenVoice[] => spokenSchema.parse(kept).voices as TakenVoice[]
