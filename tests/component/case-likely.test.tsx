import 'fake-indexeddb/auto'
import { act, cleanup, render, screen } from '@testing-library/react'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { checklistOf } from '@/domain/rules/checklist'
import { LikelyList } from '@/features/cases/LikelyList'
import { RecordedLikelySources } from '@/features/explore/cases/RecordedLikelySources'
import { TaskLikely } from '@/features/field/cases/TaskLikely'
import { startI18n } from '@/i18n'
import type { CaseOpened } from '@/ledger/case-bodies'
import type { Inspection } from '@/ledger/event'
import { useChentu } from '@/store/chentu'
import { ledger, useLedger } from '@/store/ledger'
import { inspection, target } from '../unit/ledger/records'

const FIELDS = { covered: '覆盖', hosed: '喷淋', washed: '冲洗' }
const fields = Object.entries(FIELDS).map(([name, zh]) => ({ name, label: { zh, en: name }, title: { zh, en: name } }))
const title = { zh: '物料管理', en: 'Materials' }
const rule = {
  ...{ id: '24-cover', kind: target.kind, clause: 24, title, from: '2000-01-01' },
  check: { type: 'all-yes', fields: Object.keys(FIELDS) },
}
const rules = [rule] as never
const kinds = [{ id: target.kind, title: { zh: '堆', en: 'Pile' }, fields }] as never
const body: CaseOpened = {
  type: 'case',
  ...{ sort: 'fire', sortName: '火点', title: '火点一', reason: '卫星', from: '' },
  ...{ position: null, county: '', lead: [], observed: '2022-10-29T00:00:00.000Z' },
  likely: [{ ...target, metres: 9, azimuth: 3, standing: 'fine', overdueDays: 0 }],
  terms: [],
  note: '',
}
const OF = { checklist: checklistOf(rules, target.kind).version, asked: 3 }

beforeEach(async () => {
  await startI18n('zh-CN')
  useChentu.setState({
    opened: { dataset: { kinds, rules, endedRules: [], earlierPlans: [], warningMeasures: [] } } as never,
  })
  await ledger().database.events.clear()
  await useLedger.getState().load()
})
afterEach(cleanup)

const check = (change: Partial<Inspection>) => act(() => useLedger.getState().append(inspection(change), [], null))
/** What the case shows for its likely source. */
function said(): string {
  const { container } = render(
    <RecordedLikelySources opened={body} finding="" picked={new Set()} onPick={() => undefined} />,
  )
  return container.querySelector('li small')!.textContent!
}

it('a source that was checked only partly is not called fine: what is left is named', async () => {
  await check({ ...OF, answers: { covered: 'yes' } })
  expect(said()).toMatch(/部分核查，已查的没有不符合项；还有 2 项未查：喷淋、冲洗$/)
  expect(said()).not.toContain('已现场检查')
})

it('items of another checklist are counted and not named', async () => {
  await check({ ...OF, checklist: 'earlier', answers: { covered: 'yes' } })
  expect(said()).toMatch(/已查的没有不符合项；还有 2 项未查$/)
})

it('failed and uncheckable items are listed beside the items still to check', async () => {
  await check({ ...OF, answers: { covered: 'no', hosed: 'not-seen' } })
  expect(said()).toMatch(/现场检查：1 项不符合，其中 1 项无法核查；还有 1 项未查：冲洗$/)
})

it('a source where nothing could be checked is not called fine either', async () => {
  await check({ ...OF, answers: { covered: 'not-seen', hosed: 'not-seen', washed: 'not-seen' } })
  expect(said()).toMatch(/所答 3 项都无法核查$/)
})

it('a completely checked source has no open items', async () => {
  await check({ ...OF, answers: { covered: 'yes', hosed: 'yes', washed: 'not-applicable' } })
  expect(said()).toMatch(/已现场检查，没有不符合项$/)
})

