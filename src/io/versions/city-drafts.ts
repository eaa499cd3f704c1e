import Dexie, { type Table } from 'dexie'
import type { CityDraft } from '@/domain/city/city-draft'
import { CITY_STEPS } from '@/domain/city/city-draft'
import { OUTLINE_NUMBERS } from '@/domain/city/outline-numbers'
import { z } from '@/io/zod'

const text = z.string()
const surface = z.custom<CityDraft['features'][number]['outline']>(
  (value) =>
    z
      .object({ type: z.enum(['Polygon', 'MultiPolygon']), coordinates: z.array(z.array(z.unknown()).min(1)).min(1) })
      .safeParse(value).success,
)
const places = z.array(z.int())
const reading = z.discriminatedUnion('unit', [
  z.object({ unit: z.literal('degrees'), datum: z.enum(['wgs84', 'cgcs2000', 'gcj02', 'bd09']) }),
  z.object({ unit: z.literal('metres'), zone: z.object({ number: z.int(), prefixed: z.boolean() }) }),
])
const fault = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('open'), members: z.tuple([z.int()]) }),
  z.object({ kind: z.literal('crossing'), members: z.tuple([z.int()]), at: z.array(z.number()) }),
  z.object({ kind: z.literal('overlap'), members: z.tuple([z.int(), z.int()]), squareMetres: z.number() }),
  z.object({ kind: z.literal('gap'), members: places, squareMetres: z.number() }),
])

/** Schema of a stored draft, by whatever version it was written. */
const kept: z.ZodType<CityDraft> = z.object({
  step: z.enum(CITY_STEPS),
  file: text,
  stated: text,
  numbers: z.enum(OUTLINE_NUMBERS),
  features: z.array(z.object({ properties: z.record(text, text), outline: surface })),
  reading: reading.nullable(),
  placed: z
    .object({
      surfaces: z.array(surface),
      closed: places,
      faults: z.array(fault),
      labels: z.array(z.tuple([z.number(), z.number()])),
      middle: z.tuple([z.number(), z.number()]),
    })
    .nullable(),
  outlinesSource: text,
  columns: z.object({ code: text, name: text }),
  counties: z.array(z.object({ code: text, name: text, aliases: text, ranked: z.boolean(), outlines: places })),
  zh: text,
  en: text,
  code: text,
  year: text,
  lon: text,
  lat: text,
  isCentreProposed: z.boolean().exactOptional(),
  ringKilometres: text,
  builtUp: z.object({ source: text, surface }).nullable(),
  rivers: z
    .object({
      source: text,
      of: z.array(
        z.object({
          name: text,
          line: z.object({
            type: z.literal('MultiLineString'),
            coordinates: z.array(z.array(z.array(z.number()).min(2))),
          }),
        }),
      ),
    })
    .nullable(),
  limit: text,
  limitSource: text,
  founded: text.nullable(),
  changed: z.boolean(),
})

const NAME = 'city'

/** The city being set up on this device; its outlines are too large for localStorage. */
export class CityDrafts extends Dexie {
  declare drafts: Table<{ readonly name: string; readonly draft: unknown }, string>

  constructor() {
    super('chentu-city-draft', { chromeTransactionDurability: 'strict' })
    this.version(1).stores({ drafts: 'name' })
  }

  /** The stored draft; null if there is none, or it is not valid in this version of the app. */
  async read(): Promise<CityDraft | null> {
    const checked = kept.safeParse((await this.drafts.get(NAME))?.draft)
    return checked.success ? checked.data : null
  }

  async keep(draft: CityDraft): Promise<void> {
    await this.drafts.put({ name: NAME, draft })
  }

  async drop(): Promise<void> {
    await this.drafts.delete(NAME)
  }
}
