import 'fake-indexeddb/auto'
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { Receipts } from '@/features/field/office/Receipts'
import { FieldBundles } from '@/features/import/records/FieldBundles'
import { startI18n } from '@/i18n'
import { foldLedger } from '@/ledger/fold'
import { type Opened, useChentu } from '@/store/chentu'
import { useLedger } from '@/store/ledger'
import { usePassphrase } from '@/store/page/passphrase'
import { inspection, write } from '../unit/ledger/records'

const exchange = { receive: vi.fn(), releasable: vi.fn(), release: vi.fn() }
vi.mock('@/ledger/exchange', () => ({ exchangeWorker: () => exchange }))
const dataset = { visitPlaces: vi.fn() }
vi.mock('@/workers/client', () => ({
  datasetWorker: () => dataset,
  onDatasetWorkerStopped: () => undefined,
  whenAnswered: async () => undefined,
  whenMapDrawn: async () => undefined,
}))
const receptionResult = {
  receipt: null,
  fresh: 1,
  tally: { sorts: {} },
  photos: 0,
  device: 'a1b2c3d4',
  newDevice: false,
  unsigned: [],
  late: [],
}

beforeEach(async () => {
  vi.resetAllMocks()
  HTMLDialogElement.prototype.showModal = function () {
    this.open = true
  }
  await startI18n('zh-CN')
  usePassphrase.setState({ passphrase: '' })
  exchange.releasable.mockResolvedValue({
    going: { photos: 3, voices: 1 },
    bytes: 11_700_000,
    staying: { photos: 2, voices: 0 },
    gone: { photos: 0, voices: 0 },
    goneAt: '',
  })
})
afterEach(() => {
  cleanup()
  useChentu.setState({ opened: null })
  useLedger.setState(useLedger.getInitialState())
  vi.unstubAllGlobals()
})

const RECEIPT = new File(['{"format":"chentu-receipt-2"}'], '回执.json')
const give = (where: string, file: File) => fireEvent.change(screen.getByTestId(where), { target: { files: [file] } })

describe('files opened on the tablet', () => {
  const confirm = vi.fn()
  const said = vi.fn()
  const spoken = vi.fn()
  const show = () => render(<Receipts confirmations={0} records={5} confirm={confirm} say={spoken} onSaid={said} />)

  it('a receipt is read, and a bundle is refused with a note that it belongs at the desk', async () => {
    confirm.mockResolvedValue({ state: 'damaged' })
    show()
    give('receipt', RECEIPT)
    await waitFor(() => expect(spoken).toHaveBeenCalledWith({ state: 'damaged' }, '回执.json 是内勤的回执。'))
    give('receipt', new File(['PK\u0003\u0004'], '包.zip'))
    await waitFor(() => expect(said).toHaveBeenLastCalledWith(expect.stringMatching(/^包\.zip 是巡查包.*没有读入/)))
    give('receipt', new File(['hello'], '说明.json'))
    await waitFor(() =>
      expect(said).toHaveBeenLastCalledWith(expect.stringMatching(/不是回执，也不是巡查路线.*要导入表格，请在“数据”/)),
    )
    expect(confirm).toHaveBeenCalledTimes(1)
  })

  it('originals are deleted only after the user has seen which ones, and what is kept', async () => {
    exchange.release.mockResolvedValue({ photos: 3, voices: 1 })
    show()
    fireEvent.click(await screen.findByRole('button', { name: '删除内勤已收到的原图和语音' }))
    expect(
      screen.getByText('将删除：3 张原图、1 段语音，共 11.7 MB。内勤的回执按校验值（SHA-256）逐项写明已收到。'),
    ).toBeTruthy()
    expect(screen.getByText(/^保留：全部 5 条记录，以及每张照片的小图/)).toBeTruthy()
    expect(screen.getByText('另有 2 张原图没有回执，不会删除。')).toBeTruthy()
    fireEvent.click(screen.getByRole('button', { name: '暂不删除' }))
    expect(exchange.release).not.toHaveBeenCalled()
    fireEvent.click(screen.getByRole('button', { name: '删除内勤已收到的原图和语音' }))
    fireEvent.click(screen.getByRole('button', { name: '删除 3 张原图、1 段语音' }))
    await waitFor(() => expect(said).toHaveBeenCalledWith(expect.stringMatching(/^已删除 3 张原图/)))
  })
})

