import { textAt, textOf } from '@/domain/table/column'
import type { EvaluatedPackage } from '@/questions/evaluated-package'

/** A source whose name or code was looked up. */
export interface KnownName {
  readonly asked: string
  readonly kind: string
  readonly code: string
  readonly name: string
}

/** Sources with one of these codes or names: the first per text and kind; a code takes precedence over a name. */
export function knownNames({ opened }: EvaluatedPackage, asked: readonly string[]): KnownName[] {
  const { sources } = opened.inventory
  const wanted = new Set(asked)
  const found = new Map<string, KnownName>()
  for (const by of ['code', 'name'] as const) {
    const column = sources.columns[by]
    for (let row = 0; row < sources.length; row++) {
      const text = textOf(column, row)
      if (!wanted.has(text)) continue
      const kind = textAt(sources, 'kind', row)
      const key = `${text}\n${kind}`
      if (found.has(key)) continue
      found.set(key, {
        asked: text,
        kind,
        code: textAt(sources, 'code', row),
        name: textAt(sources, 'name', row),
      })
    }
  }
  return [...found.values()]
}
