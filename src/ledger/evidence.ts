import { dayOfInstant, type IsoDay } from '@/domain/calendar'
import type { Fix } from '@/domain/field/fix'
import { type Ground, metresOutside, metresTo } from '@/domain/field/ground'
import { isOfSource, photosOfBody } from './body'
import type { Answer, LedgerEvent } from './event'
import { type Evidence, type Flag, PHOTO_FLAGS, type PhotoFlag, POSITION_FLAGS } from './flag'
import type { PhotoRef, SourceRef } from './references'
import { type InspectionEvent, isInspection } from './visit'

/** A position that was measured longer ago was measured somewhere else. */
const OLD_POSITION_MS = 2 * 60_000
/** From so wide a circle on nobody can tell one site from the next. */
const INACCURATE_METRES = 100
/** A clock that is wrong by less moves no record to another day that matters. */
const CLOCK_MS = 5 * 60_000
/** A photo of this visit was taken within these hours. */
const OLD_PHOTO_MS = 12 * 3_600_000

/** What is known of a record as it is about to be saved. */
export interface Circumstances {
  /** Milliseconds since 1970, by the device. */
  readonly now: number
  /** The last position; null where there is none. Its time is the satellites' where the device has it from there. */
  readonly fix: Fix | null
  /** When this window was told of it, by the device's clock: apart from the fix's own time it shows a wrong clock. */
  readonly toldAt: number
  /** How the package has the source on the ground; null where it has it nowhere. */
  readonly ground: Ground | null
  /** Farther from where the source ends than this is far: `FAR_METRES`, or what the package says. */
  readonly farMetres: number
  /** ISO time of the last record of this device; empty before the first. */
  readonly lastRecordAt: string
  readonly answers: Readonly<Record<string, Answer>>
  /** Days by which things are to be put right. */
  readonly deadlines: readonly IsoDay[]
  readonly photos: readonly PhotoRef[]
  /** Whether it is flagged without any photo, as a found source is; absent where only an item that is not met asks for one. */
  readonly needsPhoto?: boolean
  /** Hashes of photos that records of other sources have, and of those that earlier visits to this one have. */
  readonly usedElsewhere: ReadonlySet<string>
  readonly usedBefore: ReadonlySet<string>
  /** Whether it is written instead of a record: where and when the visit was, that says. */
  readonly isCorrection: boolean
  /** Why and by whom the PIN of its writer was taken away that day; empty where it was not. */
  readonly pinCleared?: string
}

/** Milliseconds of a camera's own time (`2022:10:31 08:15:00`, the clock on the wall in China); null where it is none. */
export function cameraTime(text: string): number | null {
  const match = /^(\d{4}):(\d{2}):(\d{2}) (\d{2}:\d{2}:\d{2})/.exec(text)
  const at = match ? Date.parse(`${match[1]}-${match[2]}-${match[3]}T${match[4]}+08:00`) : Number.NaN
  return Number.isNaN(at) ? null : at
}

/** What the flags of a photo are told by. */
export type PhotoCircumstances = Pick<Circumstances, 'ground' | 'farMetres' | 'usedElsewhere' | 'usedBefore'>

/** What a photo leaves open, in the order of `PHOTO_FLAGS`. */
export function photoFlags(
  photo: PhotoRef,
  { ground, farMetres, usedElsewhere, usedBefore }: PhotoCircumstances,
): readonly PhotoFlag[] {
  const taken = cameraTime(photo.taken?.at ?? '')
  const from = photo.taken?.position ?? photo.position
  const isOld = taken !== null && Math.abs(Date.parse(photo.at) - taken) > OLD_PHOTO_MS
  return [
    ...(isOld || usedBefore.has(photo.hash) ? (['old-photo'] as const) : []),
    ...(from && ground && metresOutside(ground, from) > farMetres ? (['far-photo'] as const) : []),
    ...(usedElsewhere.has(photo.hash) ? (['reused-photo'] as const) : []),
  ]
}

/** Whether an item that does not meet what is asked has a photo: of its own, or of the place. */
export const hasPhoto = (item: string, photos: readonly PhotoRef[]) =>
  photos.some((photo) => photo.item === undefined || photo.item === item)

