import 'fake-indexeddb/auto'
import { act, cleanup, fireEvent, render, renderHook, screen, waitFor } from '@testing-library/react'
import i18next from 'i18next'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { RoundOrder } from '@/domain/field/round-order'
import { UploadRounds } from '@/features/explore/visits/round/UploadRounds'
import { useRoundStandings } from '@/features/explore/visits/round/use-round-standings'
import { progressText } from '@/features/field/around/round-progress'
import { useRoundStops } from '@/features/field/around/use-round-stops'
import { HandOver } from '@/features/field/office/HandOver'
import { OfficeFolder } from '@/features/field/office/OfficeFolder'
import { startI18n } from '@/i18n'
import { writeRoundOrder } from '@/io/field/round-order-file'
import type { Confirmation } from '@/ledger/confirmation'
import * as push from '@/ledger/push'
import { useChentu } from '@/store/chentu'
import { useOfficeFolder } from '@/store/device/office-folder'
import { stopKey, useRound } from '@/store/device/round'
import { useRoundOrders } from '@/store/device/round-orders'
import { today } from '@/store/device/today'
import { ledger, useLedger } from '@/store/ledger'
import { saveFile } from '@/ui/save-file'
import { WorkerStopped } from '@/workers/live-worker'
import { inspection } from '../unit/ledger/records'

const worker = { findSource: vi.fn() }
vi.mock('@/workers/client', async (original) => ({ ...(await original<object>()), datasetWorker: () => worker }))
const none = { photos: 0, voices: 0 }
const exchange = {
  bundle: vi.fn(),
  chain: vi.fn(),
  releasable: vi.fn(async () => ({ going: none, bytes: 0, staying: none, gone: none, goneAt: '' })),
  confirm: vi.fn(),
}
vi.mock('@/ledger/exchange', () => ({ exchangeWorker: () => exchange }))
vi.mock('@/features/field/office/OfflineMap', () => ({ OfflineMap: () => null }))
vi.mock('@/ui/save-file', () => ({ saveFile: vi.fn() }))
vi.mock('@/ledger/push', async (original) => ({
  ...(await original<object>()),
  fetchReceipts: vi.fn(),
  uploadRounds: vi.fn(),
}))

const stop = (code: string) => ({ kind: 'stockpile', code })
const order: RoundOrder = { name: '城北线', team: '', day: today(), stops: [stop('DC-1')], from: 'desk' }
const CHECKLIST = { version: '1', items: [{ id: 'covered' }] }

beforeEach(async () => {
  vi.clearAllMocks()
  await startI18n('zh-CN')
  localStorage.clear()
  useRound.getState().end()
  useRound.getState().settle()
  useRoundOrders.setState({ orders: [] })
  const kinds = [{ id: 'stockpile', title: { zh: '堆场', en: 'Stockpile' }, fields: [], checklist: CHECKLIST }]
  useChentu.setState({ opened: { dataset: { kinds, rules: [], provenance: [] }, shown: {} } as never })
  await ledger().database.events.clear()
  await ledger().database.reviews.clear()
  await useLedger.getState().load()
  worker.findSource.mockImplementation(async (_: string, code: string) => ({
    code,
    kind: 'stockpile',
    name: code,
    position: [108, 34],
  }))
})
afterEach(cleanup)

