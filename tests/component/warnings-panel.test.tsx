import 'fake-indexeddb/auto'
import { act, cleanup, fireEvent, render, renderHook, screen, waitFor, within } from '@testing-library/react'
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { parseDay } from '@/domain/calendar'
import { useCallTable } from '@/features/explore/warnings/use-call-table'
import { WarningsPanel } from '@/features/explore/warnings/WarningsPanel'
import { startI18n } from '@/i18n'
import type { Call } from '@/ledger/event'
import { datasetOf } from '@/questions/dataset'
import { evaluateRules } from '@/questions/evaluated-package'
import type { CalledExceedancesRequest } from '@/questions/warnings/called-exceedances'
import { calledRows, calledSource } from '@/questions/warnings/warning-duties'
import { type CalledRequest, warningLines, warningOverview } from '@/questions/warnings/warning-overview'
import { useChentu } from '@/store/chentu'
import { useLedger } from '@/store/ledger'
import { FIRST_VIEW } from '@/store/view/view'
import { openFromDisk } from '../unit/package-from-disk'
import { choose } from './choose'

const opened = (await openFromDisk('')).value!
const AS_OF = '2022-10-31'
const evaluated = evaluateRules(opened, AS_OF)
const dataset = datasetOf(opened)
const [warning] = dataset.warnings
const first = calledSource(evaluated, calledRows(evaluated, warning!.code)[0]!)

/** Sources that nobody called, whose monitors exceeded a limit. */
const untold: (typeof first)[] = []

/** Exceedances measured by a monitor of a called source. */
const OVER = {
  ...{ called: first, device: 'YC-1', parameter: 'tsp' as const, hours: 3, isDoubted: false, isIllustrative: true },
  ...{ from: parseDay('2022-10-30') * 1440 - 480, until: parseDay('2022-10-30') * 1440 - 240 },
  ...{ value: 900, compared: 850, allowedUpTo: 800, limit: opened.pack.monitoring!.limits[0]! },
}

const officialFile = vi.fn(async (papers: readonly { readonly title: string }[]) => new Blob([papers[0]!.title]))
const saved = vi.fn()
vi.mock('@/ui/save-file', () => ({ saveFile: (...file: unknown[]) => saved(...file) }))
vi.mock('@/workers/client', () => ({
  datasetWorker: () => ({
    warningOverview: async (request: CalledRequest) => warningOverview(evaluated, request),
    warningLines: async (request: CalledRequest, group: string, count?: number) =>
      warningLines(evaluated, request, group, count),
    officialFile: (papers: readonly { readonly title: string }[]) => officialFile(papers),
    calledExceedances: async (_: string, { known }: CalledExceedancesRequest) => ({
      found: known.map(({ standing }) => ({ ...OVER, standing })),
      untold: untold.map((called) => ({ ...OVER, called, standing: 'none' as const })),
      isPartly: known.length > 0,
    }),
  }),
  onDatasetWorkerStopped: () => undefined,
  datasetReopened: () => undefined,
  datasetGivenUp: () => undefined,
  whenAnswered: async () => undefined,
  whenMapDrawn: async () => undefined,
}))

const call = (of: Partial<Call> = {}): Call => ({
  type: 'call',
  target: { kind: first.kind, code: first.code, name: first.name },
  warning: { code: warning!.code, name: warning!.name },
  ...{ answer: 'done', person: '', note: '', calledAt: '2022-10-30T02:00:00.000Z' },
  ...of,
})
const write = (body: Call) => act(async () => void (await useLedger.getState().append(body, [], null)))

beforeAll(async () => {
  await startI18n('zh-CN')
  await Promise.all([import('@/ui/popups/ListPopup'), import('@/ui/popups/DatePopup')])
})
beforeEach(async () => {
  useChentu.setState({
    view: FIRST_VIEW,
    opened: { dataset, evaluation: { asOf: AS_OF }, shown: {} } as never,
  })
  await useLedger.getState().load()
  await useLedger.getState().setAuthor('值班员')
})
afterEach(async () => {
  cleanup()
  const { database } = (await import('@/store/ledger')).ledger()
  await database.events.clear()
})

