import type { Position } from '@/domain/geodesy/position'
import { KIND_ID, type KindId } from '@/domain/sources/kinds/kind'
import { z } from '@/io/zod'
import { answer, photo, place } from '@/ledger/bundle-schema'
import type { Answer } from '@/ledger/event'
import type { TakenPhoto } from './photos'

/** A check on its way into a record. */
export interface CheckDraft {
  readonly answers: Readonly<Record<string, Answer>>
  readonly note: string
  readonly rectifyBy: string
  readonly told: string
  readonly photos: readonly TakenPhoto[]
}

/** A found source on its way into a record. */
export interface FoundDraft {
  /** Empty until one is chosen. */
  readonly kind: KindId
  readonly note: string
  readonly photos: readonly TakenPhoto[]
  /** Where it was marked on the map; null takes the tablet's own position. */
  readonly marked: Position | null
  /** Corners of the walk around it. */
  readonly walk: readonly Position[]
}

export const NOTHING_CHECKED: CheckDraft = { answers: {}, note: '', rectifyBy: '', told: '', photos: [] }
export const NOTHING_FOUND: FoundDraft = { kind: '', note: '', photos: [], marked: null, walk: [] }

/** An array without the elements that don't match a schema. */
const those = <T extends z.ZodType>(each: T) =>
  z
    .array(each.nullable().catch(null))
    .catch([])
    .transform((all) => all.filter((value) => value !== null) as NonNullable<z.output<T>>[])

const takenPhoto = z.object({ ref: photo, original: z.instanceof(Blob), shown: z.instanceof(Blob) })
const text = z.string().catch('')
const answers = z
  .record(z.string(), answer.nullable().catch(null))
  .catch({})
  .transform((all) => Object.fromEntries(Object.entries(all).filter(([, value]) => value !== null)))

const checkSchema = z
  .object({ answers, note: text, rectifyBy: text, told: text, photos: those(takenPhoto) })
  .catch({ ...NOTHING_CHECKED, photos: [], answers: {} })

const foundSchema = z
  .object({
    kind: z.string().regex(KIND_ID).catch(NOTHING_FOUND.kind),
    note: text,
    photos: those(takenPhoto),
    marked: place.nullable().catch(null),
    walk: those(place),
  })
  .catch({ ...NOTHING_FOUND, marked: null, photos: [], walk: [] })

/** A draft from the disk, written by any version: fields that don't match the schema are replaced by empty ones. */
export const readCheckDraft = (kept: unknown) => checkSchema.parse(kept) as CheckDraft
export const readFoundDraft = (kept: unknown) => foundSchema.parse(kept) as FoundDraft