describe('if the state of the round can’t be recorded', () => {
  beforeEach(() => {
    useRound.getState().begin(order)
    worker.findSource.mockRejectedValue(new WorkerStopped())
  })

  it('the records still go into a bundle, with a note', async () => {
    exchange.bundle.mockResolvedValue({ file: new Blob(['x']), count: 3, upTo: 3, lacking: [] })
    render(<HandOver />)
    fireEvent.click(screen.getByRole('button', { name: '生成巡查包（.zip）' }))
    await screen.findByText(/路线执行情况没有记下（.*），这次交出的不含跳过等情况/)
    expect(saveFile).toHaveBeenCalledOnce()
    expect(useLedger.getState().exchanged.sent.at(-1)).toMatchObject({ way: 'file', upTo: 3 })
  })

  it('the records are still shown as codes, with a note', async () => {
    exchange.chain.mockResolvedValue({ parts: ['CT:1'], from: 1, upTo: 3, left: 0 })
    render(<HandOver />)
    fireEvent.click(screen.getByRole('button', { name: '用二维码出示文字记录' }))
    await screen.findByText(/路线执行情况没有记下/)
    // A code that is merely shown has not been read by anybody.
    fireEvent.click(await screen.findByRole('button', { name: '关闭' }))
    expect(useLedger.getState().exchanged.sent.some(({ way }) => way === 'codes')).toBe(false)
    fireEvent.click(screen.getByRole('button', { name: '用二维码出示文字记录' }))
    fireEvent.click(await screen.findByRole('button', { name: '已扫完' }))
    await waitFor(() => expect(useLedger.getState().exchanged.sent.at(-1)).toMatchObject({ way: 'codes', upTo: 3 }))
  })

  it('records shown as several codes count as given out once the last code was shown', async () => {
    exchange.chain.mockResolvedValue({ parts: ['CT:1', 'CT:2', 'CT:3'], from: 1, upTo: 4, left: 0 })
    render(<HandOver />)
    const before = useLedger.getState().exchanged.sent.length
    fireEvent.click(screen.getByRole('button', { name: '用二维码出示文字记录' }))
    const next = await screen.findByRole('button', { name: '下一个' })
    fireEvent.click(next)
    fireEvent.click(next)
    expect(useLedger.getState().exchanged.sent).toHaveLength(before)
    fireEvent.click(next)
    await waitFor(() => expect(useLedger.getState().exchanged.sent).toHaveLength(before + 1))
    fireEvent.click(next)
    expect(useLedger.getState().exchanged.sent.at(-1)).toMatchObject({ way: 'codes', upTo: 4 })
  })

  it('receipts in the folder are compared with the records here before rounds start', async () => {
    useRound.getState().end()
    useRound.getState().settle()
    useOfficeFolder.getState().set({ url: 'https://dav.example.com/', user: 'u' })
    vi.mocked(push.fetchReceipts).mockResolvedValue({ receipts: [writeRoundOrder(order), '回执'], unread: 0 })
    const confirm = vi.fn(async () => ({ state: 'confirmed' }) as Confirmation)
    const said = vi.fn()
    render(<OfficeFolder bundle={vi.fn()} confirm={confirm} words={() => '已确认。'} onSaid={said} />)
    fireEvent.click(screen.getByText('共享文件夹', { exact: false, selector: 'summary' }))
    fireEvent.click(screen.getByRole('button', { name: '收取回执' }))
    await waitFor(() => expect(said).toHaveBeenLastCalledWith(expect.stringMatching(/^已确认。 .+/)))
    expect(confirm).toHaveBeenCalledExactlyOnceWith('回执')
  })
})

it('counts all stops of a round on the tablet, also those it can’t locate', async () => {
  worker.findSource.mockImplementation(async (_: string, code: string) =>
    code === 'LOST' ? null : { code, kind: 'stockpile', name: code, position: code === 'BARE' ? null : [108, 34] },
  )
  useRound.getState().begin({ day: today(), stops: ['A', 'LOST', 'BARE'].map(stop) })
  useRound.getState().skip(stop('LOST'), '大门锁闭')
  const { result } = renderHook(() => useRoundStops())
  await waitFor(() => expect(result.current.all).toHaveLength(3))
  expect(progressText(i18next.t, result.current.all).replace(/\s/g, ' ')).toBe('已查 0 · 跳过 1 / 3')
  expect(result.current.missing).toEqual([
    { stop: stop('LOST'), why: 'lost', state: 'skipped', reason: '大门锁闭' },
    { stop: { ...stop('BARE'), name: 'BARE' }, why: 'unplaced', state: 'open', reason: '' },
  ])
  act(() => useRound.getState().skip(stop('LOST'), null))
  expect(Object.keys(useRound.getState().skipped)).not.toContain(stopKey(stop('LOST')))
})