/** The expanded list of the county of the current source. */
async function list() {
  const names = await screen.findAllByText((_, element) => element?.tagName === 'SUMMARY')
  const { county } = first
  const name = dataset.counties.find(({ code }) => code === county)!.name
  const details = names.find(({ textContent }) => textContent?.startsWith(name))!.parentElement as HTMLDetailsElement
  if (!details.open) {
    // jsdom toggles `details` without its event.
    details.open = true
    fireEvent(details, new Event('toggle'))
  }
  return details
}
const lines = (of: HTMLElement) =>
  [...of.querySelectorAll('li[data-standing]')].map((line) => [
    line.querySelector('button')!.textContent,
    (line as HTMLElement).dataset.standing,
  ])

describe('a call on a warning day', () => {
  it('is shown beside exceedances measured during the warning, as evidence to be checked', async () => {
    render(<WarningsPanel />)
    await screen.findByText(/应响应/, { selector: 'b' })
    expect(screen.queryByText(/预警期间有超过限值/)).toBeNull()
    await write(call())
    const title = await screen.findByText(/预警期间有超过限值小时的被通知单位：监测设备 1 台次/)
    const details = title.closest('details')!
    within(details).getByText(/^监测线索，不是未落实的结论：请核对停限产和现场记录。/)
    const said = details.querySelector('li small')!.textContent
    expect(said).toMatch(
      /^设备 YC-1：TSP .* 内 3 小时超过限值，最高 900\S* µg\/m³，扣除背景后最高 850\S*，限值 800\S*（限值未经核实）（示例）$/,
    )
    expect(details.textContent).toMatch(new RegExp(`${first.name}\\s·\\s已落实`))
    screen.getByText('有监测数据文件无法读取，预警期间超过限值的小时可能没有列全。')
  })

  it('is listed apart as missing where a monitor exceeded a limit and nobody called', async () => {
    untold.push(first)
    try {
      render(<WarningsPanel />)
      const title = await screen.findByText('预警期间有超过限值小时的未通知单位：监测设备 1 台次')
      expect(title.closest('details')!.textContent).toMatch(new RegExp(`${first.name}\\s·\\s未通知`))
      expect(screen.queryByText(/有超过限值小时的被通知单位/)).toBeNull()
    } finally {
      untold.length = 0
    }
  })

  it('concerns no warning that began after a past as-of date: it is left out, and this is said', async () => {
    const later = { ...warning!, code: 'later', name: '第10号', from: parseDay('2022-11-05') * 1440, until: null }
    const warnings = [later, warning!]
    useChentu.setState({
      opened: { dataset: { ...dataset, warnings }, evaluation: { asOf: AS_OF }, shown: {} } as never,
    })
    render(<WarningsPanel />)
    await screen.findByText('截至日（2022-10-31）之后启动的预警 1 次，未列出。')
    expect(screen.queryByText(/第10号|未解除/)).toBeNull()
    cleanup()
    const before = { dataset: { ...dataset, warnings: [later] }, evaluation: { asOf: AS_OF }, shown: {} }
    useChentu.setState({ opened: before as never })
    render(<WarningsPanel />)
    await screen.findByText('截至日没有已启动的预警')
  })

  it('is missing for counties of the warning without sources, which are named', async () => {
    render(<WarningsPanel />)
    await screen.findByText('高新区：数据中没有应响应的污染源。')
    fireEvent.click(screen.getByRole('radio', { name: '按部门' }))
    await waitFor(() => expect(screen.queryByText(/数据中没有应响应的污染源/)).toBeNull())
  })

  it('is recorded with its own time, keeps its row in place, and can be withdrawn', async () => {
    render(<WarningsPanel />)
    const details = await list()
    const row = (await within(details).findByRole('button', { name: first.name })).closest('li')!
    const before = lines(details)
    const at = before.findIndex(([name]) => name === first.name)
    fireEvent.click(within(row).getByRole('button', { name: /记录通知结果$/ }))
    const form = within(row).getByRole('form', { name: /记录通知结果$/ })
    // Before saving, a note says that the list up to the as-of date is without it.
    const later = /截至日期为 2022-10-31，这次通知在其后/
    within(form).getByText(later)
    fireEvent.click(within(form).getByRole('button', { name: '更早' }))
    const time = within(form).getByLabelText('时间')
    fireEvent.change(time, { target: { value: '25:00' } })
    expect(within(form).getByRole('alert').textContent).toBe('通知时间应写作 08:30')
    // No hour of a day in the future.
    fireEvent.change(time, { target: { value: '00:00' } })
    within(form).getByText(later)
    fireEvent.click(within(form).getByRole('button', { name: '现在' }))
    fireEvent.click(within(form).getByRole('radio', { name: '已落实' }))
    fireEvent.click(within(form).getByRole('button', { name: '保存' }))
    await waitFor(() => expect(within(row).queryByRole('form')).toBeNull())
    // It was made today: as of October nobody had called yet, as the note says.
    expect(row.textContent).toContain('截至日之后：')
    expect(screen.getByText(/之后另有 1 次通知，未计入/)).toBeTruthy()
    await write(call())
    await waitFor(() => expect(lines(details)[at]).toEqual([first.name, 'done']))
    expect(lines(details).map(([name]) => name)).toEqual(before.map(([name]) => name))
    fireEvent.click(screen.getByRole('button', { name: '重新排列' }))
    await waitFor(() => expect(lines(details).at(-1)?.[0] === first.name || lines(details).length === 30).toBe(true))
    expect(screen.queryByRole('button', { name: '重新排列' })).toBeNull()
  })

  it('can be withdrawn with a reason, and stays readable', async () => {
    await write(call())
    render(<WarningsPanel />)
    await list()
    await choose('答复情况', '已落实')
    const details = await list()
    const row = (await within(details).findByRole('button', { name: first.name })).closest('li')!
    fireEvent.click(within(row).getByRole('button', { name: /^作废 2022-10-30 10:00/ }))
    fireEvent.click(within(row).getByRole('button', { name: '填错对象' }))
    const ask = within(row).getByRole('form', { name: /^作废/ })
    fireEvent.click(within(ask).getByRole('button', { name: '作废' }))
    await waitFor(() => expect(row.dataset.standing).toBe('none'))
    expect(row.textContent).toMatch(/已作废：值班员 .*填错对象/)
    expect(useLedger.getState().calls.get(warning!.code)!.values().next().value!.withdrawn).toHaveLength(1)
  })

  it('is found by part of the name, by answer and by department', async () => {
    await write(call({ answer: 'refused' }))
    render(<WarningsPanel />)
    const details = await list()
    await choose('答复情况', '未落实')
    await waitFor(() => expect(lines(details)).toEqual([[first.name, 'refused']]))
    // Found rows are not hidden in a collapsed group.
    fireEvent.change(screen.getByRole('searchbox'), { target: { value: first.code } })
    fireEvent.click(screen.getByRole('radio', { name: '按措施' }))
    await waitFor(() => {
      const groups = [...document.querySelectorAll('details')].filter((each) => each.querySelector('li[data-standing]'))
      expect(groups.map((each) => [each.open, lines(each)])).toEqual([[true, [[first.name, 'refused']]]])
    })
    fireEvent.change(screen.getByRole('searchbox'), { target: { value: '没有这个单位' } })
    await screen.findByText(/符合筛选 0 处/)
    fireEvent.click(screen.getByRole('button', { name: '清除筛选' }))
    await waitFor(() => expect(screen.queryByText(/符合筛选/)).toBeNull())
  })

  it('is found with its name if the table no longer has its warning', async () => {
    await write(call({ warning: { code: 'OLD-1', name: '第9号橙色预警（示例）' } }))
    render(<WarningsPanel />)
    const kept = (await screen.findByText('其他预警的通知记录（1 条）')).parentElement!
    expect(kept.textContent).toContain('第9号橙色预警（示例）')
    expect(kept.textContent).toContain('预警表中已没有这次预警')
    expect(kept.textContent).toContain(first.name)
  })

  it('is found if the package has no warning at all', async () => {
    await write(call())
    useChentu.setState({ opened: { dataset: { ...dataset, warnings: [] }, evaluation: { asOf: AS_OF } } as never })
    render(<WarningsPanel />)
    expect((await screen.findByText('其他预警的通知记录（1 条）')).parentElement!.textContent).toContain(first.name)
  })
})

