import type { Glossary } from '@/domain/glossary'
import type { Kind } from '@/domain/sources/kinds/kind'
import { z } from '@/io/zod'

const words = z.record(z.string(), z.string().min(1))

/** English for the words of a package: those of its setting `english`, and those of the fields of its kinds. A setting of another form is left out. */
export function glossaryOf(setting: unknown, kinds: readonly Kind[]): Glossary {
  const own = words.safeParse(setting)
  const fields = kinds.flatMap((kind) => [...kind.fields, ...(kind.surveys?.fields ?? [])])
  return new Map([...fields.flatMap(({ english = {} }) => Object.entries(english)), ...Object.entries(own.data ?? {})])
}
