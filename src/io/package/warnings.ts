import { minuteOf } from '@/domain/monitoring/minute-of'
import type { Problem } from '@/domain/problem'
import { lineOf, type Table, textAt } from '@/domain/table/column'
import { DUTIES, type WarningMeasure } from '@/domain/warnings/measure'
import { levelOf, WARNING_LEVELS, type Warning } from '@/domain/warnings/warning'
import { z } from '@/io/zod'
import { scope } from './plan'

const bilingual = z.object({ zh: z.string(), en: z.string() })

export const warningMeasuresSchema: z.ZodType<WarningMeasure[]> = z.array(
  z.object({
    id: z.string().min(1),
    levels: z.array(z.enum(WARNING_LEVELS)).min(1),
    kind: z.string(),
    scope: z.array(scope),
    duty: z.enum(DUTIES),
    what: bilingual,
    lead: z.array(z.string()),
    source: bilingual,
    confirmed: z.boolean(),
  }),
)

/** The whole city, as offices write it where they don't leave it blank. */
const WHOLE = /^(?:全市|全市域|全域|本市)(?:各|所有|全部|范围)?(?:区县|县区|县市区|县\(市、区\))?$/

/**
 * Warnings of a table. One whose level or time can't be read is left out, and said: a warning of an unknown level asks nobody
 * for anything. A county that nobody knows is said, and the warning is for the others that it names.
 */
export function readWarnings(
  table: Table,
  file: string,
  find: (text: string) => string | null,
  problems: Problem[],
): Warning[] {
  return Array.from({ length: table.length }, (_, row) => row).flatMap((row): Warning[] => {
    const at = (name: string) => textAt(table, name, row).trim()
    const say = (code: Problem['code'], column: string, seen: string, expected?: string) =>
      problems.push({ code, file, row: lineOf(table, row), column, seen, ...(expected && { expected }) })
    const [level, from] = [levelOf(at('level')), minuteOf(at('from'))]
    const until = at('until') === '' ? null : minuteOf(at('until'))
    if (level === null) say('warning-level', '预警等级', at('level'), '黄色、橙色、红色')
    if (from === null) say('not-a-time', '启动时间', at('from'), '2022-10-18 12:00')
    if (at('until') !== '' && until === null) say('not-a-time', '解除时间', at('until'), '2022-10-18 12:00')
    if (from !== null && until !== null && until <= from) say('time-order', '解除时间', at('until'), at('from'))
    const isWrong = (at('until') !== '' && until === null) || (from !== null && until !== null && until <= from)
    if (level === null || from === null || isWrong) return []
    const named = at('areas')
      .split(/[、,，;；\s]+/)
      // A name may have 和 in it (和顺县): only what is none as a whole is parted there.
      .flatMap((name) => (find(name) === null ? name.split(/[和及与]/) : [name]))
      .filter((name) => name !== '' && !WHOLE.test(name))
    const counties = named.flatMap((name) => {
      const code = find(name)
      if (code === null) say('unknown-county', '预警区域', name)
      return code === null ? [] : [code]
    })
    // All that it names is unknown: for the whole city it was not issued.
    if (named.length > 0 && counties.length === 0) return []
    return [{ code: at('code'), name: at('name'), level, from, until, counties, issuer: at('issuer') }]
  })
}