it('a sheet shows how many have to respond, and marks the other rows among its numbered ones', async () => {
  const known = calledRows(evaluated, warning!.code).map((row) => calledSource(evaluated, row))
  const of = (role: string) => known.filter((each) => each.role === role)
  const sources = [...of('asked').slice(0, 3), ...of('voluntary').slice(0, 2), ...of('unclear').slice(0, 1)]
  expect(sources).toHaveLength(6)
  const called = { standingOf: () => ({ calls: [], onSite: [] }), asOf: AS_OF } as never
  const { result } = renderHook(() => useCallTable(warning!, called))
  const { intro, rows } = result.current({ name: '秦都区', sources })
  expect(intro).toContain('以下 3 处应立即响应')
  expect(intro).toContain('表中另列自主减排 2 处、待核实 1 处，在措施栏注明，全表共 6 处。')
  expect(rows.map(([, , measure]) => /（自主减排）/.test(measure!))).toEqual([false, false, false, true, true, false])
  const alone = result.current({ name: '秦都区', sources: sources.slice(0, 3) })
  expect(alone.intro).not.toContain('另列')
  // One whose work is over by the list is marked, and counts only with an answer.
  const over = [...sources.slice(0, 3), of('finished')[0]!]
  const marked = result.current({ name: '秦都区', sources: over })
  expect(marked.intro).toContain('以下 3 处应立即响应')
  expect(marked.intro).toContain('表中另列台账记为已拆除、收尾 1 处，在措施栏注明，全表共 4 处。')
  expect(marked.rows.map(([, , measure]) => measure!.includes('（台账记为已拆除、收尾，待核实）'))).toEqual([
    ...[false, false, false, true],
  ])
  const onSite = { standingOf: () => ({ calls: [], onSite: [], failed: { day: AS_OF } }), asOf: AS_OF } as never
  const checked = renderHook(() => useCallTable(warning!, onSite)).result.current({ name: '秦都区', sources: over })
  expect(checked.intro).toContain('以下 4 处应立即响应')
})

