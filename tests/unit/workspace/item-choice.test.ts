import { expect, it } from 'vitest'
import { mustReopenFile, withChoice } from '@/workspace/import/item-choice'

it('adds to earlier choices, row by row and column by column', () => {
  const before = { columns: { name: 1, code: 2 }, edits: new Map([[3, ['甲']]]), counties: new Map([['乙', '610402']]) }
  const now = { columns: { code: null }, edits: new Map([[4, ['丙']]]), gone: 'keep' as const }
  expect(withChoice(before, now)).toEqual({
    columns: { name: 1, code: null },
    edits: new Map([
      [3, ['甲']],
      [4, ['丙']],
    ]),
    placed: new Map(),
    counties: new Map([['乙', '610402']]),
    years: new Map(),
    gone: 'keep',
  })
})

it.each([{ role: 'stockpile' }, { header: { row: 1, count: 1 } }, { sheet: 1 }])(
  'drops the columns matched before another table was chosen: %o',
  (now) => {
    const before = {
      columns: { name: 1 },
      years: new Map([['inspectedOn', 2022]]),
      position: { lon: 2, lat: 3 },
      datumColumn: 6,
      flagWords: { 'covered √': 'yes' as const },
      datum: 'wgs84' as const,
      dataClass: 'real' as const,
      overrules: true,
      confirmed: { large: 1 },
    }
    const choice = withChoice(before, now)
    expect(choice).toMatchObject({ ...now, datum: 'wgs84', dataClass: 'real' })
    expect([choice.columns, choice.position, choice.years]).toEqual([undefined, undefined, undefined])
    expect([choice.datumColumn, choice.flagWords, choice.overrules, choice.confirmed]).toEqual(Array(4).fill(undefined))
    expect(withChoice(before, { ...now, datumColumn: null }).datumColumn).toBeNull()
    expect(withChoice(before, { ...now, columns: { code: 0 } }).columns).toEqual({ code: 0 })
  },
)

it('keeps the columns chosen by hand when what the table is read as is only confirmed', () => {
  const before = { columns: { value: 2 } }
  expect(withChoice(before, { role: 'dustfall-published' }, 'dustfall-published').columns).toEqual({ value: 2 })
  expect(withChoice(before, { role: 'stockpile' }, 'dustfall-published').columns).toBeUndefined()
})

it('reads the file’s bytes again only after a change that affects how they are read', () => {
  expect(
    [{ encoding: 'gb18030' as const }, { delimiter: ';' as const }, { month: '2026-01' }, {}].map(mustReopenFile),
  ).toEqual([true, true, false, false])
})

it('adds to earlier readings of words for yes and no', () => {
  const flagWords = withChoice(
    { flagWords: { 'covered √': 'yes', 'covered ○': 'none' } },
    { flagWords: { 'covered ○': 'no' } },
  )
  expect(flagWords.flagWords).toEqual({ 'covered √': 'yes', 'covered ○': 'no' })
  expect(withChoice(flagWords, { gone: 'keep' }).flagWords).toEqual(flagWords.flagWords)
})
