import type { Field } from '@/domain/sources/kinds/field'
import { KIND_ID } from '@/domain/sources/kinds/kind'
import { MEANINGS, MEASURED, type Meaning, type Measured } from '@/domain/sources/kinds/meaning'
import { SHAPES } from '@/domain/sources/kinds/shape'
import { z } from '@/io/zod'
import { readEnglish } from './english-words'

const bilingual = z.object({ zh: z.string().min(1), en: z.string().min(1) })
/** Ids and field names are keys of plain objects, so they must not equal a built-in property. */
const isOwn = (name: string) => !(name in Object.prototype)
const id = z.string().regex(KIND_ID, 'a–z, 0–9, -').refine(isOwn, 'a–z, 0–9, -')
const texts = z.array(z.string().min(1))

/** Types as written in a package (Table Schema). */
export const WRITTEN_TYPES = { text: 'string', number: 'number', flag: 'boolean', day: 'date' } as const
const TYPES = { string: 'text', number: 'number', integer: 'number', boolean: 'flag', date: 'day' } as const

/** A field in Table Schema (Frictionless), with Chentu's additions under `chentu`. */
export const fieldSchema = z
  .object({
    name: z
      .string()
      .regex(/^[A-Za-z][A-Za-z0-9_]*$/, 'A–Z, a–z, 0–9, _')
      .refine(isOwn, 'A–Z, a–z, 0–9, _'),
    title: z.string().min(1),
    type: z.enum(['string', 'number', 'integer', 'boolean', 'date']),
    constraints: z
      .object({
        required: z.boolean().exactOptional(),
        enum: texts.exactOptional(),
        minimum: z.number().exactOptional(),
        maximum: z.number().exactOptional(),
      })
      .exactOptional(),
    chentu: z
      .object({
        titleEn: z.string().min(1).exactOptional(),
        headings: texts.exactOptional(),
        /** Checked separately: an invalid entry does not exclude the kind. */
        english: z.unknown().optional(),
        unit: z.string().exactOptional(),
        means: z.enum(Object.keys(MEANINGS) as [Meaning, ...Meaning[]]).exactOptional(),
        /** Checked separately like `english`: without it, the recorded value counts. */
        measured: z.unknown().optional(),
      })
      .exactOptional(),
  })
  .transform(({ name, title, type, constraints = {}, chentu = {} }): Field => {
    const { minimum, maximum } = constraints
    const bounded = minimum !== undefined || maximum !== undefined
    return {
      name,
      title: { zh: title, en: chentu.titleEn ?? title },
      headings: [...new Set([...(chentu.headings ?? []), title])],
      type: TYPES[type],
      ...(constraints.required ? { required: true } : {}),
      ...(constraints.enum ? { values: constraints.enum } : {}),
      ...(chentu.english === undefined ? {} : { english: readEnglish(chentu.english).words }),
      ...(bounded ? { range: [minimum ?? Number.NEGATIVE_INFINITY, maximum ?? Number.POSITIVE_INFINITY] } : {}),
      ...(chentu.unit ? { unit: chentu.unit } : {}),
      ...(chentu.means ? { means: chentu.means } : {}),
      ...(isMeasured(chentu.measured, TYPES[type]) ? { measured: chentu.measured } : {}),
    }
  })

/** Whether readings can provide what `measured` names, for a field of this type. */
export const isMeasured = (said: unknown, type: Field['type']): said is Measured =>
  typeof said === 'string' && Object.hasOwn(MEASURED, said) && MEASURED[said as Measured] === type

/** Own fields, and names of shared ones; each is checked separately, so that the wrong one can be named. */
const fields = z.array(z.unknown()).min(1)

const surveys = z.object({
  id,
  title: bilingual,
  words: texts.default([]),
  fields,
  grading: z.object({ value: z.string(), grade: z.string(), setting: z.string() }).exactOptional(),
})

const ladder = z.object({
  orders: z.array(texts.min(1)).min(1),
  ungraded: z.string(),
  advanced: texts,
  steps: z.array(z.object({ title: bilingual, grades: texts })),
  letters: z.record(z.string(), z.string()).default({}),
})

/** A group of kinds in `kinds.json`. */
export const groupSchema = z.object({ id, title: bilingual, shown: z.boolean().default(true) })

/** A kind in `kinds.json`. */
export const kindSchema = z.object({
  id,
  title: bilingual,
  /** Looked up and checked separately: an invalid group does not exclude the kind. */
  group: z.unknown().optional(),
  /** The group's value if absent. */
  shown: z.boolean().exactOptional(),
  place: z.enum(['point', 'line', 'county']),
  symbol: z.object({ shape: z.enum(SHAPES), mark: z.string().min(1).max(2).exactOptional() }),
  words: texts.default([]),
  findable: z.boolean().default(false),
  ring: z.boolean().default(false),
  /** A state that this version does not know is not offered. */
  wholeSite: z.array(z.string()).exactOptional(),
  fields,
  surveys: surveys.exactOptional(),
  ladder: ladder.exactOptional(),
  shortcomings: z.record(z.string(), z.array(bilingual)).exactOptional(),
})

/** `kinds.json`: groups of kinds, shared fields by name, and the kinds. */
export const kindsFileSchema = z.object({
  /** Each is checked separately, like the kinds. */
  groups: z.array(z.unknown()).default([]),
  shared: z.record(z.string(), z.unknown()).default({}),
  kinds: z.array(z.unknown()),
})
