import 'fake-indexeddb/auto'
import { cleanup, fireEvent, render, screen, within } from '@testing-library/react'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { parseDay } from '@/domain/calendar'
import { STATUS } from '@/domain/rules/status'
import { CheckHead } from '@/features/field/check/CheckHead'
import { useSourceFacts } from '@/features/field/check/use-source-facts'
import type { CheckTarget } from '@/features/field/record/check-target'
import { startI18n } from '@/i18n'
import type { LedgerEvent } from '@/ledger/event'
import { nextEvent } from '@/ledger/event-chain'
import { foldLedger } from '@/ledger/fold'
import { useChentu } from '@/store/chentu'
import { ledger, useLedger } from '@/store/ledger'
import { squareCity } from '../fixtures/square-city'
import { inspection } from '../unit/ledger/records'

const record: {
  values: Record<string, unknown>
  itemDeadlines: Record<string, number | null>
  findings: unknown[]
  kept: unknown[]
  toVerify: number[]
  measured: unknown[]
} = {
  values: { whereabouts: '思源路与乐育路口', boss: '甲公司', address: '另一列' },
  itemDeadlines: {},
  findings: [],
  measured: [],
  kept: [],
  toVerify: [],
}
vi.mock('@/store/answers/use-answer', () => ({ useAnswer: () => record }))
vi.mock('@/store/warnings/use-duties', () => ({ useUnderWarning: () => () => false }))

const target: CheckTarget = { kind: 'yard', code: 'Y-1', name: '沙场', sameCode: null, position: null, summary: null }
const ORIGIN = { position: [108.7, 34.3], kind: 'default', accuracyMetres: null, headingDegrees: null } as const
function Head({ of = target }: { readonly of?: CheckTarget }) {
  const facts = useSourceFacts(of)
  return <CheckHead source={of} facts={facts} origin={ORIGIN} onMap={() => undefined} />
}
const withFields = (fields: readonly unknown[]) =>
  useChentu.setState({
    opened: {
      dataset: {
        settings: { city: { name: { zh: '', en: '' } } },
        rules: [],
        kinds: [{ id: 'yard', title: { zh: '货场', en: 'Yard' }, fields }],
        counties: [{ code: '610402', name: '秦都区' }],
        outlines: { features: [{ id: '610402', geometry: squareCity([108.7, 34.3], 0.1) }] },
      },
    } as never,
  })

beforeEach(async () => void (await startI18n('zh-CN')))
afterEach(cleanup)

it('shows the field whose meaning is the address, whatever its name', () => {
  withFields([
    { name: 'whereabouts', means: 'address' },
    { name: 'boss', means: 'operator' },
    { name: 'address', means: null },
  ])
  render(<Head />)
  expect(screen.getByText(/思源路与乐育路口/)).toBeTruthy()
  expect(screen.getByText('甲公司')).toBeTruthy()
  expect(screen.queryByText(/另一列/)).toBeNull()
})

it('leaves no empty space if no field means an address', () => {
  withFields([{ name: 'boss', means: 'operator' }])
  render(<Head />)
  expect(screen.queryByText(/思源路|另一列|·\s*$/)).toBeNull()
})

it('shows the county of a found source, or that it is outside the city', () => {
  withFields([])
  render(<Head of={{ ...target, position: [108.71, 34.31] }} />)
  expect(screen.getByText(/货场\s· 秦都区/)).toBeTruthy()
  cleanup()
  render(<Head of={{ ...target, position: [112, 34.31] }} />)
  expect(screen.getByText(/货场\s· 本市范围外/)).toBeTruthy()
})

it('shows each item’s own deadline if the data has only the earliest', () => {
  const due = parseDay('2026-12-04')
  record.values = { covered: false, fenced: false }
  record.findings = [{ rule: 0, status: STATUS.failing, since: null, due, days: 0 }]
  const fields = ['covered', 'fenced'].map((name) => ({
    name,
    means: null,
    title: { zh: name === 'covered' ? '物料覆盖' : '围挡', en: name },
  }))
  withFields(fields)
  const { opened } = useChentu.getState()
  const rules = [
    {
      id: 'six',
      kind: 'yard',
      title: { zh: '六项', en: 'Six' },
      check: { type: 'all-yes', fields: ['covered', 'fenced'] },
    },
  ]
  useChentu.setState({ opened: { ...opened, dataset: { ...opened!.dataset, rules } } as never })
  const show = (fenced: string) => {
    record.itemDeadlines = { covered: due, fenced: parseDay(fenced) }
    render(<Head />)
  }
  // The last team could not enter, which settles nothing.
  const answers = { covered: 'not-seen', fenced: 'not-seen' } as const
  const locked = inspection({ target: { kind: 'yard', code: 'Y-1', name: '沙场' }, answers })
  const event = nextEvent(null, { device: 'a', at: '2026-11-27T01:00:00Z', author: '张三', body: locked })
  useLedger.setState({ state: foldLedger([event]) })
  show('2026-12-10')
  expect(screen.getByText('物料覆盖 期限 2026-12-04')).toBeTruthy()
  expect(screen.getByText('围挡 期限 2026-12-10')).toBeTruthy()
  cleanup()
  show('2026-12-04')
  expect(screen.queryByText(/^围挡 期限/)).toBeNull()
})