const lacksPhoto = (answers: Readonly<Record<string, Answer>>, photos: readonly PhotoRef[]) =>
  Object.entries(answers).some(([item, answer]) => answer === 'no' && !hasPhoto(item, photos))

const OF_POSITION: ReadonlySet<Flag> = new Set(POSITION_FLAGS)

/** How well a record is vouched for: each flag once, in the order of `FLAGS`. @param reason the person's own word on it. */
export function evidenceOf(circumstances: Circumstances, reason = ''): Evidence {
  const { now, fix, toldAt, ground, farMetres, lastRecordAt, answers, deadlines, photos } = circumstances
  const { pinCleared = '', needsPhoto = false } = circumstances
  // Of a position that was measured alone: a start point that nobody is at says nothing.
  const distance = fix && ground ? metresTo(ground, fix.position) : null
  const isFar = fix && ground && metresOutside(ground, fix.position, fix.accuracyMetres) > farMetres
  const today = dayOfInstant(new Date(now).toISOString())
  const isBehind = lastRecordAt !== '' && now < Date.parse(lastRecordAt) - CLOCK_MS
  const doubts = photos
    .map((photo) => ({ hash: photo.hash, flags: photoFlags(photo, circumstances) }))
    .filter((doubt) => doubt.flags.length > 0)
  const ofPhotos = new Set(doubts.flatMap((doubt) => doubt.flags))
  const all: Flag[] = [
    ...(fix ? [] : (['no-position'] as const)),
    ...(isFar ? (['far'] as const) : []),
    ...(fix && now - toldAt > OLD_POSITION_MS ? (['old-position'] as const) : []),
    ...(fix && fix.accuracyMetres > INACCURATE_METRES ? (['inaccurate'] as const) : []),
    ...(isBehind || (fix && Math.abs(toldAt - fix.at) > CLOCK_MS) ? (['clock'] as const) : []),
    ...PHOTO_FLAGS.filter((flag) => ofPhotos.has(flag)),
    ...((needsPhoto && photos.length === 0) || lacksPhoto(answers, photos) ? (['no-photo'] as const) : []),
    ...(deadlines.some((day) => day !== '' && day < today) ? (['past-deadline'] as const) : []),
    ...(pinCleared === '' ? [] : (['pin-cleared'] as const)),
  ]
  return {
    measuredAt: fix ? new Date(fix.at).toISOString() : '',
    distanceMetres: distance,
    flags: circumstances.isCorrection ? all.filter((flag) => !OF_POSITION.has(flag)) : all,
    ...(doubts.length > 0 && { photos: doubts }),
    reason,
    ...(pinCleared && { pinCleared }),
  }
}

/** Hashes of the photos that records of other sources have. */
export function photosOfOthers(
  events: Iterable<LedgerEvent>,
  { kind, code }: Pick<SourceRef, 'kind' | 'code'>,
): ReadonlySet<string> {
  const used = new Set<string>()
  for (const { body } of events) {
    if (!isOfSource(body) || (body.target.kind === kind && body.target.code === code)) continue
    for (const { hash } of photosOfBody(body)) used.add(hash)
  }
  return used
}

/** ISO time of the last record of a device; '' before the first. */
export const lastRecordAt = (events: Iterable<LedgerEvent>, device: string): string =>
  [...events].reduce((last, event) => (event.device === device && event.at > last ? event.at : last), '')

/**
 * Hashes of the photos that earlier visits to a source have.
 * @param isOfVisit tells the records of the visit that is being written.
 */
export function photosOfEarlier(
  events: Iterable<LedgerEvent>,
  { kind, code }: Pick<SourceRef, 'kind' | 'code'>,
  isOfVisit: (event: InspectionEvent) => boolean,
): ReadonlySet<string> {
  const used = new Set<string>()
  for (const event of events) {
    if (!isInspection(event) || event.body.target.kind !== kind || event.body.target.code !== code) continue
    if (!isOfVisit(event)) for (const { hash } of event.body.photos) used.add(hash)
  }
  return used
}