it('a sheet quotes the document, area and end of its warning, and the county of each row if it is of a department', () => {
  const sources = calledRows(evaluated, warning!.code)
    .slice(0, 2)
    .map((row) => calledSource(evaluated, row))
  const of = (change: Partial<NonNullable<typeof warning>>, isOfCounties = false) => {
    const called = { standingOf: () => ({ calls: [], onSite: [] }), asOf: AS_OF } as never
    const { result } = renderHook(() => useCallTable({ ...warning!, ...change }, called))
    return result.current({ name: '市住房和城乡建设局', sources, isOfCounties })
  }
  const until = (parseDay('2022-11-02') * 24 - 8 + 12) * 60
  const { intro } = of({ counties: [], until, issuer: '市指挥部〔2022〕22号' })
  expect(intro).toContain(
    '启动，区域为全市，解除时间为2022-11-02 12:00，发布单位与文号为市指挥部〔2022〕22号。按应急措施',
  )
  const [one, two] = dataset.counties
  const open = of({ counties: [one!.code, two!.code], until: null, issuer: '' }).intro
  expect(open).toContain(`启动，区域为${one!.name}、${two!.name}。按应急措施`)
  // Lifted: the request itself says when.
  const lifted = of({ counties: [], until: until - 7 * 1440, issuer: '' }).intro
  expect(lifted).toContain('现不在响应期内，区域为全市。按应急措施')
  const { headings, rows, widths, onPaper } = of({}, true)
  expect(headings[1]).toBe('区县')
  const countyOf = ({ county }: (typeof sources)[number]) => dataset.counties.find(({ code }) => code === county)!.name
  expect(rows.map((row) => row[1])).toEqual(sources.map(countyOf))
  expect(onPaper!.rows.map((row) => row.length)).toEqual([headings.length, headings.length])
  expect([widths.length, widths.reduce((sum, width) => sum + width, 0)]).toEqual([headings.length, 100])
  expect(of({}).headings).not.toContain('区县')
})

it('a sheet on paper has choices to tick and room to write where there is no answer yet', () => {
  const known = calledRows(evaluated, warning!.code).map((row) => calledSource(evaluated, row))
  const [first, second] = known.filter(({ role }) => role === 'asked')
  const answered = { body: { answer: 'done', person: '李四', note: '', warning: { name: warning!.name } } }
  const event = { ...answered, author: '王内勤', at: '2022-10-30T01:00:00Z' }
  const standingOf = ({ code }: { code: string }) => ({ calls: code === first!.code ? [event] : [], onSite: [] })
  const { result } = renderHook(() => useCallTable(warning!, { standingOf, asOf: AS_OF } as never))
  const { rows, onPaper } = result.current({ name: '秦都区', sources: [first!, second!] })
  expect(onPaper!.rows[0]!.at(-1)).toBe(rows[0]!.at(-1))
  expect(rows[0]!.at(-1)).toContain('李四')
  expect(onPaper!.rows[1]!.at(-1)!.split('\n')).toEqual([
    '□已落实\u3000□落实中',
    '□未落实\u3000□联系不上',
    expect.stringMatching(/^时间：.*月.*日.*时.*分$/),
    '答复人：',
    '通知人：',
  ])
  // A workbook is printed too.
  expect(rows[1]).toEqual(onPaper!.rows[1])
  expect(onPaper!.widths.at(-1)).toBe(Math.max(...onPaper!.widths))
})