describe('files opened at the desk', () => {
  it('a receipt or a round is not read as a bundle, and a note says where it belongs', async () => {
    render(<FieldBundles />)
    give('bundles', RECEIPT)
    await screen.findByText(/^回执\.json：这是回执，不是巡查包.*请带回平板/)
    expect(exchange.receive).not.toHaveBeenCalled()
  })

  it.each([
    [
      'unreadable',
      '台账.csv',
      '不是巡查包，没有收下任何内容。请选择平板生成的巡查包（.zip 或 .zip.age）；要导入 .csv 等表格，请在“数据”',
    ],
    ['workbook', '台账.xlsx', '这是电子表格（Excel、WPS 表格），不是巡查包，没有收下任何内容。要导入表格，请在“数据”'],
    ['document', '方案.doc', '这是文字文档（Word、WPS 文字），不是巡查包，没有收下任何内容。要读入工作方案'],
    ['slides', '汇报.pptx', '这是演示文稿（PPT），不是巡查包，没有收下任何内容。尘图不读取演示文稿'],
    ['encrypted', '台账.xls', '这是设有打开密码的 Office 文件，不是巡查包，没有收下任何内容。要导入'],
  ])('an office file (%s) is named by its type, and a note says where it belongs', async (fault, name, words) => {
    exchange.receive.mockResolvedValue({ faults: [{ fault }], forks: [] })
    render(<FieldBundles />)
    give('bundles', new File(['PK\u0003\u0004'], name))
    await screen.findByText((text) => text.startsWith(`${name}：${words}`))
  })

  it('records of a source that the data lack are named with the code as recorded, and where they are listed', async () => {
    const body = (code: string) => ({ type: 'inspection', target: { kind: 'site', code, name: `工地${code}` } })
    const events = new Map(['A-1', 'A-2'].map((code) => [code, { id: code, body: body(code) }]))
    useChentu.setState({ opened: {} as Opened })
    useLedger.setState({ events: new Map(), load: async () => useLedger.setState({ events: events as never }) })
    dataset.visitPlaces.mockImplementation(async (asked: { code: string }[]) =>
      asked.filter(({ code }) => code === 'A-1'),
    )
    exchange.receive.mockResolvedValue({ ...receptionResult, voices: 0, lacking: [] })
    render(<FieldBundles />)
    give('bundles', new File(['PK\u0003\u0004'], '一.zip'))
    await screen.findByText(/^其中 1 条记录所查的污染源不在现有数据中：工地A-2（A-2）。记录已收下，没有丢失/)
  })

  it('records that another tablet contradicts on the same day are named, with the deadline that stays open', async () => {
    const rules = [
      ['covered', '物料覆盖'],
      ['fenced', '围挡'],
    ].map(([id, zh]) => ({
      ...{ id, title: { zh, en: '' }, kind: 'stockpile', clause: 25, check: { type: 'inspected' } },
    }))
    useChentu.setState({
      opened: { dataset: { rules, endedRules: [], earlierPlans: [], kinds: [], settings: {} } } as never,
    })
    const failing = inspection({
      answers: { covered: 'no', fenced: 'no' },
      shortcomings: { covered: { found: [], rectifyBy: '2022-11-07', told: '' } },
    })
    const held = write('a', null, failing, '2022-10-31T02:00:00Z')
    const fresh = write('b', null, inspection({ answers: { covered: 'yes', fenced: 'yes' } }), '2022-10-31T02:05:00Z')
    useLedger.setState({
      events: new Map([[held.id, held]]),
      load: async () =>
        useLedger.setState({
          events: new Map([held, fresh].map((event) => [event.id, event])),
          state: foldLedger([held, fresh]),
        }),
    })
    dataset.visitPlaces.mockImplementation(async (asked: object[]) => asked)
    exchange.receive.mockResolvedValue({ ...receptionResult, voices: 0, lacking: [] })
    render(<FieldBundles />)
    give('bundles', new File(['PK\u0003\u0004'], '一.zip'))
    await screen.findByText(
      '煤堆：同一天两台平板结果不一致：物料覆盖（期限 2022-11-07）、围挡，张三 2022-10-31 10:00 记为不符合，张三 2022-10-31 10:05 记为符合；接受记为符合的检查前，仍按不符合计。请在“巡查情况”里审核。',
    )
  })

  it('a note says so if the sources of received records cannot be checked', async () => {
    const body = { type: 'inspection', target: { kind: 'site', code: 'A-1', name: '工地A-1' } }
    useChentu.setState({ opened: {} as Opened })
    useLedger.setState({
      events: new Map(),
      load: async () => useLedger.setState({ events: new Map([['A-1', { id: 'A-1', body }]]) as never }),
    })
    dataset.visitPlaces.mockRejectedValue(new Error('out of memory'))
    exchange.receive.mockResolvedValue({ ...receptionResult, voices: 0, lacking: [] })
    render(<FieldBundles />)
    give('bundles', new File(['PK\u0003\u0004'], '一.zip'))
    await screen.findByText(/^记录已收下，没有丢失，但没能核对所查的污染源是否都在现有数据中（out of memory）/)
  })

  it('persistent storage is requested once, before the first bundle is received', async () => {
    const persist = vi.fn(async () => true)
    vi.stubGlobal('navigator', Object.create(navigator, { storage: { value: { persist } } }))
    exchange.receive.mockResolvedValue({ ...receptionResult, voices: 0, lacking: [] })
    render(<FieldBundles />)
    const bundles = ['一.zip', '二.zip'].map((name) => new File(['PK\u0003\u0004'], name))
    fireEvent.change(screen.getByTestId('bundles'), { target: { files: [RECEIPT, ...bundles] } })
    await screen.findByText(/^二\.zip（平板/)
    expect(persist).toHaveBeenCalledTimes(1)
    expect(persist.mock.invocationCallOrder[0]).toBeLessThan(exchange.receive.mock.invocationCallOrder[0]!)
  })

  it('a bundle is received while the storage prompt is unanswered, with a note about it', async () => {
    const persist = vi.fn(() => new Promise<boolean>(() => undefined))
    vi.stubGlobal('navigator', Object.create(navigator, { storage: { value: { persist } } }))
    exchange.receive.mockResolvedValue({ ...receptionResult, voices: 0, lacking: [] })
    render(<FieldBundles />)
    give('bundles', new File(['PK\u0003\u0004'], '一.zip'))
    await screen.findByText(/正在询问是否长期保存/)
    await screen.findByText(/^一\.zip（平板/)
  })

  it('a passphrase also opens the other bundles until the page is closed', async () => {
    const sealed = (name: string) => new File(['age-encryption.org/v1\n'], name)
    exchange.receive.mockImplementation(async (_file, _at, opening) =>
      opening === '暗号' ? { ...receptionResult, lacking: [] } : { faults: [{ fault: 'passphrase' }], forks: [] },
    )
    render(<FieldBundles />)
    give('bundles', sealed('一.zip.age'))
    fireEvent.change(await screen.findByLabelText('口令'), { target: { value: '暗号' } })
    fireEvent.click(screen.getByRole('button', { name: '打开' }))
    await screen.findByText(/^一\.zip\.age（平板/)
    give('bundles', sealed('二.zip.age'))
    await screen.findByText(/^二\.zip\.age（平板/)
    expect(exchange.receive.mock.calls.map(([, , opening]) => opening)).toEqual(['', '暗号', '暗号'])
  })
})
