import 'fake-indexeddb/auto'
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { FindByName } from '@/features/field/frame/FindByName'
import { startI18n } from '@/i18n'
import { eventsById } from '@/ledger/event'
import { foldLedger } from '@/ledger/fold'
import { searchNames } from '@/questions/search/search-names'
import { useChentu } from '@/store/chentu'
import { useLedger } from '@/store/ledger'
import { KINDS } from '../fixtures/kinds'
import { squareCity } from '../fixtures/square-city'
import { write } from '../unit/ledger/records'

const worker = vi.hoisted(() => ({
  findSource: vi.fn(async () => null),
  searchNames: vi.fn(),
  searchSources: vi.fn(),
}))
vi.mock('@/workers/client', () => ({ datasetWorker: () => worker, onDatasetWorkerStopped: () => undefined }))

const COUNTIES = [
  { code: '610402', name: '秦都区', nameEn: 'Qindu', aliases: [], ranked: true },
  { code: '610404', name: '渭城区', nameEn: 'Weicheng', aliases: [], ranked: true },
]
const listed = (code: string, county: string, lat: number) => ({
  ...{ source: Number(code), kind: 'stockpile', code, sameCode: null, name: '玉泉路堆场', county },
  ...{ dataClass: 'real', position: [108.7, lat], status: 3, overdueDays: 0 },
})
const registered = write('this', null, {
  type: 'discovery',
  target: { kind: 'stockpile', code: 'XC20261201-7', name: '沣河桥下土堆' },
  position: [108.7, 34.31],
  accuracyMetres: 5,
  placed: 'stood',
  outline: [],
  note: '',
  photos: [],
})
const setView = vi.fn()
const origin = { position: [108.7, 34.3], kind: 'measured', accuracyMetres: 5, headingDegrees: null } as const
const type = (value: string) => fireEvent.change(screen.getByRole('searchbox'), { target: { value } })

beforeEach(async () => {
  await startI18n('zh-CN')
  vi.clearAllMocks()
  worker.searchNames.mockImplementation(searchNames)
  worker.searchSources.mockResolvedValue([])
  const outlines = { features: [{ id: '610402', geometry: squareCity([108.7, 34.3], 0.1) }] }
  useChentu.setState({
    setView,
    opened: {
      dataset: {
        ...{ kinds: KINDS, counties: COUNTIES, outlines, rules: [] },
        settings: { city: { zh: '咸阳', en: 'Xianyang' } },
      },
    },
  } as never)
  const events = eventsById([registered])
  useLedger.setState({ events, state: foldLedger(events.values()) })
  render(<FindByName origin={origin} onClose={() => undefined} />)
})
afterEach(cleanup)

describe('finding a source by name in the field', () => {
  it.each([
    ['its full name', '沣河桥下土堆'],
    ['a part of it', '桥下'],
    ['pinyin initials', 'fhqx'],
    ['its number', 'XC20261201-7'],
  ])('finds a source that the team registered itself by %s', async (_, query) => {
    type(query)
    fireEvent.click(await screen.findByRole('button', { name: /^沣河桥下土堆/ }))
    expect(setView).toHaveBeenCalledWith({ selected: { kind: 'stockpile', code: 'XC20261201-7' } })
  })

  it('tells sources of one name apart by county, kind and distance', async () => {
    worker.searchSources.mockResolvedValue([listed('1', '610402', 34.301), listed('2', '610404', 34.4)])
    type('玉泉路')
    await screen.findByRole('button', { name: /物料堆场.*秦都区.*111 米/ })
    await screen.findByRole('button', { name: /物料堆场.*渭城区.*11\.1 公里/ })
    expect(screen.queryByText(/另有/)).toBeNull()
  })

  it('lists the nearest first, the team’s own before those of the data, and a name that is exactly so before all', async () => {
    const far = (i: number) => listed(String(i), '610402', 34.3 + 0.01 * (20 - i))
    const homeless = { ...listed('99', '610402', 0), position: null }
    const exact = { ...listed('98', '610402', 35), name: '沣河' }
    worker.searchSources.mockResolvedValue([homeless, ...Array.from({ length: 10 }, (_, i) => far(i)), exact])
    type('沣河')
    await screen.findByRole('button', { name: /98$/ })
    const codes = screen.getAllByRole('listitem').map((each) => /\S+$/.exec(each.textContent!)![0])
    expect(codes).toEqual(['98', 'XC20261201-7', '9', '8', '7', '6', '5', '4', '3', '2', '1', '0'])
  })

  it('lists a name that is exactly so first, also where no position is known', async () => {
    cleanup()
    render(<FindByName origin={{ ...origin, kind: 'default' }} onClose={() => undefined} />)
    worker.searchSources.mockResolvedValue([{ ...listed('98', '610402', 35), name: '沣河' }])
    type('沣河')
    await screen.findByRole('button', { name: /98$/ })
    expect(screen.getAllByRole('listitem')[0]!.textContent).toMatch(/98$/)
  })

  it('opens the only hit by Enter, and none of several', async () => {
    const enter = () => fireEvent.keyDown(screen.getByRole('searchbox'), { key: 'Enter' })
    worker.searchSources.mockResolvedValue([listed('1', '610402', 34.301), listed('2', '610404', 34.4)])
    type('玉泉路')
    await screen.findByRole('button', { name: /渭城区/ })
    enter()
    expect(setView).not.toHaveBeenCalled()
    worker.searchSources.mockResolvedValue([])
    type('桥下土')
    await waitFor(() => expect(screen.getAllByRole('listitem')).toHaveLength(1))
    enter()
    expect(setView).toHaveBeenCalledWith({ selected: { kind: 'stockpile', code: 'XC20261201-7' } })
  })

  it('says how many more there are than it lists', async () => {
    worker.searchSources.mockResolvedValue(Array.from({ length: 40 }, (_, i) => listed(String(i), '610402', 34.3)))
    type('玉泉路')
    await screen.findByText(/^另有 28 处/)
    expect(screen.getAllByRole('listitem')).toHaveLength(12)
  })
})
