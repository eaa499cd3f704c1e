import type { Problem } from '@/domain/problem'
import { lineOf, type Table, textAt } from '@/domain/table/column'
import { DUTIES, type WarningMeasure } from '@/domain/warnings/measure'
import { WARNING_LEVELS, type Warning } from '@/domain/warnings/warning'
import { readWarningCells, type WarningCell } from '@/domain/warnings/warning-cells'
import { z } from '@/io/zod'
import { scope } from './plan'

const bilingual = z.object({ zh: z.string(), en: z.string() })

export const warningMeasuresSchema: z.ZodType<WarningMeasure[]> = z.array(
  z.object({
    id: z.string().min(1),
    levels: z.array(z.enum(WARNING_LEVELS)).min(1),
    kind: z.string(),
    scope: z.array(scope),
    finished: z.array(scope).optional(),
    duty: z.enum(DUTIES),
    what: bilingual,
    lead: z.array(z.string()),
    source: bilingual,
    confirmed: z.boolean(),
  }),
)

const CODE_HEADING = '预警编号'
const HEADINGS: Readonly<Record<WarningCell, string>> = {
  level: '预警等级',
  from: '启动时间',
  until: '解除时间',
  areas: '预警区域',
}

/**
 * Reads the warnings of a table. A warning with an unknown level, time or area is left out, as is one with a duplicate
 * code, since calls could not be assigned. Both are reported with their row.
 * @param lines where each code was first read, over all tables of the package.
 */
export function readWarnings(
  table: Table,
  file: string,
  find: (text: string) => string | null,
  problems: Problem[],
  lines: Map<string, number> = new Map(),
): Warning[] {
  return Array.from({ length: table.length }, (_, row) => row).flatMap((row): Warning[] => {
    const at = (name: string) => textAt(table, name, row).trim()
    const cells = { level: at('level'), from: at('from'), until: at('until'), areas: at('areas') }
    const { value, faults } = readWarningCells(cells, find)
    const [code, line] = [at('code'), lineOf(table, row)]
    const refused = { action: 'refused' } as const
    for (const { cell, ...fault } of faults)
      problems.push({ file, row: line, column: HEADINGS[cell], ...fault, ...(value ? {} : refused) })
    if (!value) return []
    const before = lines.get(code)
    if (before !== undefined) {
      const earlier = { row: before, value: code }
      problems.push({ code: 'duplicate-code', file, row: line, column: CODE_HEADING, seen: code, earlier, ...refused })
      return []
    }
    lines.set(code, line)
    return [{ code, name: at('name'), ...value, issuer: at('issuer') }]
  })
}