it('a sheet of a warning that was lifted by the as-of date says when, and asks what was done while it was in force', async () => {
  const known = calledRows(evaluated, warning!.code).map((row) => calledSource(evaluated, row))
  const until = (parseDay('2022-10-31') * 24 - 8 + 12) * 60
  const introOn = (asOf: string) => {
    const called = { standingOf: () => ({ calls: [], onSite: [] }), asOf } as never
    const { result } = renderHook(() => useCallTable({ ...warning!, until }, called))
    return result.current({ name: '秦都区', sources: known.slice(0, 1) }).intro
  }
  expect(introOn('2022-10-30')).toContain('应立即响应')
  expect(introOn('2022-10-31')).toContain('2022-10-31 12:00解除，现不在响应期内')
  expect(introOn('2022-10-31')).not.toContain('立即响应')
  const lifted = { ...dataset, warnings: [{ ...warning!, until }] }
  useChentu.setState({ opened: { dataset: lifted, evaluation: { asOf: AS_OF }, shown: {} } as never })
  render(<WarningsPanel />)
  await screen.findByText(/^预警已于 2022-10-31 12:00 解除/)
})

it('a sheet made after the warning was lifted says so, although the panel was opened before', () => {
  vi.useFakeTimers({ toFake: ['Date'], now: new Date('2022-10-31T03:58:00Z') })
  try {
    const known = calledRows(evaluated, warning!.code).map((row) => calledSource(evaluated, row))
    const until = (parseDay('2022-10-31') * 24 - 8 + 12) * 60
    const called = { standingOf: () => ({ calls: [], onSite: [] }), asOf: AS_OF } as never
    const { result } = renderHook(() => useCallTable({ ...warning!, until }, called))
    const intro = () => result.current({ name: '秦都区', sources: known.slice(0, 1) }).intro
    expect(intro()).toContain('应立即响应')
    vi.setSystemTime('2022-10-31T04:00:00Z')
    expect(intro()).toContain('2022-10-31 12:00解除')
  } finally {
    vi.useRealTimers()
  }
})

it('a sheet marks sources that the list calls completed, as supervision letters do', () => {
  const known = calledRows(evaluated, warning!.code).map((row) => calledSource(evaluated, row))
  const [first, second] = known.filter(({ role }) => role === 'asked')
  const called = { standingOf: () => ({ calls: [], onSite: [] }), asOf: AS_OF } as never
  const { result } = renderHook(() => useCallTable(warning!, called))
  const { rows, notes } = result.current({ name: '秦都区', sources: [{ ...first!, ended: '完工' }, second!] })
  expect(rows.map(([, name]) => name!.includes('（台账记为“完工”，请先核实）'))).toEqual([true, false])
  expect(notes[0]).toBe(`台账中有 1 处记为已竣工、关停等，请先核实是否应响应：${first!.name}（${first!.code}，完工）。`)
})

it('notices of several counties are one .zip with a document for each', async () => {
  render(<WarningsPanel />)
  fireEvent.click(await screen.findByRole('button', { name: '导出通知单' }))
  fireEvent.click(await screen.findByRole('menuitem', { name: '按区县，Word' }))
  await waitFor(() => expect(saved).toHaveBeenCalledOnce())
  const [file, name] = saved.mock.lastCall as [Blob, string]
  expect(name).toContain(`应急响应通知单_${warning!.name}_按区县_`)
  expect(name).toMatch(/\.zip$/)
  expect(officialFile.mock.calls.length).toBeGreaterThan(1)
  for (const [papers] of officialFile.mock.calls) expect(papers.length).toBe(1)
  const { unzipSync } = await import('fflate')
  const files = Object.keys(unzipSync(new Uint8Array(await file.arrayBuffer())))
  expect(files.length).toBe(officialFile.mock.calls.length)
  expect(files.some((each) => /^重污染天气应急响应通知单（秦都区）\.docx$/.test(each))).toBe(true)
  // Those by department do not take their name.
  fireEvent.click(screen.getByRole('button', { name: '导出通知单' }))
  fireEvent.click(await screen.findByRole('menuitem', { name: '按部门，Word' }))
  await waitFor(() => expect(saved).toHaveBeenCalledTimes(2))
  expect(saved.mock.lastCall![1]).toContain(`应急响应通知单_${warning!.name}_按部门_`)
})
