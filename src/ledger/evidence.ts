import { dayOfInstant, type IsoDay } from '@/domain/calendar'
import type { Fix } from '@/domain/field/fix'
import { type Ground, metresOutside, metresTo } from '@/domain/field/ground'
import { isOfSource, photosOfBody } from './body'
import type { Answer, LedgerEvent } from './event'
import { type Evidence, type Flag, PHOTO_FLAGS, type PhotoFlag, POSITION_FLAGS } from './flag'
import type { PhotoRef } from './references'
import { isOther, type NamedSource } from './shared-code'
import { type InspectionEvent, isInspection } from './visit'

/** A position older than this was measured somewhere else. */
const OLD_POSITION_MS = 2 * 60_000
/** Beyond this accuracy neighbouring sites cannot be told apart. */
const INACCURATE_METRES = 100
/** A smaller clock error does not move a record to another day in a way that matters. */
const CLOCK_MS = 5 * 60_000
/** A photo older than this is not from this visit. */
const OLD_PHOTO_MS = 12 * 3_600_000

/** What is known about a record when it is about to be saved. */
export interface Circumstances {
  /** Milliseconds since 1970, by the device's clock. */
  readonly now: number
  /** The last position; null if there is none. Its time is the satellites' where the device provides that. */
  readonly fix: Fix | null
  /**
   * When this window received the fix, by the device's clock; a difference from the fix's own time reveals a wrong
   * clock.
   */
  readonly toldAt: number
  /** Position and extent of the source according to the package; null if unknown. */
  readonly ground: Ground | null
  /** Distance from the source's edge beyond which a position is far: `FAR_METRES`, or the package's own value. */
  readonly farMetres: number
  /** ISO time of this device's last record; empty if there is none. */
  readonly lastRecordAt: string
  readonly answers: Readonly<Record<string, Answer>>
  /** Deadlines by which something is to be put right. */
  readonly deadlines: readonly IsoDay[]
  readonly photos: readonly PhotoRef[]
  /** Whether a record without any photo is flagged, as for a found source; if absent, only a failed item needs one. */
  readonly needsPhoto?: boolean
  /** Hashes of photos in records of other sources, and in records of earlier visits to this one. */
  readonly usedElsewhere: ReadonlySet<string>
  readonly usedBefore: ReadonlySet<string>
  /** Whether the record corrects another one, which then gives place and time of the visit. */
  readonly isCorrection: boolean
  /** Why and by whom the author's PIN was removed that day; empty if it was not. */
  readonly pinCleared?: string
}

/** Milliseconds of a camera's own time (`2022:10:31 08:15:00`, local time in China); null if invalid. */
export function cameraTime(text: string): number | null {
  const match = /^(\d{4}):(\d{2}):(\d{2}) (\d{2}:\d{2}:\d{2})/.exec(text)
  const at = match ? Date.parse(`${match[1]}-${match[2]}-${match[3]}T${match[4]}+08:00`) : Number.NaN
  return Number.isNaN(at) ? null : at
}

/** What a photo's flags depend on. */
export type PhotoCircumstances = Pick<Circumstances, 'ground' | 'farMetres' | 'usedElsewhere' | 'usedBefore'>

/** Flags of a photo, in the order of `PHOTO_FLAGS`. */
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

/** Whether a failed item has a photo: its own, or one of the whole place. */
export const hasPhoto = (item: string, photos: readonly PhotoRef[]) =>
  photos.some((photo) => photo.item === undefined || photo.item === item)

const lacksPhoto = (answers: Readonly<Record<string, Answer>>, photos: readonly PhotoRef[]) =>
  Object.entries(answers).some(([item, answer]) => answer === 'no' && !hasPhoto(item, photos))

const OF_POSITION: ReadonlySet<Flag> = new Set(POSITION_FLAGS)

/** Evidence of a record: each flag once, in the order of `FLAGS`. @param reason the author's own explanation. */
export function evidenceOf(circumstances: Circumstances, reason = ''): Evidence {
  const { now, fix, toldAt, ground, farMetres, lastRecordAt, answers, deadlines, photos } = circumstances
  const { pinCleared = '', needsPhoto = false } = circumstances
  // Only for a measured position: the distance from an assumed starting point would mean nothing.
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

/** Hashes of photos used in records of other sources. */
export function photosOfOthers(events: Iterable<LedgerEvent>, source: NamedSource): ReadonlySet<string> {
  const used = new Set<string>()
  for (const { body } of events) {
    if (!isOfSource(body) || !isOther(body.target, source)) continue
    for (const { hash } of photosOfBody(body)) used.add(hash)
  }
  return used
}

/** ISO time of a device's last record; '' if there is none. */
export const lastRecordAt = (events: Iterable<LedgerEvent>, device: string): string =>
  [...events].reduce((last, event) => (event.device === device && event.at > last ? event.at : last), '')

/**
 * Hashes of the photos of earlier visits to a source.
 * @param isOfVisit whether a record belongs to the visit being written.
 */
export function photosOfEarlier(
  events: Iterable<LedgerEvent>,
  source: NamedSource,
  isOfVisit: (event: InspectionEvent) => boolean,
): ReadonlySet<string> {
  const used = new Set<string>()
  for (const event of events) {
    if (!isInspection(event) || isOther(event.body.target, source)) continue
    if (!isOfVisit(event)) for (const { hash } of event.body.photos) used.add(hash)
  }
  return used
}
