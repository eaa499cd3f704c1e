import { expect, it } from 'vitest'
import type { CaseSort } from '@/domain/cases/settings'
import { caseBody, firstObserved } from '@/features/explore/cases/open-case'
import { casesOf } from '@/ledger/cases'
import type { CaseOpening } from '@/questions/case-openings'
import type { LikelySourceOf } from '@/questions/likely-sources'
import { caseView } from '@/store/cases/case-view'
import { givenCase } from '@/store/cases/given-case'
import { write } from '../ledger/records'

const source = (nth: number | null) => ({
  ...{ source: 3, kind: 'stockpile', code: 'DC-1', name: '堆', county: '', dataClass: 'measured' },
  sameCode: nth && { nth, of: 3 },
  ...{ position: [108.7, 34.3], status: 0, overdueDays: 0, metres: 9, azimuth: 3 },
})
const opening = (nth: number | null) =>
  ({ key: 'k', sort: 's', name: '堆', source: source(nth), isIllustrative: false }) as unknown as CaseOpening
const said = {
  sort: { id: 's', title: { zh: '类', en: 'sort' }, from: {}, lead: [], terms: [] } satisfies CaseSort,
  ...{
    title: '堆',
    reason: '举报',
    position: null,
    county: '',
    observed: '2022-10-31T00:00:00.000Z',
    wind: null,
    note: '',
  },
}

it('a case names which of several sources with one code it is about, and a team is sent to that', () => {
  const likely = [source(3), source(1), source(null)] as unknown as LikelySourceOf[]
  const body = caseBody(opening(2), said, likely)
  expect(body.target).toEqual({ kind: 'stockpile', code: 'DC-1', name: '堆', nth: 2 })
  expect(body.likely.map(({ nth }) => nth)).toEqual([3, undefined, undefined])
  const [record] = casesOf([write('a1b2c3d4e5f60718', null, body)]).values()
  const view = caseView(record!, Date.parse('2022-10-31T00:00:00Z'))
  const given = givenCase(view, body, { team: '', day: '2022-11-01' })
  expect(given.likely.map(({ nth }) => nth)).toEqual([3, undefined, undefined])
})

it('a form begins without a time where only a person knows when something was noticed', () => {
  const of = (reason: object) => ({ reason }) as unknown as CaseOpening
  const reported = of({ of: 'reported', day: '2022-10-30' })
  expect(firstObserved(null, '2022-10-31', '2022-10-31')).toBe('')
  expect(firstObserved(of({ of: 'dustfall' }), '2022-10-31', '2022-10-31')).toBe('')
  expect(firstObserved(reported, '2022-10-30', '2022-10-30')).toBe('')
  expect(firstObserved(reported, '2022-10-31', '2022-10-31')).toBe('2022-10-30 23:59')
  const from = Date.parse('2022-10-30T02:00:00Z') / 60_000
  expect(firstObserved(of({ of: 'exceedance', from }), '2022-10-31', '2022-10-31')).toBe('2022-10-30 11:00')
})
