import { KIND_ID } from '@/domain/sources/kinds/kind'
import { z } from '@/io/zod'
import { deviceForm } from './device'
import { ANSWERS } from './event'

/** A bundle is a zip: photos by their hash, events a line each, and this manifest last. */
export const BUNDLE_FORMAT = 'chentu-bundle-1'
export const MANIFEST = 'manifest.json'
export const EVENTS = 'events.ndjson'
export const photoPath = (hash: string) => `photos/${hash}`
/** The archive's comment: SHA-256 of every byte before it, so that no byte can change unseen. */
export const SUM_LETTERS = 64

const text = z.string()
export const hash = z.string().regex(/^[0-9a-f]{64}$/)
/** The id of a device, in any form that was ever written. */
export const deviceId = z.string().refine((id) => deviceForm(id) !== null)
/** As `toISOString` writes it: what is no moment would break every list that sorts by days. */
export const moment = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?Z$/)
  .refine((at) => !Number.isNaN(Date.parse(at)))
export const place = z.tuple([z.number().min(-180).max(180), z.number().min(-90).max(90)])
const position = place.nullable()
const target = z.object({ kind: z.string().regex(KIND_ID), code: text, name: text })
export const answer = z.enum(ANSWERS)
const taken = z.strictObject({ at: text, position }).nullable()
export const photo = z.object({ hash, bytes: z.int().min(0), at: moment, position, taken })
const body = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('inspection'),
    target,
    checklist: text,
    answers: z.record(text, answer),
    note: text,
    rectifyBy: text,
    told: text,
    position,
    accuracyMetres: z.number().nullable(),
    photos: z.array(photo),
    supersedes: z.array(text),
  }),
  z.strictObject({
    type: z.literal('discovery'),
    target,
    position: place,
    accuracyMetres: z.number().nullable(),
    outline: z.array(place),
    note: text,
    photos: z.array(photo),
  }),
  z.strictObject({ type: z.literal('decision'), target, item: text, answer, supersedes: z.array(text) }),
  z.strictObject({ type: z.literal('withdrawal'), event: text, reason: text }),
])

/** One event as it travels. */
export const eventSchema = z.strictObject({
  id: text,
  device: deviceId,
  sequence: z.int().min(1),
  at: moment,
  author: text,
  body,
  before: hash,
  hash,
  signature: text,
})

export const manifestSchema = z.strictObject({
  format: z.literal(BUNDLE_FORMAT),
  device: deviceId,
  made: text,
  /** Public key of each device whose events are in it, hexadecimal. */
  keys: z.record(text, text),
  events: z.int().min(0),
  /** SHA-256 of the file of events. */
  eventsHash: hash,
  photos: z.array(z.strictObject({ hash, bytes: z.int().min(0) })),
})
export type Manifest = z.infer<typeof manifestSchema>
