import { type Field, fieldMeaning } from '@/domain/sources/kinds/field'
import { KIND_ID, type Kind } from '@/domain/sources/kinds/kind'
import { IDENTITY, MEANINGS, type Meaning } from '@/domain/sources/kinds/meaning'
import { SHAPES } from '@/domain/sources/kinds/shape'
import { z } from '@/io/zod'

const bilingual = z.object({ zh: z.string().min(1), en: z.string().min(1) })
const id = z.string().regex(KIND_ID, 'lower-case letters, digits and hyphens')
const texts = z.array(z.string().min(1))

const TYPES = { string: 'text', number: 'number', integer: 'number', boolean: 'flag', date: 'day' } as const

/** A field as Table Schema (Frictionless) has it, with what only Chentu asks for under `chentu`. */
const field = z
  .object({
    name: z.string().regex(/^[A-Za-z][A-Za-z0-9_]*$/, 'a letter, then letters and digits'),
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
        unit: z.string().exactOptional(),
        means: z.enum(Object.keys(MEANINGS) as [Meaning, ...Meaning[]]).exactOptional(),
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
      ...(bounded ? { range: [minimum ?? Number.NEGATIVE_INFINITY, maximum ?? Number.POSITIVE_INFINITY] } : {}),
      ...(chentu.unit ? { unit: chentu.unit } : {}),
      ...(chentu.means ? { means: chentu.means } : {}),
    }
  })

/** A field of its own, or the name of a shared one. */
const fields = z.array(z.union([z.string(), field])).min(1)

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

const kind = z.object({
  id,
  title: bilingual,
  place: z.enum(['point', 'line', 'county']),
  symbol: z.object({ shape: z.enum(SHAPES), mark: z.string().min(1).max(2).exactOptional() }),
  words: texts.default([]),
  findable: z.boolean().default(false),
  ring: z.boolean().default(false),
  fields,
  surveys: surveys.exactOptional(),
  ladder: ladder.exactOptional(),
})

/** `kinds.json`: fields that kinds share, by name, and the kinds. */
const kindsFile = z.object({ shared: z.record(z.string(), field).default({}), kinds: z.array(kind) })
type KindsFile = z.infer<typeof kindsFile>
type Written = KindsFile['kinds'][number]

/**
 * The kinds that some files declare, in their order. Fields named in a kind are the shared ones of any of the files.
 * `reserved` are roles that the package itself has for other tables. `problems` are one line each; a kind that something is
 * wrong with is left out.
 */
export function readKinds(
  values: readonly unknown[],
  reserved: readonly string[],
): { kinds: Kind[]; problems: string[] } {
  const problems: string[] = []
  const files = values.flatMap((value): KindsFile[] => {
    const checked = kindsFile.safeParse(value)
    if (checked.success) return [checked.data]
    problems.push(...checked.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`))
    return []
  })
  const shared = new Map(files.flatMap((file) => Object.entries(file.shared)))
  const kinds: Kind[] = []
  const taken = new Set(reserved)
  for (const written of files.flatMap((file) => file.kinds)) {
    const wrong = wrongWith(written, shared, taken)
    problems.push(...wrong.map((what) => `${written.id}: ${what}`))
    if (wrong.length > 0) continue
    kinds.push(withFields(written, shared))
    for (const each of idsOf(written)) taken.add(each)
  }
  return { kinds, problems }
}

const idsOf = ({ id: own, surveys: table }: Written) => [own, ...(table ? [table.id] : [])]

type Shared = ReadonlyMap<string, Field>

const resolve = (written: readonly (string | Field)[], shared: Shared): Field[] =>
  written.flatMap((each) => (typeof each === 'string' ? (shared.get(each) ?? []) : each))

function withFields(written: Written, shared: Shared): Kind {
  const { surveys: table, ...kind } = written
  return {
    ...kind,
    fields: resolve(kind.fields, shared),
    ...(table ? { surveys: { ...table, fields: resolve(table.fields, shared) } } : {}),
  }
}

/** What is wrong with a kind, one line each. */
function wrongWith(written: Written, shared: Shared, taken: ReadonlySet<string>): string[] {
  const kind = withFields(written, shared)
  const unknown = [...written.fields, ...(written.surveys?.fields ?? [])].filter(
    (each) => typeof each === 'string' && !shared.has(each),
  )
  const needed: Meaning[] = ['code', 'name', 'county', ...(kind.place === 'county' ? [] : (['lon', 'lat'] as const))]
  if (kind.ladder) needed.push('grade')
  return [
    ...idsOf(written).flatMap((each) => (taken.has(each) ? [`the id "${each}" is taken`] : [])),
    ...unknown.map((name) => `no shared field "${name}"`),
    ...needed.filter((meaning) => !fieldMeaning(kind.fields, meaning)).map((meaning) => `no field means "${meaning}"`),
    ...wrongFields(kind.fields),
    ...(kind.surveys ? wrongSurveys(kind) : []),
  ]
}

function wrongFields(list: readonly Field[]): string[] {
  const names = list.map(({ name }) => name)
  const meanings = list.flatMap(({ means }) => means ?? [])
  return [
    ...twice(names).map((name) => `two fields "${name}"`),
    ...twice(meanings).map((meaning) => `two fields mean "${meaning}"`),
    ...list.flatMap(({ name, type, means }) => {
      if (!means) return []
      if ((IDENTITY as readonly string[]).includes(means) && name !== means)
        return [`the field that means "${means}" must be named so, not "${name}"`]
      return type === MEANINGS[means] ? [] : [`"${name}" means "${means}", which is a ${MEANINGS[means]}`]
    }),
  ]
}

function wrongSurveys({ fields: own, surveys }: Kind): string[] {
  const { fields: list, grading } = surveys!
  const graded = own.find(({ name }) => name === grading?.grade)
  return [
    ...wrongFields(list),
    ...(['source', 'surveyedOn'] as const)
      .filter((meaning) => !fieldMeaning(list, meaning))
      .map((meaning) => `no field of its surveys means "${meaning}"`),
    ...(grading && !graded?.values ? [`"${grading.grade}" does not list its grades`] : []),
  ]
}

const twice = <T>(list: readonly T[]): T[] => list.filter((each, i) => list.indexOf(each) !== i)
