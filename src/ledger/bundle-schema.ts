import { KIND_ID } from '@/domain/sources/kinds/kind'
import { BUNDLE_EVENTS } from '@/io/formats/field-bundle'
import { z } from '@/io/zod'
import { deviceForm } from './device'
import { ANSWERS, EVENT_TYPES } from './event'

/** A bundle is a ZIP: photos and spoken notes named by hash, events as one JSON line each, and this manifest last. */
export const BUNDLE_FORMAT = 'chentu-bundle-1'
export const MANIFEST = 'manifest.json'
export const EVENTS = BUNDLE_EVENTS
export const photoPath = (hash: string) => `photos/${hash}`
/** Small copy of a photo, named by the hash of the original, which is gone. */
export const copyPath = (hash: string) => `copies/${hash}`
export const voicePath = (hash: string) => `voices/${hash}`
/** Length of the archive's comment: SHA-256 (hex) of every byte before it, so that any change is detected. */
export const SUM_LETTERS = 64

const text = z.string()
export const hash = z.string().regex(/^[0-9a-f]{64}$/)
/** Id of a device, in any form ever used. */
export const deviceId = z.string().refine((id) => deviceForm(id) !== null)
/** As `toISOString` writes it. An invalid time would break every list sorted by day. */
export const moment = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?Z$/)
  .refine((at) => !Number.isNaN(Date.parse(at)))
export const place = z.tuple([z.number().min(-180).max(180), z.number().min(-90).max(90)])
const position = place.nullable()
/** Objects are loose: fields added by a later version are kept. */
export const target = z.looseObject({
  kind: z.string().regex(KIND_ID),
  code: text,
  name: text,
  nth: z.int().min(1).exactOptional(),
})
export const answer = z.enum(ANSWERS)
const taken = z.looseObject({ at: text, position }).nullable()
export const photo = z.looseObject({
  hash,
  bytes: z.int().min(0),
  at: moment,
  position,
  taken,
  item: text.exactOptional(),
  markOf: hash.exactOptional(),
})
export const voice = z.looseObject({
  hash,
  bytes: z.int().min(0),
  at: moment,
  seconds: z.number().min(0),
  type: text,
  item: text.exactOptional(),
})
const metres = z.number().min(0).nullable()
export const shortcoming = z.looseObject({ found: z.array(text), rectifyBy: text, told: text })
/** A later version may have more flags: they are kept and shown by their names. */
const evidence = z.looseObject({
  measuredAt: z.union([moment, z.literal('')]),
  distanceMetres: metres,
  flags: z.array(text),
  photos: z.array(z.looseObject({ hash, flags: z.array(text) })).exactOptional(),
  reason: text,
  pinCleared: text.exactOptional(),
})
/** A later version may have more reasons: they are kept and shown as written. */
const unsigned = z.looseObject({ why: text, person: text, reason: text, witnesses: z.array(text) })
/** A later version may have more verdicts and doubts: they are kept and shown as written. */
const likely = z.array(
  target.extend({ metres: z.number(), azimuth: z.number(), standing: text, overdueDays: z.number() }),
)
const reachMetres = z.number().positive()
const leftOut = z.array(z.looseObject({ kind: z.string().regex(KIND_ID), name: text, count: z.int().min(1) }))
export const caseMoveSchema = z.looseObject({
  position: place,
  placeOf: target.exactOptional(),
  reportedAt: place.exactOptional(),
  county: text,
  likely,
  reachMetres: reachMetres.exactOptional(),
  leftOut: leftOut.exactOptional(),
})
export const readingVerdictSchema = z.looseObject({
  type: z.literal('reading-verdict'),
  device: text,
  name: text,
  doubt: text,
  parameter: text,
  from: moment,
  until: moment,
  verdict: text,
  reason: text,
  supersedes: z.array(text),
})
const known = z.discriminatedUnion('type', [
  z.looseObject({
    type: z.literal('inspection'),
    target,
    checklist: text,
    asked: z.int().min(0).exactOptional(),
    answers: z.record(text, answer),
    note: text,
    shortcomings: z.record(text, shortcoming).exactOptional(),
    reasons: z.record(text, text).exactOptional(),
    rectifyBy: text,
    told: text,
    position,
    accuracyMetres: z.number().nullable(),
    evidence: evidence.exactOptional(),
    photos: z.array(photo),
    voices: z.array(voice).exactOptional(),
    supersedes: z.array(text),
    corrects: text.exactOptional(),
    companions: z.array(text).exactOptional(),
    begunBy: text.exactOptional(),
  }),
  z.looseObject({
    type: z.literal('discovery'),
    target,
    position: place,
    accuracyMetres: z.number().nullable(),
    placed: text.exactOptional(),
    outline: z.array(place),
    note: text,
    evidence: evidence.exactOptional(),
    photos: z.array(photo),
    voices: z.array(voice).exactOptional(),
    companions: z.array(text).exactOptional(),
    corrects: text.exactOptional(),
    foundAt: moment.exactOptional(),
  }),
  z.looseObject({ type: z.literal('decision'), target, item: text, answer, supersedes: z.array(text) }),
  z.looseObject({ type: z.literal('withdrawal'), event: text, reason: text }),
  z.looseObject({
    type: z.literal('signature'),
    target,
    event: text,
    eventHash: hash,
    name: text,
    photos: z.array(photo),
    unsigned: unsigned.exactOptional(),
  }),
  z.looseObject({
    type: z.literal('call'),
    target,
    warning: z.looseObject({ code: text, name: text }),
    // A later version may have more answers: they are kept and shown as written.
    answer: text,
    person: text,
    note: text,
    calledAt: moment.exactOptional(),
  }),
  z.looseObject({
    type: z.literal('case'),
    sort: text,
    sortName: text,
    title: text,
    reason: text,
    from: text,
    hoursUntil: moment.exactOptional(),
    target: target.exactOptional(),
    position,
    placeOf: target.exactOptional(),
    reportedAt: place.exactOptional(),
    county: text,
    lead: z.array(text),
    observed: moment,
    wind: z
      .looseObject({
        fromDegrees: z.number(),
        metresPerSecond: z.number(),
        calmBelow: z.number().exactOptional(),
        said: text,
        hour: moment.exactOptional(),
        station: text.exactOptional(),
      })
      .exactOptional(),
    likely,
    reachMetres: reachMetres.exactOptional(),
    visitors: z
      .array(z.looseObject({ plate: text, company: text, days: z.array(text), stops: z.int().min(1) }))
      .exactOptional(),
    leftOut: leftOut.exactOptional(),
    terms: z.array(z.looseObject({ step: text, minutes: z.number(), confirmed: z.boolean() })),
    illustrative: z.literal(true).exactOptional(),
    note: text,
  }),
  z.looseObject({
    type: z.literal('case-step'),
    case: text,
    title: text,
    // A later version may have more steps, findings and effects: they are kept and shown as written.
    step: text,
    when: moment,
    knows: z.array(text),
    note: text,
    team: text.exactOptional(),
    day: text.exactOptional(),
    finding: text.exactOptional(),
    cause: target.exactOptional(),
    effect: text.exactOptional(),
    moved: caseMoveSchema.exactOptional(),
    position,
    accuracyMetres: z.number().nullable(),
    evidence: evidence.exactOptional(),
    photos: z.array(photo),
  }),
  readingVerdictSchema,
  z.looseObject({
    type: z.literal('round'),
    name: text,
    team: text,
    since: text,
    begun: text.exactOptional(),
    from: z.enum(['desk', 'own']),
    ended: z.boolean(),
    stops: z.array(
      z.looseObject({
        kind: z.string().regex(KIND_ID),
        code: text,
        nth: z.int().min(1).exactOptional(),
        name: text,
        skipped: text,
        left: z.literal(true).exactOptional(),
        after: moment.exactOptional(),
      }),
    ),
  }),
])

