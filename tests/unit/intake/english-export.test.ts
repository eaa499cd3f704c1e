import { expect, it } from 'vitest'
import { NO_FILTERS } from '@/domain/sources/view/filters'
import { exportTable } from '@/io/export/export'
import { evaluateRules } from '@/questions/evaluated-package'
import { exportFindings } from '@/questions/exports/export-findings'
import { exportSources } from '@/questions/exports/export-sources'
import type { ExportWords } from '@/questions/exports/export-words'
import { filterSources } from '@/questions/filtered-sources'
import { sourcesInRing } from '@/questions/map/sources-in-ring'
import { openFromDisk } from '../package-from-disk'
import { readFile } from './read-file'

const opened = (await openFromDisk('')).value!
const evaluated = evaluateRules(opened, '2022-10-31')
const members = sourcesInRing(opened, { basis: 'outline', radiusMetres: 25_000 })
const named = new Proxy({}, { get: (_, name) => String(name) })
const WORDS = {
  title: 'Sources',
  headings: named,
  kinds: named,
  statuses: named,
  classes: named,
} as unknown as ExportWords
const HAN = /\p{Script=Han}/u

it.each(['road', 'enterprise', 'stockpile', 'yard'])(
  'an export of %s in English is read like the Chinese one',
  async (kind) => {
    const filtered = filterSources(evaluated, members, { ...NO_FILTERS, kinds: [kind] })
    const [english, chinese] = await Promise.all(
      (['en', 'zh-CN'] as const).map(async (language) => {
        const table = exportSources(filtered, language, WORDS)
        if (language === 'en') {
          expect(table.headings.filter((heading) => HAN.test(heading))).toEqual([])
          // Names of places and firms are not translated.
          const listed = table.headings.flatMap((heading, i) =>
            /grade|county|Material|Use|Industry/i.test(heading) ? [i] : [],
          )
          const cells = table.rows.flatMap((row) => listed.map((i) => String(row[i] ?? '')))
          expect(cells.filter((cell) => HAN.test(cell))).toEqual([])
        }
        return readFile('sources.csv', await exportTable(table, 'csv', 'wgs84'), { role: kind, datum: 'wgs84' })
      }),
    )
    expect(english!.recognised.plan.columns).toMatchObject(chinese!.recognised.plan.columns)
    const { fields } = opened.pack.kinds.find(({ id }) => id === kind)!
    for (const { name, english: said } of fields)
      if (said === undefined || name !== 'industry')
        expect(english!.taken.table.columns[name], name).toEqual(chinese!.taken.table.columns[name])
  },
)

it('departments of findings are in English, followed by their name', () => {
  const { headings, rows } = exportFindings(filterSources(evaluated, members, NO_FILTERS), 'en', WORDS)
  const leads = new Set(rows.map((row) => String(row[headings.indexOf('lead')])))
  expect(leads).toContain('Municipal Bureau of Housing and Urban-Rural Development (市住房和城乡建设局)')
  for (const lead of leads) expect(lead).toMatch(/^[A-Z].* \(市?/i)
})
