import first from '#data/kinds.json'
import type { Problem } from '@/domain/problem'
import type { Field } from '@/domain/sources/kinds/field'
import type { Kind } from '@/domain/sources/kinds/kind'
import { type KindsFile, readKinds } from './kinds-file'

/**
 * The kinds of a package, from its `kinds` files. A package without one predates declared kinds and has those of the
 * first city. Every package may use the shared fields of these.
 */
export function packageKinds(
  files: readonly KindsFile[],
  reserved: readonly string[],
): { kinds: Kind[]; problems: Problem[] } {
  const path = 'kinds.json'
  if (files.length === 0) return readKinds([{ path, value: first }], reserved)
  return readKinds([...files, { path, value: { shared: first.shared, kinds: [] } }], reserved)
}

const ofFields = (kinds: readonly Kind[], change: (field: Field) => Field): Kind[] =>
  kinds.map((kind) => ({ ...kind, fields: kind.fields.map(change) }))

/**
 * Earlier versions of the first city's kinds for packages without a `kinds` file, latest first: before more words
 * identified tables of construction works, before their stage had a meaning, and before a task's deadline became
 * optional. Old links contain a hash computed from these.
 */
export function kindsBefore(kinds: readonly Kind[]): Kind[][] {
  const fewerWords = kinds.map(withFewerWords)
  const stageless = ofFields(fewerWords, withoutStage)
  return [fewerWords, stageless, ofFields(stageless, withDeadline)]
}

const LATER_WORDS = new Set([
  ...['工程名称', '工程围挡', '建设工程', '建筑工程', '房建工程', '在建工程'],
  ...['工程类型', '工程类别'],
])

const withFewerWords = (kind: Kind): Kind => ({ ...kind, words: kind.words.filter((word) => !LATER_WORDS.has(word)) })

function withoutStage(field: Field): Field {
  if (field.means !== 'stage') return field
  const { means: _, ...rest } = field
  return rest
}

/** Property order matters, since the hash is computed from the JSON: it is the order in which a field is read. */
function withDeadline(field: Field): Field {
  if (field.means !== 'deadline') return field
  const { name, title, headings, type, ...rest } = field
  return { name, title, headings, type, required: true, ...rest }
}
