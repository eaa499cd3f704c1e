import { expect, it } from 'vitest'
import { StatedChecks, type StatedRow } from '@/domain/intake/rows/stated-checks'

/** A row that counts how often its month is accessed. */
function countedRow(row: number, month: string, looked: () => void): StatedRow {
  return {
    row,
    county: String(row % 2),
    value: row,
    stated: { rank: '9' },
    get month() {
      looked()
      return month
    },
  }
}

it('examines each row a fixed number of times, however many months a table has', () => {
  const checks = new StatedChecks(() => null, 0.15)
  const rows = 2000
  let looks = 0
  for (let i = 0; i < rows; i++)
    checks.add(
      countedRow(
        i,
        `${1000 + Math.floor(i / 24)}-${String((Math.floor(i / 2) % 12) + 1).padStart(2, '0')}`,
        () => looks++,
      ),
    )
  let said = 0
  checks.finish(() => said++)
  expect(said).toBe(rows)
  expect(looks).toBeLessThanOrEqual(4 * rows)
})

it('compares every total of a month with its rows, wherever they are', () => {
  const checks = new StatedChecks(() => null, 0.15)
  const said: string[] = []
  const row = (number: number, month: string, value: number) =>
    checks.add({ row: number, county: String(number), month, value, stated: {} })
  checks.addSum({ row: 1, month: '2026-01', sum: 'mean', value: 3.5 })
  row(2, '2026-01', 3)
  row(3, '2026-02', 8)
  row(4, '2026-01', 4)
  checks.addSum({ row: 5, month: '2026-01', sum: 'highest', value: 8 })
  checks.addSum({ row: 6, month: '2026-01', sum: 'lowest', value: 3 })
  checks.addSum({ row: 7, month: '2026-02', sum: 'mean', value: 7 })
  checks.addSum({ row: 8, month: '2026-02', sum: 'other', value: 7 })
  checks.addSum({ row: 9, month: '2026-03', sum: 'mean', value: 7 })
  checks.finish((number, field, { code, expected }) => said.push(`${number} ${field} ${code} ${expected}`))
  expect(said.sort()).toEqual(['5 value stated-differs 4.0', '7 value stated-differs 8.0'])
})
