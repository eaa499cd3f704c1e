import first from '#data/kinds.json'
import type { Problem } from '@/domain/problem'
import type { Field } from '@/domain/sources/kinds/field'
import type { Kind } from '@/domain/sources/kinds/kind'
import { type KindsFile, readKinds } from './kinds-file'

/**
 * The kinds of a package, from its `kinds` files. A package without one was written before kinds were declared: it has those of
 * the first city. Fields that these share may be named by every package.
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
 * The first city's kinds as packages without a `kinds` file were given them by earlier versions, the latest first: until tables of
 * works were known by more words, until the stage of works meant something to the code, and until the deadline of a task might be
 * absent. Links of then have a sum that these go into.
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

/** Properties stand in the order in which a field is read: they are summed up as JSON. */
function withDeadline(field: Field): Field {
  if (field.means !== 'deadline') return field
  const { name, title, headings, type, ...rest } = field
  return { name, title, headings, type, required: true, ...rest }
}
