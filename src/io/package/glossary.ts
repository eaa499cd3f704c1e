import type { Glossary } from '@/domain/glossary'
import type { Problem } from '@/domain/problem'
import type { Kind } from '@/domain/sources/kinds/kind'
import { readEnglish } from './english-words'

/**
 * English for the words of a package: from its setting `english` and from the fields of its kinds. Invalid entries of
 * the setting are skipped.
 */
export function glossaryOf(setting: unknown, kinds: readonly Kind[]): Glossary {
  const own = readEnglish(setting).words
  const fields = kinds.flatMap((kind) => [...kind.fields, ...(kind.surveys?.fields ?? [])])
  return new Map([...fields.flatMap(({ english = {} }) => Object.entries(english)), ...Object.entries(own)])
}

/** Problems with the setting. */
export const glossaryProblems = (file: string, setting: unknown): Problem[] =>
  readEnglish(setting).faults.map(({ way, seen }) => ({
    code: 'english-wrong',
    file,
    column: ['chentu', 'english', ...way].join('.'),
    seen,
  }))