it('lists a round as given out only once it is in the folder', async () => {
  useOfficeFolder.getState().set({ url: 'https://dav.example.com/', user: 'u' })
  const [given, said] = [vi.fn(), vi.fn()]
  render(<UploadRounds disabled={false} orders={() => [order]} onGiven={given} onSaid={said} />)
  const upload = () => fireEvent.click(screen.getByText('上传路线'))
  vi.mocked(push.uploadRounds).mockResolvedValueOnce('foreign-rounds')
  upload()
  await waitFor(() => expect(said).toHaveBeenLastCalledWith(expect.stringMatching(/rounds\.json 无法读取/)))
  expect(given).not.toHaveBeenCalled()
  vi.mocked(push.uploadRounds).mockResolvedValueOnce(null)
  upload()
  await waitFor(() => expect(given).toHaveBeenCalledExactlyOnceWith([order]))
})

it('says at the desk and on the tablet that a visit was returned, not that nobody was there', async () => {
  useRoundOrders.getState().add(order)
  const event = await useLedger.getState().append(inspection(), [], null)
  const { result } = renderHook(() => useRoundStandings())
  expect(result.current[0]!.stops[0]!.state).not.toBe('open')
  await act(() => useLedger.getState().review([event], { verdict: 'returned', note: '照片不清' }))
  expect(result.current[0]!.stops[0]!.state).toBe('returned')
})

/** The desk’s note on a returned record, as this tablet stores it from a receipt. */
async function giveBack({ id: event, hash, sequence }: { id: string; hash: string; sequence: number }) {
  const review = {
    event,
    hash,
    verdict: 'returned' as const,
    note: '照片不清',
    author: '王内勤',
    at: '2026-01-05T01:00:00Z',
  }
  const { pins, receipts } = ledger().database
  await pins.add({ code: 'DESK', key: null, how: 'code', at: '2026-01-01T00:00:00Z', reason: '' })
  const range = { from: sequence, upTo: sequence }
  await receipts.put({ bundle: hash, at: review.at, ...range, photos: [], desk: 'DESK', reviews: [review] })
  await act(() => useLedger.getState().loadExchanged())
}

describe('once a tablet has read that the desk returned a record', () => {
  beforeEach(async () => {
    await ledger().database.pins.clear()
    await ledger().database.receipts.clear()
  })

  it('its stop counts as returned and has to be visited again', async () => {
    useRound.getState().begin({ day: '2022-01-01', stops: [stop('DC-1')] })
    const event = await useLedger.getState().append(inspection({ asked: 1 }), [], null)
    const { result } = renderHook(() => useRoundStops())
    await waitFor(() => expect(result.current.stops[0]).toMatchObject({ state: 'done', isDone: true }))
    await giveBack(event)
    await waitFor(() =>
      expect(result.current.stops[0]).toMatchObject({ state: 'returned', isDone: false, visit: null }),
    )
  })

  it('it asks for a correction, naming the button, until there is one', async () => {
    const event = await useLedger.getState().append(inspection(), [], null)
    await giveBack(event)
    exchange.confirm.mockResolvedValue({ state: 'confirmed', events: 1, photos: 0, voices: 0, returned: 1 })
    const { container } = render(<HandOver />)
    const file = new File([JSON.stringify({ format: 'chentu-receipt-2' })], '回执.json')
    const read = () => fireEvent.change(container.querySelector('input[type=file]')!, { target: { files: [file] } })
    read()
    await screen.findByText(/内勤退回、尚未更正的有 1 条记录，请点上方的“已退回 1 条”打开更正。/)
    screen.getByRole('button', { name: '已退回 1 条' })
    await act(async () => void (await useLedger.getState().append(inspection({ corrects: event.id }), [], null)))
    read()
    await waitFor(() => expect(screen.queryByText(/尚未更正/)).toBeNull())
    expect(exchange.confirm).toHaveBeenCalledTimes(2)
    expect(
      screen
        .getAllByRole('status')
        .map(({ textContent }) => textContent)
        .join(),
    ).toContain('内勤已收到 1 条记录')
  })
})