it('shows the photos of all visits, newest first, with time and subject', async () => {
  withFields([{ name: 'covered', means: null, title: { zh: '物料覆盖', en: 'Covered' } }])
  const { opened } = useChentu.getState()
  const rules = [
    { id: 'six', kind: 'yard', title: { zh: '', en: '' }, check: { type: 'all-yes', fields: ['covered'] } },
  ]
  useChentu.setState({ opened: { ...opened, dataset: { ...opened!.dataset, rules } } as never })
  const photo = (hash: string, at: string, item?: string) => ({
    ...{ hash, bytes: 1, at, position: null, taken: null },
    ...(item === undefined ? {} : { item }),
  })
  const visits = [
    [photo('a', '2026-11-20T01:00:00Z'), photo('b', '2026-11-20T01:05:00Z', 'covered')],
    [photo('c', '2026-11-27T01:00:00Z', 'covered')],
  ]
  const events: LedgerEvent[] = []
  for (const photos of visits) {
    const body = inspection({ target: { kind: 'yard', code: 'Y-1', name: '沙场' }, photos })
    events.push(nextEvent(events.at(-1) ?? null, { device: 'a', at: photos[0]!.at, author: '张三', body }))
  }
  useLedger.setState({ state: foldLedger(events) })
  for (const hash of ['a', 'b', 'c'])
    await ledger().database.photos.put({ hash, original: null, shown: new Blob(['x']) })
  vi.spyOn(URL, 'createObjectURL').mockReturnValue('blob:photo')
  HTMLDialogElement.prototype.showModal = function () {
    this.open = true
  }
  render(<Head />)
  const list = within(screen.getByRole('list', { name: '各次检查的照片' }))
  expect(list.getAllByRole('listitem').map(({ textContent }) => textContent)).toEqual([
    '2026-11-27 09:00物料覆盖',
    '2026-11-20 09:05物料覆盖',
    '2026-11-20 09:00场所情况',
  ])
  fireEvent.click(await list.findByRole('img', { name: '照片 2026-11-27 09:00 物料覆盖' }))
  expect(screen.getByRole('dialog', { name: '照片 2026-11-27 09:00 物料覆盖' })).toBeTruthy()
})

it('shows what to verify if readings fall short of an unconfirmed threshold', () => {
  record.values = { covered: null }
  record.findings = [{ rule: 0, status: STATUS.unknown, since: null, due: null, days: 0 }]
  record.toVerify = [0]
  const of = { from: parseDay('2022-10-25'), to: parseDay('2022-10-31'), hours: 120, of: 168, isOnline: false }
  record.measured = [{ ...of, measured: 'online', field: 'covered', role: 'verify', dataClass: 'real' }]
  withFields([{ name: 'covered', means: null, title: { zh: '在线', en: 'Online' } }])
  const { opened } = useChentu.getState()
  const rules = [
    { id: 'on', kind: 'yard', title: { zh: '在线', en: '' }, check: { type: 'all-yes', fields: ['covered'] } },
  ]
  const online = { leastShare: 0.9, days: 7, confirmed: false, source: { zh: '尘图取值', en: '' } }
  useChentu.setState({ opened: { ...opened, dataset: { ...opened!.dataset, rules, monitoring: { online } } } as never })
  render(<Head />)
  screen.getByText('在线（据监测或定位数据，待核实）')
  screen.getByText(/占 71.4%，低于参考值 90%（未经核实），需现场核实；判定规则：尘图取值$/)
})

it('shows days, share, data class and rule of a failure by readings', () => {
  record.values = { covered: false }
  record.findings = [{ rule: 0, status: STATUS.failing, since: null, due: null, days: 0 }]
  record.toVerify = []
  const of = { from: parseDay('2022-10-25'), to: parseDay('2022-10-31'), hours: 120, of: 168, isOnline: false }
  record.measured = [{ ...of, measured: 'online', field: 'covered', role: 'decides', dataClass: 'illustrative' }]
  withFields([{ name: 'covered', means: null, title: { zh: '在线', en: 'Online' } }])
  const { opened } = useChentu.getState()
  const rules = [
    { id: 'on', kind: 'yard', title: { zh: '在线', en: '' }, check: { type: 'all-yes', fields: ['covered'] } },
  ]
  const online = { leastShare: 0.9, days: 7, confirmed: true, source: { zh: '通行做法', en: '' } }
  const dataset = { ...opened!.dataset, rules, monitoring: { online } }
  useChentu.setState({ opened: { ...opened, dataset } as never })
  render(<Head />)
  screen.getByText(
    '据监测读数：2022-10-25 至 2022-10-31 共 168 小时，有效 120 小时，占 71.4%，低于 90%，读数为示例；判定规则：通行做法',
  )
})
