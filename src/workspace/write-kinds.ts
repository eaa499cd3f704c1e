import type { Problem } from '@/domain/problem'
import { speller } from '@/domain/search/spelling'
import type { Field } from '@/domain/sources/kinds/field'
import { type Kind, type KindId, kindWithId } from '@/domain/sources/kinds/kind'
import type { Meaning } from '@/domain/sources/kinds/meaning'
import { RESERVED_COLUMNS, RESERVED_LAYERS } from '@/domain/sources/kinds/reserved'
import type { Shape } from '@/domain/sources/kinds/shape'
import { PACKAGE_ROLES } from '@/io/package/descriptor'
import { WRITTEN_TYPES } from '@/io/package/kind-schema'
import { packageKinds } from '@/io/package/package-kinds'
import { adoptExtraColumns } from '@/workspace/import/adopt-extra-columns'
import { isObject, type Json, jsonOf, putJson } from './json-files'
import type { PackageDraft } from './package-draft'
import type { EditReason } from './write-edits'

/** A change to the declaration of a kind. */
export type KindChange = { readonly kind: KindId } & (
  | {
      readonly what: 'field'
      readonly title: string
      readonly type: Field['type']
      /** '' for none. */
      readonly unit: string
      readonly means: Meaning | ''
      /** The only texts allowed; empty if any text is. */
      readonly values: readonly string[]
    }
  /** Another heading that offices use for a column. */
  | { readonly what: 'heading'; readonly field: string; readonly heading: string }
  /** `mark` and `group`: '' for none. */
  | { readonly what: 'symbol'; readonly shape: Shape; readonly mark: string; readonly group: string }
)

/**
 * Changes the declaration of a kind; all else in its file stays. A change that would make the kind unusable is
 * refused.
 */
export async function writeKinds(
  next: PackageDraft,
  change: KindChange,
  reason: EditReason,
): Promise<readonly Problem[]> {
  const { value: files, problems } = await jsonOf(next, 'kinds', (value) => (isObject(value) ? [value] : []))
  if (files === null) return problems
  const { kinds } = next.opened.pack
  const kind = kindWithId(kinds, change.kind)
  const file = files.find(({ list }) => (list as readonly Json[]).some((each) => placeIn(each, change.kind) >= 0))
  if (!kind || !file) return [{ code: 'declaration-gone', file: change.kind }]
  const taken = change.what === 'symbol' ? [] : takenBy(kind, change)
  if (taken.length > 0) return taken
  const declared = file.list[0] as Json
  const shared = files.flatMap(({ list }) => list as readonly Json[]).find((each) => sharedField(each, change))
  const written = withKind(declared, change.kind, (before) => ({
    ...changed(before, kind, change, shared ? sharedField(shared, change) : undefined),
    changed: reason,
  }))
  const all = files.map(({ resource, list }) => ({
    path: resource.path,
    value: list[0] === declared ? written : list[0],
  }))
  const read = packageKinds(all, [...PACKAGE_ROLES, ...RESERVED_LAYERS])
  const wrong = read.problems.filter((problem) => problem.kind === change.kind)
  const made = kindWithId(read.kinds, change.kind)
  if (!made) return wrong
  const field = change.what === 'symbol' ? undefined : fieldOf(made, kind, change)
  const unread = field ? adoptExtraColumns(next, change.kind, field) : []
  if (unread.length > 0) return unread
  putJson(next, file.resource.path, written)
  // Its tables are read again with the new declaration.
  for (const each of next.opened.inventory.kinds) if (each.kind === change.kind) next.known.delete(each.file)
  return []
}

const kindsIn = (file: Json): readonly unknown[] => (Array.isArray(file.kinds) ? file.kinds : [])
const placeIn = (file: Json, id: KindId) => kindsIn(file).findIndex((each) => isObject(each) && each.id === id)
const withKind = (file: Json, id: KindId, change: (kind: Json) => Json): Json => ({
  ...file,
  kinds: kindsIn(file).map((each, i) => (i === placeIn(file, id) ? change(each as Json) : each)),
})

/** Changes of a field: all but the symbol. */
type FieldChange = Exclude<KindChange, { what: 'symbol' }>

/** The added field, or the field with the new heading. */
const fieldOf = (made: Kind, before: Kind, change: FieldChange) =>
  made.fields.find(({ name }) =>
    change.what === 'heading' ? name === change.field : before.fields.every((each) => each.name !== name),
  )

/** A problem if another column of the kind already has this heading, since the heading would then be ambiguous. */
function takenBy({ fields }: Kind, change: FieldChange): readonly Problem[] {
  const [heading, own] = change.what === 'heading' ? [change.heading, change.field] : [change.title, '']
  // A new field is compared without the other fields' first headings: an equal title is reported elsewhere, as two
  // fields of one name.
  const isTaken = ({ name, headings }: Field) =>
    name !== own && headings.slice(change.what === 'heading' ? 0 : 1).includes(heading)
  const other = fields.find(isTaken)
  return other ? [{ code: 'heading-taken', file: change.kind, column: other.name, seen: heading }] : []
}

/** The field that a file declares for several kinds, if a heading is added to it. */
function sharedField(file: Json, change: KindChange): Json | undefined {
  const found = change.what === 'heading' && isObject(file.shared) ? file.shared[change.field] : undefined
  return isObject(found) ? found : undefined
}

function changed(before: Json, kind: Kind, change: KindChange, shared: Json | undefined): Json {
  const fields = Array.isArray(before.fields) ? before.fields : []
  switch (change.what) {
    case 'field':
      return { ...before, fields: [...fields, newField(kind, change)] }
    case 'heading':
      return {
        ...before,
        fields: fields.map((field: unknown) => {
          if (field === change.field && shared) return taught(shared, change.heading)
          return isObject(field) && field.name === change.field ? taught(field, change.heading) : field
        }),
      }
    case 'symbol': {
      const { shape, mark, group } = change
      const { mark: _, ...symbol } = isObject(before.symbol) ? before.symbol : {}
      const { group: __, ...others } = before
      return {
        ...others,
        ...(group === '' ? {} : { group }),
        symbol: { ...symbol, shape, ...(mark === '' ? {} : { mark }) },
      }
    }
  }
}

/** Adds a heading to a field, after the others: the first is the one used for writing. */
function taught(field: Json, heading: string): Json {
  const own = isObject(field.chentu) ? field.chentu : {}
  const headings = Array.isArray(own.headings) ? own.headings : []
  const first = headings.length > 0 ? headings : [field.title]
  return { ...field, chentu: { ...own, headings: [...new Set([...first, heading])] } }
}

const MAX_LENGTH = 24

function newField({ fields }: Kind, change: Extract<KindChange, { what: 'field' }>): Json {
  const { title, type, unit, means, values } = change
  const initials = speller()(title).initials.replace(/[^a-z0-9]+/g, '')
  const taken = new Set<string>([...fields.map(({ name }) => name), ...RESERVED_COLUMNS])
  const plain = `own${initials.slice(0, MAX_LENGTH)}`
  let name = plain
  for (let i = 2; taken.has(name); i++) name = `${plain}${i}`
  return {
    name,
    title,
    type: WRITTEN_TYPES[type],
    ...(values.length > 0 ? { constraints: { enum: values } } : {}),
    chentu: { ...(unit === '' ? {} : { unit }), ...(means === '' ? {} : { means }) },
  }
}
