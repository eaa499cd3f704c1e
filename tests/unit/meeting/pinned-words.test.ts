import { expect, it } from 'vitest'
import { STATUS } from '@/domain/rules/status'
import type { KindId } from '@/domain/sources/kinds/kind'
import {
  entryCounts,
  type LegendHeadings,
  namedEntries,
  type PinnedCounts,
  pinnedFacts,
} from '@/features/meeting/pinned-words'
import type { LegendEntry } from '@/layers/legend'

const counts: PinnedCounts = {
  shown: { total: 23, tasks: 0, monitors: 0, problems: 8, findings: 8, pastUnknown: 0, unplaced: 0, lines: [] },
  standings: { overdue: 3, failing: 5, fine: 10, due: 4, unknown: 1 },
  kinds: new Map([['yard' as KindId, { total: 23, overdue: 3 }]]),
}
const overdue: LegendEntry = { type: 'standing', status: 'overdue' }
const fine: LegendEntry = { type: 'standing', status: 'fine' }
const fineDots: LegendEntry = { type: 'dots', status: 'fine' }
const unknownDots: LegendEntry = { type: 'dots', status: 'unknown' }
const badge: LegendEntry = { type: 'badge', status: 'overdue' }
const yard: LegendEntry = { type: 'kind', kind: 'yard' as KindId, shape: 'circle', mark: '', letters: [] }
const upTo = (limit: number, to: number): LegendEntry => ({
  ...{ type: 'dustfall', dustfallLimit: limit, months: null, class: 0, from: null, to, over: false },
})

it('a legend counts each standing once, at its first entry, counting what is soon due as in order, and kinds', () => {
  const all = entryCounts([overdue, fine, badge, fineDots, unknownDots, yard], counts)
  expect([...all]).toEqual([
    [overdue, 3],
    [fine, 14],
    [unknownDots, 1],
    [yard, 23],
  ])
  expect(entryCounts([fineDots], counts).get(fineDots)).toBe(14)
})

it('legend entries are grouped, dustfall by limit, without empty groups', () => {
  const heading: LegendHeadings = {
    look: () => '样式',
    dustfall: (entry) => `降尘 ${entry.dustfallLimit}`,
    line: () => '道路',
  }
  const groups = namedEntries([overdue, yard, upTo(7, 3), upTo(9, 3), upTo(7, 5), { type: 'rivers' }], heading)
  expect(groups).toEqual([
    { name: '', entries: [overdue] },
    { name: '', entries: [yard] },
    { name: '降尘 7', entries: [upTo(7, 3), upTo(7, 5)] },
    { name: '降尘 9', entries: [upTo(9, 3)] },
    { name: '', entries: [{ type: 'rivers' }] },
  ])
})

it('states the standing of the selected source, and the number in the frame if not all are in it', () => {
  const words = (key: string, { count, days }: { count?: number; days?: number } = {}) =>
    [key, count ?? days].filter((each) => each !== undefined).join(' ')
  const said = (of: object) =>
    pinnedFacts(words as never, { ...counts, selected: null, inFrame: 23, ...of } as never).map(
      ({ label, value }) => `${label}: ${value}`,
    )
  const all = ['status.overdue: figures.sources 3', 'status.failing: figures.sources 5']
  expect(said({})).toEqual(['meeting.shown: figures.sources 23', ...all])
  expect(said({ inFrame: 3, selected: { name: '北堆场', status: STATUS.overdue, overdueDays: 12 } })).toEqual([
    '北堆场: findings.overdueDays 12',
    'meeting.shown: figures.sources 23',
    'meeting.inFrame: figures.sources 3',
    ...all,
  ])
  expect(said({ selected: { name: '北堆场', status: STATUS.fine, overdueDays: 0 } })[0]).toBe('北堆场: status.fine')
})
