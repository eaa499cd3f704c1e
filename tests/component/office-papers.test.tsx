import 'fake-indexeddb/auto'
import { act, cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/react'
import { Document, Packer, Paragraph } from 'docx'
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { checklistOf } from '@/domain/rules/checklist'
import { NO_FILTERS } from '@/domain/sources/view/filters'
import { HandoverDialog } from '@/features/explore/handover/HandoverDialog'
import { VisitsPanel } from '@/features/explore/visits/VisitsPanel'
import { DecisionsDialog } from '@/features/meeting/DecisionsDialog'
import { PapersDialog } from '@/features/meeting/PapersDialog'
import { changeLanguage, startI18n } from '@/i18n'
import type { HandoverTable } from '@/io/papers/handover-table'
import type { OfficialPaper } from '@/io/papers/official-paper'
import { fillWordTemplate } from '@/io/papers/word-template'
import { casesOf } from '@/ledger/cases'
import type { Discovery } from '@/ledger/event'
import { nextEvent } from '@/ledger/event-chain'
import { foldLedger } from '@/ledger/fold'
import { datasetOf } from '@/questions/dataset'
import { evaluateRules } from '@/questions/evaluated-package'
import { type HandoverGroup, handoverSheets } from '@/questions/exports/handover'
import { filterSources } from '@/questions/filtered-sources'
import { countyStory } from '@/questions/month/county-story'
import { monthProblems } from '@/questions/month/month-problems'
import { targetValues } from '@/questions/plan/target-values'
import { type CalledRequest, warningOverview } from '@/questions/warnings/warning-overview'
import { useChentu } from '@/store/chentu'
import { useLedger } from '@/store/ledger'
import { changedMeeting } from '@/store/meeting/agenda'
import { membersOf } from '@/workers/current-steps'
import { DECISIONS } from '../papers/papers-made'
import { inspection, write } from '../unit/ledger/records'
import { openFromDisk } from '../unit/package-from-disk'
import { choose, select } from './choose'

const saved = vi.hoisted(() => vi.fn())
const worker = vi.hoisted(() => ({
  warningOverview: vi.fn(),
  calledExceedances: vi.fn(async () => ({ found: [], untold: [], isPartly: false })),
  meetingFigures: vi.fn(),
  countyStory: vi.fn(),
  handoverSheets: vi.fn(),
  handoverWorkbook: vi.fn(),
  officialFile: vi.fn(),
  fillWord: vi.fn(),
  saveMeeting: vi.fn(),
  inspectionCoverage: vi.fn(),
  visitPlaces: vi.fn(),
}))
vi.mock('@/ui/save-file', () => ({ saveFile: saved }))
vi.mock('@/workers/client', () => ({ datasetWorker: () => worker, onDatasetWorkerStopped: () => undefined }))
vi.mock('@/store/steps/step', () => ({ applyChange: async (step: Promise<unknown>) => ((await step) ?? []) as [] }))
vi.mock('@/map/drawing/draw-visit-map', () => ({
  drawVisitMap: async () => ({ bytes: new Uint8Array([1]), width: 900, height: 560 }),
}))
vi.mock('@/map/picture/use-picture', () => ({ usePicture: () => async () => new Blob() }))

const { value } = await openFromDisk('')
const read = datasetOf(value!)
const evaluated = evaluateRules(value!, '2022-10-31')
const members = membersOf(value!, read.settings.ring)

/** The texts of the paper written last. */
const written = (at = 0) => (worker.officialFile.mock.lastCall![0] as OfficialPaper[])[at]!
/** The papers written since they were last asked for, in their order: each 督办单 is a document of its own. */
const newlyWritten = (): OfficialPaper[] => worker.officialFile.mock.calls.splice(0).flatMap(([papers]) => papers)
const textOf = ({ lines, blocks }: OfficialPaper) =>
  [
    ...Object.values(lines),
    ...blocks.flatMap((block) => {
      if (block.type === 'table')
        return [...block.table.headings, ...block.table.rows.flat()].map((cell) => cell ?? '—')
      return 'text' in block ? [block.text] : []
    }),
  ].join('\n')

beforeAll(async () => {
  await startI18n('zh-CN')
  // Loads the code that would come with the first press.
  await Promise.all([import('@/ui/popups/ListPopup'), import('@/ui/popups/ComboBoxField')])
})

beforeEach(() => {
  useLedger.setState({ events: new Map(), cases: new Map() })
  for (const each of [saved, ...Object.values(worker)]) each.mockReset()
  worker.officialFile.mockResolvedValue(new Blob(['docx']))
  worker.handoverWorkbook.mockResolvedValue(new Blob(['xlsx']))
  worker.fillWord.mockImplementation(fillWordTemplate)
  worker.meetingFigures.mockResolvedValue({
    problems: monthProblems(evaluated),
    targets: targetValues({ evaluated, members }),
  })
  worker.countyStory.mockImplementation(
    async (county: string, month: string, day: string, count: number, language: string) =>
      countyStory(evaluateRules(value!, day), county, month, count, language),
  )
  worker.handoverSheets.mockImplementation(async (group: HandoverGroup, language: string) =>
    handoverSheets(filterSources(evaluated, members, NO_FILTERS), group, language),
  )
  worker.visitPlaces.mockResolvedValue([
    {
      kind: 'construction-site',
      code: 'JZ-1',
      county: '610402',
      address: '人民路1号',
      contact: '王经理 0910-1',
      position: null,
    },
  ])
  worker.warningOverview.mockImplementation(async (request: CalledRequest) => warningOverview(evaluated, request))
  worker.inspectionCoverage.mockResolvedValue({ byKind: [], neglected: 0, worst: [] })
  const meeting = changedMeeting(read, {
    decisions: DECISIONS.map((each) => ({ ...each })),
    official: { office: '咸阳市生态环境局' },
  })
  const { ring } = read.settings
  useChentu.setState({
    opened: {
      dataset: { ...read, settings: { ...read.settings, meeting } },
      ring,
      shown: {},
      evaluation: { asOf: '2022-10-31' },
    } as never,
  })
})
afterEach(async () => {
  cleanup()
  await changeLanguage('zh-CN')
})

/** Waits until the papers are listed: they are made from the whole package. */
const papersListed = () => screen.findByRole('button', { name: '通报 Word' }, { timeout: 20_000 })

const form = async (text: string) =>
  new File([await Packer.toBlob(new Document({ sections: [{ children: [new Paragraph(text)] }] }))], '本局.docx')

describe('the papers of a meeting', () => {
  it('are the bulletin, the monthly report and the minutes, each for Word under its own name', async () => {
    render(<PapersDialog onClose={() => undefined} />)
    await papersListed()
    await choose('公文', '月报')
    fireEvent.click(screen.getByRole('button', { name: '月报 Word' }))
    await waitFor(() =>
      expect(saved).toHaveBeenCalledWith(expect.anything(), '咸阳市2022年10月扬尘污染防治工作月报.docx'),
    )
    expect(textOf(written())).toContain('其中已逾期')
    expect(written().lines.signature).toBe('咸阳市生态环境局')
    await choose('公文', '会议纪要')
    fireEvent.click(screen.getByRole('button', { name: '会议纪要 Word' }))
    await waitFor(() => expect(saved).toHaveBeenCalledTimes(2))
    expect(textOf(written())).toContain('对连续超标原因开展排查')
  })

  it('keep the lines of each paper apart', async () => {
    render(<PapersDialog onClose={() => undefined} />)
    await papersListed()
    fireEvent.change(screen.getByLabelText('发文字号'), { target: { value: '咸环发〔2022〕45号' } })
    await choose('公文', '会议纪要')
    fireEvent.change(screen.getByLabelText('发文字号'), { target: { value: '〔2022〕3号' } })
    fireEvent.click(screen.getByRole('button', { name: '保存公文要素' }))
    await waitFor(() => expect(worker.saveMeeting).toHaveBeenCalledOnce())
    expect(worker.saveMeeting.mock.lastCall![0].official).toMatchObject({
      months: { '2022-10': { number: '咸环发〔2022〕45号' } },
      papers: { minutes: { months: { '2022-10': { number: '〔2022〕3号' } } } },
    })
  })

  it('report errors in an office’s own form with their place, and accept the corrected form', async () => {
    const { container } = render(<PapersDialog onClose={() => undefined} />)
    await papersListed()
    await choose('公文', '月报')
    const give = async (text: string) => {
      const file = await form(text)
      fireEvent.change(container.querySelector('input[type=file][accept=".docx"]')!, { target: { files: [file] } })
    }
    await give('问题{问题状况}')
    await screen.findByText('正文第 1 段“问题{问题状况}”：没有名为“问题状况”的字段，请改正后重新选择')
    expect(worker.saveMeeting).not.toHaveBeenCalled()
    await give('{标题}：{问题情况}')
    await waitFor(() => expect(worker.saveMeeting).toHaveBeenCalledOnce())
    expect(worker.saveMeeting.mock.lastCall![0].documents.monthly.name).toBe('本局.docx')
  })

  it.each([
    [
      'noted',
      async () => {
        render(<DecisionsDialog onClose={() => undefined} />)
        const minutes = screen.getByRole<HTMLButtonElement>('button', { name: '会议纪要 Word' })
        await waitFor(() => expect(minutes.disabled).toBe(false))
      },
    ],
    [
      'chosen',
      async () => {
        render(<PapersDialog onClose={() => undefined} />)
        await papersListed()
        await choose('公文', '会议纪要')
      },
    ],
  ])('contain text typed just before the press, if the minutes are %s', async (_, open) => {
    worker.saveMeeting.mockImplementation(async (change) => {
      const { opened } = useChentu.getState()
      const { dataset } = opened!
      const settings = { ...dataset.settings, meeting: changedMeeting(dataset, change) }
      useChentu.setState({ opened: { ...opened!, dataset: { ...dataset, settings } } })
    })
    await open()
    const chair = screen.getByLabelText('主持人')
    fireEvent.change(chair, { target: { value: '王某某' } })
    fireEvent.blur(chair)
    fireEvent.click(screen.getByRole('button', { name: '会议纪要 Word' }))
    await waitFor(() => expect(saved).toHaveBeenCalledOnce())
    expect(textOf(written())).toContain('王某某')
  })

  it('are not written if part of their input could not be stored', async () => {
    worker.saveMeeting.mockResolvedValue([{ code: 'changed-elsewhere', file: '' }])
    render(<DecisionsDialog onClose={() => undefined} />)
    const minutes = screen.getByRole<HTMLButtonElement>('button', { name: '会议纪要 Word' })
    await waitFor(() => expect(minutes.disabled).toBe(false))
    const chair = screen.getByLabelText('主持人')
    fireEvent.change(chair, { target: { value: '王某某' } })
    fireEvent.blur(chair)
    fireEvent.click(minutes)
    await screen.findAllByRole('alert')
    await waitFor(() => expect(minutes.disabled).toBe(false))
    expect(saved).not.toHaveBeenCalled()
  })

  it('are in Chinese on an English screen, also the minutes of the decisions', async () => {
    await act(() => changeLanguage('en'))
    render(<DecisionsDialog onClose={() => undefined} />)
    const minutes = screen.getByRole('button', { name: 'Minutes (Word)' }) as HTMLButtonElement
    await waitFor(() => expect(minutes.disabled).toBe(false))
    fireEvent.click(minutes)
    await waitFor(() =>
      expect(saved).toHaveBeenCalledWith(expect.anything(), '咸阳市2022年10月降尘污染防治调度会议纪要.docx'),
    )
    const text = textOf(written())
    expect(text).toContain('2022年11月9日，召开')
    expect(text).not.toMatch(/[a-z]{4}/)
  })
})

describe('hand-over sheets', () => {
  it.each(['zh-CN', 'en'])(
    'are office papers in Chinese, whatever the language of the screen: %s',
    async (language) => {
      await act(() => changeLanguage(language))
      render(<HandoverDialog onClose={() => undefined} />)
      const words = language === 'en' ? ['Select none', 'Word document'] : ['全不选', 'Word 文档']
      const [none, word] = words as [string, string]
      const boxes = await screen.findAllByRole('checkbox')
      fireEvent.click(screen.getByRole('button', { name: none }))
      fireEvent.click(boxes[0]!)
      fireEvent.click(screen.getByRole('button', { name: word }))
      await waitFor(() => expect(saved).toHaveBeenCalledOnce())
      const text = textOf(written())
      expect(text).toMatch(/(?:扬尘|大气污染)问题督办单（市[^）]+局）/)
      expect(text).toMatch(/〔2022〕　　号/)
      expect(text).toContain('整改情况')
      expect(text).toMatch(/第\d+条 /)
      expect(text).not.toMatch(/[a-z]{5}/)
      expect(written().lines.signature).toBe('咸阳市生态环境局')
    },
  )

  it('are letters with a cover that says who has to do what, each list as an annex or separate', async () => {
    render(<HandoverDialog onClose={() => undefined} />)
    await screen.findAllByRole('checkbox')
    const save = async (times: number) => {
      fireEvent.click(screen.getByRole('button', { name: 'Word 文档' }))
      await waitFor(() => expect(saved).toHaveBeenCalledTimes(times))
      return newlyWritten()
    }
    const [cover, first, ...others] = await save(1)
    // A file for each, as each is sent.
    expect(saved.mock.lastCall![1]).toMatch(/督办单.*\.zip$/)
    const tableOf = ({ blocks }: OfficialPaper) =>
      blocks.flatMap((block) => (block.type === 'table' ? [block.table] : []))
    expect(cover!.lines).toMatchObject({ number: '', signature: '' })
    // A row for each letter, in their order.
    expect(tableOf(cover!)[0]!.rows.map((row) => `${row[1]}：`)).toEqual(
      [first!, ...others].map(({ lines }) => lines.to),
    )
    const [summary, list] = tableOf(first!)
    const [, , sources, findings, overdue] = tableOf(cover!)[0]!.rows[0]!
    expect(summary!.total!.slice(1, 3).map(String)).toEqual([findings, overdue])
    expect(summary!.rows.every(([asked]) => /^第\d+条 \S/.test(String(asked)))).toBe(true)
    // A row for each source and each task of the plan.
    const counts = [...String(sources).matchAll(/(\d+) [处项台]/g)].map(([, count]) => Number(count))
    expect(list!.rows).toHaveLength(counts.reduce((sum, count) => sum + count, 0))
    expect(first!.blocks.findIndex(({ type }) => type === 'annex')).toBeGreaterThan(0)
    await choose('Word 和打印的内容', '仅督办单，每份一页')
    const [, alone] = await save(2)
    expect(tableOf(alone!)).toHaveLength(1)
    expect(textOf(alone!)).toContain('清单另附')
    expect(textOf(alone!)).toContain('不得作为正式依据')
  })

  it('say to what they were narrowed, beside their counts and on the cover, and nothing otherwise', async () => {
    const only =
      '只列符合下列条件的问题，其他问题未列入：状态 不符合；当前地图范围 东经 108.50°–108.90°，北纬 34.20°–34.50°。'
    useChentu.setState(({ view }) => ({
      view: { ...view, filters: { ...NO_FILTERS, statuses: ['failing'] }, within: [108.5, 34.2, 108.9, 34.5] },
    }))
    render(<HandoverDialog onClose={() => undefined} />)
    await screen.findAllByRole('checkbox')
    screen.getByText(`本单${only}`)
    fireEvent.click(screen.getByRole('button', { name: 'Word 文档' }))
    await waitFor(() => expect(saved).toHaveBeenCalledTimes(1))
    const [cover, letter] = newlyWritten()
    expect(textOf(cover!)).toContain(`本表和各份督办单${only}`)
    // In the letter itself: its annex is another page.
    const ofLetter = letter!.blocks.slice(
      0,
      letter!.blocks.findIndex(({ type }) => type === 'annex'),
    )
    expect(ofLetter).toContainEqual({ type: 'note', text: `本单${only}` })
    // Each day with its year: a sheet is read next year too.
    expect(textOf(letter!)).toMatch(/自\d{4}年\d+月/)
    expect(textOf(letter!)).not.toMatch(/(?<![年\d])\d+月\d+日/)
    fireEvent.click(screen.getByRole('button', { name: 'Excel 表格' }))
    await waitFor(() => expect(saved).toHaveBeenCalledTimes(2))
    const tables = worker.handoverWorkbook.mock.lastCall![0] as { only?: string }[]
    expect(tables.every((table) => table.only?.endsWith(only))).toBe(true)

    cleanup()
    useChentu.setState(({ view }) => ({ view: { ...view, filters: NO_FILTERS, within: null } }))
    render(<HandoverDialog onClose={() => undefined} />)
    await screen.findAllByRole('checkbox')
    fireEvent.click(screen.getByRole('button', { name: 'Word 文档' }))
    await waitFor(() => expect(saved).toHaveBeenCalledTimes(3))
    expect(newlyWritten().map(textOf).join()).not.toContain('下列条件')
  })

  it('leave room to write what was done, on paper and in the spreadsheet', async () => {
    render(<HandoverDialog onClose={() => undefined} />)
    const [box] = await screen.findAllByRole('checkbox')
    fireEvent.click(screen.getByRole('button', { name: '全不选' }))
    fireEvent.click(box!)
    fireEvent.click(screen.getByRole('button', { name: 'Word 文档' }))
    await waitFor(() => expect(saved).toHaveBeenCalledOnce())
    fireEvent.click(screen.getByRole('button', { name: 'Excel 表格' }))
    await waitFor(() => expect(saved).toHaveBeenCalledTimes(2))
    const onPaper = written()
      .blocks.flatMap((block) => (block.type === 'table' ? [block.table] : []))
      .at(-1)!
    const inSpreadsheet: HandoverTable = worker.handoverWorkbook.mock.lastCall![0].at(-1)
    for (const { headings, widths } of [onPaper, inSpreadsheet]) {
      expect(headings.at(-1)).toBe('整改情况')
      const shares = widths!.map((width) => width / widths!.reduce((sum, each) => sum + each, 0))
      // Shares of 156 mm and of 277 mm: 35 mm take seven written characters, so three lines take twenty.
      expect(shares.at(-1)! * (headings === onPaper.headings ? 156 : 277)).toBeGreaterThan(35)
      expect(shares.reduce((more, share) => more + Number(share > shares.at(-1)!), 0)).toBeLessThanOrEqual(2)
    }
  })

  it('of counties are listed in the language of the screen, and addressed in that of the office', async () => {
    await act(() => changeLanguage('en'))
    render(<HandoverDialog onClose={() => undefined} />)
    await screen.findAllByRole('checkbox')
    await choose('One sheet per', 'county')
    const box = await screen.findByRole('checkbox', { name: /^Chunhua/ })
    fireEvent.click(screen.getByRole('button', { name: 'Select none' }))
    fireEvent.click(box)
    fireEvent.click(screen.getByRole('button', { name: 'Word document' }))
    await waitFor(() => expect(saved).toHaveBeenCalledOnce())
    expect(written().lines.to).toBe('淳化县：')
  })
})

describe('the report of a day’s checks', () => {
  it('explains why it is empty, and where records come from, if there are no records', async () => {
    useLedger.setState({ state: foldLedger([]), device: 'another' })
    const setView = vi.fn()
    useChentu.setState({ setView })
    render(<VisitsPanel />)
    const reports = screen.getByRole('region', { name: '巡查日报、周报' })
    expect(reports.textContent).toContain('还没有收到巡查记录')
    fireEvent.click(within(reports).getByRole('button', { name: '去“数据”接收巡查包' }))
    expect(setView).toHaveBeenCalledWith({ mode: 'data' })
    expect(screen.queryByRole('button', { name: '巡查日报 .docx' })).toBeNull()
  })

  it('is an office paper in Chinese, without a number of its own', async () => {
    const target = { kind: 'construction-site', code: 'JZ-1', name: '甲工地' }
    const item = checklistOf(read.rules, target.kind).items[0]!
    const event = nextEvent(null, {
      device: 'a1b2c3d4e5f60718',
      at: '2022-10-31T08:00:00Z',
      author: '张三',
      body: {
        type: 'inspection',
        target,
        checklist: '',
        answers: { [item.id]: 'no' },
        shortcomings: { [item.id]: { found: ['围挡缺口'], rectifyBy: '2022-11-06', told: '' } },
        evidence: { measuredAt: '', distanceMetres: 120.4, flags: [], reason: '' },
        note: '围挡破损',
        rectifyBy: '2022-11-05',
        told: '李四',
        position: null,
        accuracyMetres: null,
        photos: [],
        supersedes: [],
      },
    })
    const heap = { kind: 'stockpile', code: 'X-1', name: '新发现料堆' }
    const found = nextEvent(event, {
      device: event.device,
      at: '2022-10-31T09:00:00Z',
      author: '张三',
      body: {
        type: 'discovery',
        target: heap,
        position: [108.7, 34.3],
        accuracyMetres: 5,
        outline: [],
        note: '',
        photos: [],
      },
    })
    useLedger.setState({ state: foldLedger([event, found]), device: 'another' })
    await act(() => changeLanguage('en'))
    render(<VisitsPanel />)
    fireEvent.click(screen.getByRole('button', { name: /^Daily report .docx$/ }))
    await waitFor(() => expect(saved).toHaveBeenCalledOnce())
    const text = textOf(written())
    expect(text).toContain('扬尘巡查日报（2022年10月31日）')
    expect(text).toContain('巡查人员：张三')
    expect(text).toContain('围挡破损\n已告知 李四')
    expect(text).toMatch(/甲工地\nJZ-1\n秦都区\n人民路1号\n联系人：王经理 0910-1\n记录时距其 120 米/)
    const clause = new RegExp(`不符合：第${item.clause}条 .+`)
    expect(text).toMatch(clause)
    expect(text).toMatch(/：围挡缺口、.*2022-11-06/)
    expect(text).toContain('巡查覆盖情况\n周（周一）')
    expect(text).toContain('2022-10-31\n秦都区\n张三\n1\n1\n1')
    // A column without values is left out.
    expect(text).not.toContain('退回处次')
    expect(text).toContain('新发现料堆')
    expect(written().lines).toMatchObject({ number: '', signature: '咸阳市生态环境局' })
    fireEvent.click(within(document.body).getByRole('button', { name: /^Weekly report .xlsx$/ }))
    await waitFor(() => expect(worker.handoverWorkbook).toHaveBeenCalledOnce())
    expect(worker.handoverWorkbook.mock.lastCall![0][0].title).toBe('扬尘巡查周报（2022-10-31至2022-11-06）')
  })

  it('says that later checks do not count yet, but not of a day on which there were only found sources or rounds', () => {
    const heap: Discovery = {
      ...{ type: 'discovery', target: { kind: 'stockpile', code: 'X-1', name: '新发现料堆' } },
      ...{ position: [108.7, 34.3], accuracyMetres: 5, outline: [], note: '', photos: [] },
    }
    const found = write('a', null, heap, '2022-11-02T08:00:00Z')
    useLedger.setState({ state: foldLedger([found]), device: 'another' })
    const { rerender } = render(<VisitsPanel />)
    expect(screen.queryByText(/尚未计入判定/)).toBeNull()
    const check = write('a', found, inspection(), '2022-11-01T08:00:00Z')
    act(() => useLedger.setState({ state: foldLedger([found, check]) }))
    rerender(<VisitsPanel />)
    screen.getByText(/有 2022-11-01 的检查，晚于截至日期 2022-10-31，尚未计入判定/)
  })

  it('tells what a team did in a case on a day without checks, and leaves out lines that would be empty', async () => {
    const opening = write('b', null, {
      ...{ type: 'case', sort: 'fire', sortName: '火点', title: '火点一', reason: '卫星', from: '', position: null },
      ...{ county: '', lead: [], observed: '2022-10-30T00:00:00Z', likely: [], terms: [], note: '' },
    })
    const said = { ...({ type: 'case-step', case: opening.id, title: '火点一', knows: [], photos: [] } as const) }
    const report = write('a', null, {
      ...{ ...said, step: 'reported', when: '2022-10-31T01:00:00Z', note: '已洒水', finding: 'no-cause' },
      ...{ position: null, accuracyMetres: null },
    })
    useLedger.setState({ state: foldLedger([]), cases: casesOf([opening, report]), device: 'b' })
    render(<VisitsPanel />)
    fireEvent.click(screen.getByRole('button', { name: /^巡查日报.*docx/ }))
    await waitFor(() => expect(saved).toHaveBeenCalledOnce())
    const text = textOf(written())
    expect(text).toContain('异常处置到场 0 次，反馈 1 次。')
    expect(text).toContain('2022-10-31\n09:00\n张三\n火点一\n反馈\n未查到来源')
    expect(text).not.toMatch(/数据来源|数据性质/)
    cleanup()
    // The desk's own steps make no day of the teams.
    useLedger.setState({ device: 'a' })
    render(<VisitsPanel />)
    screen.getByText(/还没有收到巡查记录/)
  })

  it('names a person once who was told of several items', async () => {
    const [covered, fenced] = checklistOf(read.rules, 'construction-site').items
    const said = (told: string) => ({ found: ['围挡缺口'], rectifyBy: '', told })
    const event = write(
      'a',
      null,
      inspection({
        target: { kind: 'construction-site', code: 'JZ-1', name: '甲工地' },
        answers: { [covered!.id]: 'no', [fenced!.id]: 'no' },
        shortcomings: { [covered!.id]: said('李四'), [fenced!.id]: said('王五') },
        told: '李四、王五',
        position: null,
      }),
    )
    useLedger.setState({ state: foldLedger([event]), device: 'another' })
    render(<VisitsPanel />)
    fireEvent.click(screen.getByRole('button', { name: /^巡查日报.*docx/ }))
    await waitFor(() => expect(saved).toHaveBeenCalledOnce())
    expect(textOf(written()).match(/已告知 .+/g)).toEqual(['已告知 李四', '已告知 王五'])
    expect(saved.mock.lastCall?.[1]).toBe('咸阳市_巡查日报_2022-10-31.docx')
  })

  it('lists a corrected find on the day it was found, in list and report', async () => {
    const heap: Discovery = {
      type: 'discovery',
      target: { kind: 'stockpile', code: 'X-1', name: '新发现料堆' },
      ...{ position: [108.7, 34.3], accuracyMetres: 5, outline: [], note: '', photos: [] },
    }
    const first = write('a', null, heap, '2022-10-30T02:00:00Z')
    const corrected = { ...heap, note: '已覆盖', corrects: first.id, foundAt: first.at }
    const second = write('a', first, corrected, '2022-10-31T02:00:00Z')
    useLedger.setState({ state: foldLedger([first, second]), device: 'another' })
    render(<VisitsPanel />)
    expect(select('日期').textContent).toBe('2022-10-30')
    const line = screen.getAllByRole('listitem')[0]!.textContent
    expect(line).toContain('新发现料堆')
    expect(line).toMatch(/2022-10-30 \d\d:\d\d 张三.+已覆盖.+已更正：张三 2022-10-31/)
    fireEvent.click(screen.getByRole('button', { name: /^巡查日报.*docx/ }))
    await waitFor(() => expect(saved).toHaveBeenCalledOnce())
    expect(textOf(written())).toContain('新发现料堆')
    fireEvent.click(screen.getByRole('button', { name: /（\.geojson，/ }))
    expect(saved.mock.lastCall?.[1]).toMatch(/^咸阳市_登记的新污染源-物料堆场_2022-10-31\.geojson$/)
  })

  it('lists checks of a found source in the county of its place', async () => {
    const target = { kind: 'stockpile', code: 'X-2', name: '河边料堆' }
    const found = write('a', null, {
      ...{ type: 'discovery', target, position: [108.7, 34.3], accuracyMetres: 5, outline: [], note: '', photos: [] },
    })
    const check = write('a', found, inspection({ target, position: null }))
    worker.visitPlaces.mockResolvedValue([])
    useLedger.setState({ state: foldLedger([found, check]), device: 'another' })
    render(<VisitsPanel />)
    // A spreadsheet has no map.
    fireEvent.click(screen.getByRole('button', { name: /^巡查日报.*xlsx/ }))
    await waitFor(() => expect(worker.handoverWorkbook).toHaveBeenCalledOnce())
    const [report] = worker.handoverWorkbook.mock.lastCall![0]
    expect(report.rows[0][3]).toMatch(/^河边料堆\nX-2\n秦都区/)
    const coverage = report.more.find(({ field }: { readonly field: string }) => field === 'coverage')
    expect(coverage.rows[0].slice(0, 4)).toEqual(['2022-10-31', '秦都区', '张三', 1])
  })

  it('lists a corrected check at its own time and place, with the correction apart and differing deadlines', async () => {
    const target = { kind: 'construction-site', code: 'JZ-1', name: '甲工地' }
    const [one, two] = checklistOf(read.rules, target.kind).items.map(({ id }) => id)
    const by = (rectifyBy: string) => ({ found: [], rectifyBy, told: '' })
    const body = {
      type: 'inspection',
      target,
      checklist: '',
      answers: { [one!]: 'no', [two!]: 'no' },
      shortcomings: { [one!]: by('2022-11-06'), [two!]: by('2022-11-03') },
      evidence: { measuredAt: '', distanceMetres: 10, flags: [], reason: '在场外核查' },
      note: '',
      rectifyBy: '2022-11-03',
      told: '',
      position: null,
      accuracyMetres: null,
      photos: [],
      supersedes: [],
    } as const
    const device = 'a1b2c3d4e5f60718'
    const first = nextEvent(null, { device, at: '2022-10-31T08:00:00Z', author: '张三', body })
    const evidence = { ...body.evidence, distanceMetres: 7026, reason: '' }
    const correction = nextEvent(first, {
      device,
      at: '2022-11-01T02:30:00Z',
      author: '李四',
      body: { ...body, evidence, position: [109, 35], accuracyMetres: 20, corrects: first.id },
    })
    useLedger.setState({ state: foldLedger([first, correction]), device: 'another' })
    render(<VisitsPanel />)
    fireEvent.click(screen.getByRole('button', { name: /^(Daily report|巡查日报) .docx$/ }))
    await waitFor(() => expect(saved).toHaveBeenCalledOnce())
    const text = textOf(written())
    expect(text).toContain('\n16:00\n张三\n甲工地')
    expect(text).toContain('记录时距其 10 米，更正时距其 7026 米')
    expect(text).toContain('巡查人说明：在场外核查')
    expect(text).toContain('更正于 2022-11-01 10:30（李四）')
    expect(text).toContain('最早11月3日\n最晚11月6日')
  })
})
