import type { Problem } from '@/domain/problem'
import type { Field } from '@/domain/sources/kinds/field'
import type { KindGroup } from '@/domain/sources/kinds/group'
import type { Kind } from '@/domain/sources/kinds/kind'
import { MEASURED } from '@/domain/sources/kinds/meaning'
import { readEnglish } from './english-words'
import { readGroups } from './kind-groups'
import { contentProblems, type KindProblem, wrongForm } from './kind-problems'
import { fieldSchema, kindSchema, kindsFileSchema, WRITTEN_TYPES } from './kind-schema'

/** A `kinds` file of a package: path and parsed content. */
export interface KindsFile {
  readonly path: string
  readonly value: unknown
}

type Shared = ReadonlyMap<string, Field>
type Groups = ReadonlyMap<string, KindGroup>

/**
 * Reads the kinds declared in several files, in order. A kind may belong to a group of any file. A field given only by
 * name is the shared field of the same file, else of any file. `reserved` are the package's own roles for other tables.
 * An invalid kind is left out and reported.
 */
export function readKinds(
  files: readonly KindsFile[],
  reserved: readonly string[],
): { kinds: Kind[]; problems: Problem[] } {
  const problems: Problem[] = []
  const say = (file: string, kind: string | undefined, wrong: readonly KindProblem[]) =>
    problems.push(...wrong.map((each): Problem => ({ ...each, file, ...(kind === undefined ? {} : { kind }) })))
  const read = files.flatMap(({ path, value }) => {
    const checked = kindsFileSchema.safeParse(value)
    if (!checked.success) say(path, undefined, wrongForm(checked.error, value))
    return checked.success ? [{ path, ...checked.data }] : []
  })
  const ownShared = read.map(({ path, shared }) => {
    const fields = Object.entries(shared).map(([name, value]) => [name, readField(value, ['shared', name])] as const)
    for (const [, { wrong, doubts }] of fields) say(path, undefined, [...wrong, ...doubts])
    return new Map(fields.flatMap(([name, { field }]) => (field ? [[name, field]] : [])))
  })
  const shared = new Map([...ownShared].reverse().flatMap((each) => [...each]))
  const groups = readGroups(
    read.flatMap(({ path, groups: written }) => written.map((value, place) => ({ path, place, value }))),
    (path, wrong) => say(path, undefined, wrong),
  )
  const kinds: Kind[] = []
  const taken = new Set(reserved)
  read.forEach(({ path, kinds: written }, i) => {
    const known: Shared = new Map([...shared, ...ownShared[i]!])
    written.forEach((value, place) => {
      const { kind, wrong } = readKind(value, { shared: known, groups, taken })
      say(path, idOf(value) ?? `kinds.${place}`, wrong)
      if (!kind) return
      kinds.push(kind)
      for (const each of idsOf(kind)) taken.add(each)
    })
  })
  return { kinds, problems }
}

const idsOf = ({ id, surveys }: Kind) => [id, ...(surveys ? [surveys.id] : [])]

function idOf(value: unknown): string | undefined {
  const id = typeof value === 'object' && value !== null && 'id' in value ? value.id : undefined
  return typeof id === 'string' && id !== '' ? id : undefined
}

/** Context for reading a kind: shared fields, groups, and ids already in use. */
interface Beside {
  readonly shared: Shared
  readonly groups: Groups
  readonly taken: ReadonlySet<string>
}

/** A field's own name, which its author recognises more easily than an index. */
function nameOf(value: unknown): string | undefined {
  const name = typeof value === 'object' && value !== null && 'name' in value ? value.name : undefined
  return typeof name === 'string' && name !== '' ? name : undefined
}

/** A kind with its problems: no kind if it is invalid; a kind if only some English or its group is missing. */
function readKind(value: unknown, { shared, groups, taken }: Beside): { kind?: Kind; wrong: KindProblem[] } {
  const checked = kindSchema.safeParse(value)
  if (!checked.success) return { wrong: wrongForm(checked.error, value) }
  const { surveys, fields, group: named, ...rest } = checked.data
  const group = groups.get(String(named))
  const own = readFields(fields, shared, ['fields'])
  const surveyed = surveys && readFields(surveys.fields, shared, ['surveys', 'fields'])
  const kind: Kind = {
    ...rest,
    ...(group ? { group } : {}),
    shown: rest.shown ?? group?.shown ?? true,
    fields: own.fields,
    ...(surveys ? { surveys: { ...surveys, fields: surveyed!.fields } } : {}),
  }
  const ids = idsOf(kind).filter((id, i, all) => taken.has(id) || all.indexOf(id) !== i)
  const unread = [...own.wrong, ...(surveyed?.wrong ?? [])]
  const wrong = [
    ...ids.map((seen): KindProblem => ({ code: 'kind-id-taken', seen })),
    ...(unread.length > 0 ? unread : contentProblems(kind)),
  ]
  const ungrouped: KindProblem[] =
    named === undefined || group
      ? []
      : [{ code: 'kind-group-unknown', seen: JSON.stringify(named), expected: [...groups.keys()].join('、') }]
  const doubts = [...own.doubts, ...(surveyed?.doubts ?? []), ...ungrouped]
  return wrong.length > 0 ? { wrong: [...wrong, ...doubts] } : { kind, wrong: doubts }
}

/** The fields of a kind or of its surveys: declared in place, or by name of a shared field. */
function readFields(written: readonly unknown[], shared: Shared, where: readonly string[]) {
  const read = written.map((value, i): ReadField => {
    if (typeof value !== 'string') return readField(value, [...where, nameOf(value) ?? i])
    const field = shared.get(value)
    const wrong: KindProblem[] = field
      ? []
      : [{ code: 'kind-field-unknown', column: value, expected: [...shared.keys()].join('、') }]
    return { field, wrong, doubts: [] }
  })
  return {
    fields: read.flatMap(({ field }) => field ?? []),
    wrong: read.flatMap(({ wrong }) => wrong),
    doubts: read.flatMap(({ doubts }) => doubts),
  }
}

/** A field, the errors that make it unusable, and the parts that were only left out. */
interface ReadField {
  readonly field?: Field | undefined
  readonly wrong: readonly KindProblem[]
  readonly doubts: readonly KindProblem[]
}

/** Reports a `measured` value that does not exist or does not fit the field's type. */
function wrongMeasured(value: unknown, { measured }: Field, where: readonly PropertyKey[]): KindProblem[] {
  const said = (value as { chentu?: { measured?: unknown } }).chentu?.measured
  if (said === undefined || measured !== undefined) return []
  const expected = Object.entries(MEASURED).map(([name, type]) => `"${name}" ("type": "${WRITTEN_TYPES[type]}")`)
  const column = [...where, 'chentu', 'measured'].join('.')
  return [{ code: 'kind-measured-wrong', column, seen: JSON.stringify(said), expected: expected.join('、') }]
}

function readField(value: unknown, where: readonly PropertyKey[]): ReadField {
  const checked = fieldSchema.safeParse(value)
  if (!checked.success) return { wrong: wrongForm(checked.error, value, where), doubts: [] }
  const { faults } = readEnglish((value as { chentu?: { english?: unknown } }).chentu?.english)
  const doubts = faults.map(
    ({ way, seen }): KindProblem => ({
      code: 'english-wrong',
      column: [...where, 'chentu', 'english', ...way].join('.'),
      seen,
    }),
  )
  return { field: checked.data, wrong: [], doubts: [...doubts, ...wrongMeasured(value, checked.data, where)] }
}
