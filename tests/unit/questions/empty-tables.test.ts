import { expect, it } from 'vitest'
import { NO_FILTERS } from '@/domain/sources/view/filters'
import { textAt, valueAt } from '@/domain/table/column'
import { evaluateRules } from '@/questions/evaluated-package'
import { filteredFindingsOf, filterFindings } from '@/questions/filtered-findings'
import type { OpenedPackage } from '@/questions/opened-package'
import { tryRule } from '@/questions/plan/rule-trial'
import { foundColumns } from '@/questions/table/found-columns'
import { openFromDisk } from '../package-from-disk'

const DAY = '2022-10-31'
const whole = (await openFromDisk('')).value!
const EMPTIED = ['construction-site', 'demolition-site', 'stockpile']
/** The package whose files of these kinds have a header only. */
const emptied = (
  await openFromDisk('', (file, text) =>
    EMPTIED.some((kind) => file === `${kind}.csv`) ? `${text.split('\n')[0]}\n` : text,
  )
).value!

/** By kind and code: the unmet requirements with their items, and since when. */
function unmetOf(opened: OpenedPackage) {
  const evaluated = evaluateRules(opened, DAY)
  const found = foundColumns(evaluated, NO_FILTERS)
  const asked = filterFindings(evaluated, NO_FILTERS)
  return new Map(
    evaluated.tables.flatMap(({ kind, first, table }) => {
      const columns = {
        unmet: found.column('unmet', first, table.length),
        unmetSince: found.column('unmetSince', first, table.length),
      }
      const of = { length: table.length, columns }
      return Array.from({ length: table.length }, (_, row) => [
        `${kind}/${textAt(table, 'code', row)}`,
        {
          unmet: textAt(of, 'unmet', row),
          since: valueAt(of, 'unmetSince', row),
          items: filteredFindingsOf(asked, first + row).map(({ rule, items }) => [rule, ...items]),
        },
      ])
    }),
  )
}

it('changes no finding, item or column of the table that begins at the same number', () => {
  const others = [...unmetOf(whole)].filter(([key]) => EMPTIED.every((kind) => !key.startsWith(`${kind}/`)))
  expect(others.length).toBeGreaterThan(500)
  expect([...unmetOf(emptied)]).toEqual(others)
})

it('tries rules of other kinds with the same result', () => {
  const [one, other] = [evaluateRules(whole, DAY), evaluateRules(emptied, DAY)]
  const rules = whole.pack.rules.filter(({ kind }) => !EMPTIED.includes(kind))
  const late = rules.map((rule) => tryRule(one, rule, []).ofLate)
  expect(late.filter(Boolean).length).toBeGreaterThan(0)
  expect(rules.map((rule) => tryRule(other, rule, []).ofLate)).toEqual(late)
})