it('a check that the desk returned to the team does not count, but is mentioned', async () => {
  await check({ ...OF, answers: { covered: 'yes', hosed: 'yes', washed: 'yes' } })
  const [record] = useLedger.getState().events!.values()
  act(() => useLedger.setState({ reviews: new Map([[record!.hash, { verdict: 'returned' } as never]]) }))
  expect(said()).toMatch(/的检查已退回巡查组，不计入$/)
})

it('a source without a check since the value was noticed is named as unchecked beside a report that found no cause', async () => {
  const show = (finding: string) => {
    cleanup()
    render(<RecordedLikelySources opened={body} finding={finding} picked={new Set()} onPick={() => undefined} />)
    return screen.queryByRole('note')?.textContent
  }
  const left = '反馈为“未查到来源”，但可能来源还有 1 处未查：煤堆。'
  expect(said()).toMatch(/未查$/)
  expect(show('')).toBeUndefined()
  expect(show('cause')).toBeUndefined()
  expect(show('no-cause')).toBe(left)
  await check({ ...OF, answers: { covered: 'not-seen', hosed: 'not-seen', washed: 'not-seen' } })
  expect(show('no-cause')).toBe(left)
  await check({ ...OF, answers: { covered: 'yes' } })
  expect(show('no-cause')).toBeUndefined()
})

it('what “not checked” means is a sentence of its own in English, too', async () => {
  await startI18n('en')
  render(<RecordedLikelySources opened={body} finding="" picked={new Set()} onPick={() => undefined} />)
  screen.getByText(/not from a site visit\. “Not checked” means/)
})

const task = { ...body, id: 'a-1', sort: '', due: [], knows: [], likely: [target], stops: [target] }
/** What the team’s tablet shows for the source. */
function onTablet(): string {
  cleanup()
  render(<TaskLikely of={task as never} />)
  return screen.getByRole('button').textContent!
}

it('the tablet marks a source as checked only once all its items are checked', async () => {
  await check({ ...OF, answers: { covered: 'yes' } })
  expect(onTablet()).toBe('◐ 煤堆（部分核查，还有 2 项未答）')
  await check({ ...OF, answers: { hosed: 'yes', washed: 'yes' } })
  expect(onTablet()).toBe('✓ 煤堆（已检查）')
})

it('the tablet does not mark a source as checked if nothing could be checked, or the desk returned the check', async () => {
  await check({ ...OF, answers: { covered: 'not-seen', hosed: 'not-seen', washed: 'not-seen' } })
  expect(onTablet()).toBe('○ 煤堆（到过现场，尚无核查结果）')
  await check({ ...OF, answers: { covered: 'yes', hosed: 'yes', washed: 'yes' } })
  expect(onTablet()).toBe('✓ 煤堆（已检查）')
  const hashes = [...useLedger.getState().events!.values()].map(({ hash }) => hash)
  const reviews = new Map(hashes.map((hash) => [hash, { hash, verdict: 'returned', at: '' } as never]))
  act(() => useLedger.setState({ reviews }))
  expect(onTablet()).toBe('煤堆（检查已退回）')
})

it('the list of a new case counts the site of the monitor in addition to those around it', () => {
  const of = (source: number, name: string) => ({
    ...{ source, name, kind: target.kind, code: name, status: 0, overdueDays: 0, metres: 90, azimuth: 3 },
  })
  const found = { own: of(0, '甲'), total: 207, likely: [of(1, '乙'), of(2, '丙')], leftOut: [] }
  const source = title
  useChentu.setState({
    opened: {
      dataset: { kinds, cases: { likely: { metres: 5000, bandMetres: 500, source, confirmed: true } } },
      evaluation: { asOf: '2022-10-31' },
    } as never,
  })
  render(<LikelyList found={found as never} causes={null} wind={null} hasPlace />)
  screen.getByText(/207 处，列出 2 处/)
  screen.getByText('另列监测点所在地，排在最前，不论风向；连同它共 3 处。')
  expect(screen.getAllByRole('listitem')).toHaveLength(3)
})