const KNOWN: ReadonlySet<string> = new Set(EVENT_TYPES)
const LONGEST_TYPE = 100
/** A type added by a later version. Known types must match their own schema. */
const later = z.looseObject({
  type: text
    .min(1)
    .max(LONGEST_TYPE)
    .refine((type) => !KNOWN.has(type)),
})

/**
 * One event in a bundle. Used for validation only: the parsed JSON itself is kept, since this schema would drop a key
 * `__proto__`.
 */
export const eventSchema = z.looseObject({
  id: text,
  device: deviceId,
  sequence: z.int().min(1),
  at: moment,
  author: text,
  body: z.union([known, later]),
  before: hash,
  hash,
  signature: text,
})

export const manifestSchema = z.looseObject({
  format: z.literal(BUNDLE_FORMAT),
  device: deviceId,
  made: text,
  /** Public key (hex) of each device whose events are in the bundle. */
  keys: z.record(text, text),
  events: z.int().min(0),
  /** SHA-256 of the events file. */
  eventsHash: hash,
  photos: z.array(z.looseObject({ hash, bytes: z.int().min(0) })),
  /**
   * Small copies of photos whose originals are gone: hash of the original (`of`), and the copy's own hash. Absent in
   * bundles of earlier versions.
   */
  copies: z.array(z.looseObject({ of: hash, hash, bytes: z.int().min(0) })).exactOptional(),
  /** Spoken notes. A desk older than spoken notes ignores the list and the files, and names none in its receipt. */
  voices: z.array(z.looseObject({ hash, bytes: z.int().min(0) })).exactOptional(),
  /**
   * Spoken notes referenced only by found sources. A desk that knows only the notes of checks would treat one of these
   * in `voices` as a foreign file and refuse the whole bundle; it ignores this list, as does a desk older than all
   * spoken notes.
   */
  foundVoices: z.array(z.looseObject({ hash, bytes: z.int().min(0) })).exactOptional(),
})
export type Manifest = z.infer<typeof manifestSchema>

/** All spoken notes in a bundle. */
export const voiceFiles = ({ voices = [], foundVoices = [] }: Manifest) => [...voices, ...foundVoices]
