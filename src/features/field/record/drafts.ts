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

/** A spoken note of a draft. */
export interface TakenVoice {
  readonly ref: VoiceRef
  readonly sound: Blob
}

/** The draft of a check. */
export interface CheckDraft {
  readonly answers: Readonly<Record<string, Answer>>
  readonly note: string
  /** By item. */
  readonly shortcomings: Readonly<Record<string, Shortcoming>>
  /** By item: why it does not apply or could not be checked. */
  readonly reasons: Readonly<Record<string, string>>
  readonly photos: readonly TakenPhoto[]
  readonly voices: readonly TakenVoice[]
  /** Id of the record that this one corrects; empty for a new check. */
  readonly corrects: string
  /** ISO time of the first input; empty before it. */
  readonly begunAt: string
  /** Author who began it and author it belongs to now; empty if no name was set, and in older drafts. */
  readonly begunBy: string
  readonly heldBy: string
}

/** A position and its accuracy. */
interface Stood {
  readonly position: Position
  readonly accuracyMetres: number
}

/** The draft of a found source. */
export interface FoundDraft {
  /** Empty until the user chooses one. */
  readonly kind: KindId
  readonly note: string
  readonly photos: readonly TakenPhoto[]
  readonly voices: readonly TakenVoice[]
  /** Position marked on the map; null uses the tablet's own position. */
  readonly marked: Position | null
  /** The tablet's position when the draft was begun; null if unknown. `marked` takes precedence. */
  readonly stood: Stood | null
  /** Corners of the walk around it, and the accuracy of each; drafts of earlier versions lack the accuracies. */
  readonly walk: readonly Position[]
  readonly walkMetres: readonly number[]
  /** Empty to use the default name from kind and place. */
  readonly name: string
  /** Id of the record being corrected ('' for a new one), and the photos kept from it. */
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
/** Key of the draft of a found source in the ledger; keys of checks contain a slash. */
export const FOUND_DRAFT = 'found'

export const NO_SHORTCOMING: Shortcoming = { found: [], rectifyBy: '', told: '' }

/** Whether nothing has been written yet. */
export const isBlank = ({ answers, note, photos, voices }: CheckDraft) =>
  Object.keys(answers).length === 0 && note === '' && photos.length === 0 && voices.length === 0

/** The same for a found source; `stood` is ignored, as it is set when the form is opened. */
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

/** Converts the deadline and the words told for the whole check (old form) to a shortcoming of each failing item. */
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

/** Initial draft for correcting a record, with all of its content. */
export function correctionOf({ id, body }: InspectionEvent) {
  const { answers, note, rectifyBy, told } = body
  const ofAll = rectifyBy === '' && told === '' ? {} : spreadOver(answers, rectifyBy, told)
  return {
    ...{ answers, note, corrects: id },
    shortcomings: body.shortcomings ?? ofAll,
    reasons: body.reasons ?? {},
  } satisfies Partial<CheckDraft>
}

/** Initial draft for correcting a found source, with all of its content. @param ownName whether the user named it */
export function foundCorrectionOf({ id, body }: FoundEvent, ownName: boolean): FoundDraft {
  const { target, position, accuracyMetres, placed, outline, note, photos } = body
  return {
    ...NOTHING_FOUND,
    ...{ kind: target.kind, note, name: ownName ? target.name : '', corrects: id, kept: photos, walk: outline },
    // Without a place taken from the walk the accuracy of its corners is unknown.
    walkMetres: placed === 'outline' && accuracyMetres !== null ? outline.map(() => accuracyMetres) : [],
    // A marked place keeps precedence over a later walk; any other stays the record's until it is set again.
    marked: placed === 'marked' ? position : null,
  }
}

const takenPhoto = z.object({ ref: photo, original: z.instanceof(Blob), shown: z.instanceof(Blob) })
/** Photos of a stored draft; invalid entries are dropped. */
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
    // For the whole check, in drafts from before items had their own.
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

/** Parses a stored draft of any version; fields that don't match the schema become empty. */
export const readCheckDraft = (kept: unknown) => checkSchema.parse(kept) as CheckDraft
export const readFoundDraft = (kept: unknown) => foundSchema.parse(kept) as FoundDraft

const spokenSchema = z.object({ voices: those(voiceOfDraft) }).catch({ voices: [] })
/** The spoken notes of a draft of either sort. */
export const readVoices = (kept: unknown): readonly TakenVoice[] => spokenSchema.parse(kept).voices as TakenVoice[]
