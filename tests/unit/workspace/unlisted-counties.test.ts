import { expect, it } from 'vitest'
import { KEPT_PER_GROUP, ProblemLog } from '@/domain/intake/rows/problem-log'
import { unlistedCounties } from '@/workspace/import/unlisted-counties'

/** A list of sources whose rows name a county that is on no list. */
const rowsOf = (names: readonly string[]) => {
  const log = new ProblemLog()
  for (const [i, seen] of names.entries())
    log.add({ code: 'county-unlisted', file: '堆场.csv', column: '区县', seen, row: i + 2, action: 'kept' })
  return unlistedCounties({ target: { lists: true } } as never, log.groups())
}

it('names each unlisted county once, and says in how many rows they were looked for', () => {
  expect(rowsOf(['长安区', '某区', '长安区'])).toEqual({
    ...{ count: 3, names: ['长安区', '某区'], namedRows: 3, firstRow: 2 },
  })
  // The last county stands after the rows that are kept.
  const many = rowsOf([...Array.from({ length: KEPT_PER_GROUP }, () => '长安区'), '某区'])
  expect(many).toEqual({ count: KEPT_PER_GROUP + 1, names: ['长安区'], namedRows: KEPT_PER_GROUP, firstRow: 2 })
})
