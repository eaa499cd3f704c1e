import 'fake-indexeddb/auto'
import { cleanup, fireEvent, render, screen } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { DeskPin } from '@/features/field/office/DeskPin'
import { HandOver } from '@/features/field/office/HandOver'
import { FieldBundles } from '@/features/import/records/FieldBundles'
import { startI18n } from '@/i18n'
import { deskCode, deskQr } from '@/ledger/desk-key'
import { publicKey } from '@/ledger/signature'
import { useChentu } from '@/store/chentu'
import { ledger, useLedger } from '@/store/ledger'
import { inspection } from '../unit/ledger/records'

const none = { photos: 0, voices: 0 }
const exchange = {
  receive: vi.fn(),
  confirm: vi.fn(),
  releasable: vi.fn(async () => ({ going: none, bytes: 0, staying: none, gone: none, goneAt: '' })),
}
vi.mock('@/ledger/exchange', () => ({ exchangeWorker: () => exchange }))
const worker = { findSource: vi.fn(async () => null) }
vi.mock('@/workers/client', async (original) => ({ ...(await original<object>()), datasetWorker: () => worker }))
// A download would leave the page that all tests share.
vi.mock('@/ui/save-file', () => ({ saveFile: vi.fn() }))
vi.mock('@/features/field/office/OfflineMap', () => ({ OfflineMap: () => null }))

/** The key that this device shows as a desk's, as every device does in “Data”. */
const ownKey = async () => publicKey((await ledger().deskKeys())!)
const REFUSED = '这是本机的核验码，请向内勤要内勤电脑上的核验码。没有作任何改动。'

beforeEach(async () => {
  await startI18n('zh-CN')
  const dataset = { kinds: [], rules: [], provenance: [] }
  useChentu.setState({ opened: { dataset, shown: {} } as never })
})
afterEach(async () => {
  cleanup()
  const { database } = ledger()
  await Promise.all(database.tables.map((table) => table.clear()))
  await useLedger.getState().load()
})

describe('the code of this device itself', () => {
  it('is refused when typed, and no desk is trusted', async () => {
    render(<DeskPin scanned={null} onPinned={() => undefined} />)
    fireEvent.change(screen.getByLabelText('20 位数字'), { target: { value: deskCode(await ownKey()) } })
    fireEvent.click(screen.getByRole('button', { name: '核对并保存' }))
    expect((await screen.findByRole('alert')).textContent).toBe(REFUSED)
    screen.getByText(/^还没有核对内勤核验码/)
    expect(await ledger().database.pins.count()).toBe(0)
  })

  it('is refused when scanned', async () => {
    render(<DeskPin scanned={{ text: deskQr(await ownKey()) }} onPinned={() => undefined} />)
    expect((await screen.findByRole('alert')).textContent).toBe(REFUSED)
    expect(await ledger().database.pins.count()).toBe(0)
  })

  it('trusted by an earlier version counts as none, and its receipts as none', async () => {
    const { sequence } = await useLedger.getState().append(inspection(), [], null)
    const desk = deskCode(await ownKey())
    const at = '2022-10-31T19:00:00Z'
    await ledger().database.pins.add({ code: desk, key: null, how: 'code', at, reason: '' })
    await ledger().database.receipts.put({ bundle: 'b', at, from: sequence, upTo: sequence, photos: [], desk })
    await useLedger.getState().load()
    render(<HandOver />)
    await screen.findByText(/^还没有核对内勤核验码/)
    screen.getByRole('button', { name: '未交 1 条' })
    expect(screen.queryByRole('button', { name: /^已收到/ })).toBeNull()
  })
})

it('says that a receipt which this device signed itself confirms nothing', async () => {
  exchange.confirm.mockResolvedValue({ state: 'own-desk' })
  render(<HandOver />)
  const file = new File([JSON.stringify({ format: 'chentu-receipt-2' })], '回执.json')
  fireEvent.change(screen.getByTestId('receipt'), { target: { files: [file] } })
  await screen.findByText(/这份回执由本机自己签发，不能证明内勤已收到。没有删除任何东西。/)
})

describe('a bundle brought to the desk', () => {
  const came = {
    ...{ receipt: '{}', signed: true, isOwn: false, fresh: 0, tally: { sorts: {} }, photos: 0, voices: 0 },
    ...{ device: 'a1b2c3d4', newDevice: false, unsigned: [], late: [], lacking: [] },
  }
  const give = (result: object) => {
    exchange.receive.mockResolvedValue(result)
    render(<FieldBundles />)
    fireEvent.change(screen.getByTestId('bundles'), { target: { files: [new File(['PK\u0003\u0004'], '一.zip')] } })
  }

  it('that this device made itself gets no receipt, and the reason is said', async () => {
    give({ ...came, isOwn: true, receipt: null })
    await screen.findByText(/新增 0 条.*本机生成的巡查包，记录本来就在本机，不出回执$/)
    expect(screen.queryByText(/已收过/)).toBeNull()
  })

  it('that was brought before is said to be known', async () => {
    give(came)
    await screen.findByText(/新增 0 条.*这些记录以前已收过，没有重复计入.*回执已保存$/)
  })

  it('with new records is not said to be known', async () => {
    give({ ...came, fresh: 1 })
    await screen.findByText(/新增 1 条.*回执已保存$/)
    expect(screen.queryByText(/已收过/)).toBeNull()
  })
})
