import type { KindId } from '@/domain/sources/kinds/kind'
import { textOf } from '@/domain/table/column'
import type { EvaluatedPackage } from '@/questions/evaluated-package'

/** At most this many texts are offered. */
const MAX_TEXTS = 200

/** The texts in a column of a kind, most frequent first. */
export function columnTexts({ tables }: EvaluatedPackage, kind: KindId, column: string): readonly string[] {
  const counts = new Map<string, number>()
  for (const { table } of tables.filter((each) => each.kind === kind)) {
    const texts = table.columns[column]
    for (let row = 0; texts && row < table.length; row++) {
      const text = textOf(texts, row)
      if (text !== '') counts.set(text, (counts.get(text) ?? 0) + 1)
    }
  }
  return [...counts]
    .sort(([, a], [, b]) => b - a)
    .slice(0, MAX_TEXTS)
    .map(([text]) => text)
}
