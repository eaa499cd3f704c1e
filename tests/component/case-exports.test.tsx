import 'fake-indexeddb/auto'
import { act, cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react'
import i18next from 'i18next'
import { afterEach, beforeAll, beforeEach, expect, it, vi } from 'vitest'
import { CaseBoard } from '@/features/explore/cases/CaseBoard'
import { CaseSheetExport } from '@/features/explore/cases/CaseSheetExport'
import { caseListTable } from '@/features/explore/cases/case-list-table'
import { caseSheet, sheetPhotos } from '@/features/explore/cases/case-sheet'
import { startI18n } from '@/i18n'
import type { ExportTable } from '@/io/export/export'
import type { OfficialPaper } from '@/io/papers/official-paper'
import type { CaseOpened } from '@/ledger/case-bodies'
import { caseView } from '@/store/cases/case-view'
import { likelyCheck } from '@/store/cases/likely-check'
import { stepBody } from '@/store/cases/write-step'
import { useChentu } from '@/store/chentu'
import { ledger, useLedger } from '@/store/ledger'
import { inspection, target } from '../unit/ledger/records'
import { openMeeting } from './small-meeting'

const exportRows = vi.fn(async (_table: ExportTable, _format: string) => new Blob())
const officialFile = vi.fn(async (_papers: readonly OfficialPaper[]) => new Blob())
const saved = vi.fn()
vi.mock('@/ui/save-file', () => ({ saveFile: (...file: unknown[]) => saved(...file) }))
vi.mock('@/workers/client', () => ({
  datasetWorker: () => ({ exportRows, officialFile }),
  onDatasetWorkerStopped: () => undefined,
  datasetReopened: () => undefined,
  datasetGivenUp: () => undefined,
  whenAnswered: async () => undefined,
  whenMapDrawn: async () => undefined,
}))

const body: CaseOpened = {
  type: 'case',
  ...{ sort: 'fire', sortName: '火点', title: '火点一', reason: '卫星', from: '', county: 'a', lead: ['市局'] },
  ...{ position: [108.7, 34.3], observed: '2022-10-29T00:00:00.000Z', likely: [], note: '夜间', illustrative: true },
  terms: [{ step: 'arrived', minutes: 60, confirmed: false }],
}
const NOW = Date.parse('2022-11-01T00:00:00Z')
const views = () => [...useLedger.getState().cases.values()].map((record) => caseView(record, NOW))

beforeAll(async () => {
  await startI18n('zh-CN')
  await import('@/ui/popups/ListPopup')
})
beforeEach(async () => {
  openMeeting()
  useChentu.setState(({ opened }) => ({ opened: { ...opened, evaluation: { asOf: '2022-10-31' } } as never }))
  await ledger().database.events.clear()
  await useLedger.getState().load()
  await useLedger.getState().setAuthor('王内勤')
  const { id } = await useLedger.getState().append(body, [], null)
  await useLedger.getState().append({ ...body, title: '火点二', county: 'b' }, [], null)
  const record = useLedger.getState().cases.get(id)
  const said = { finding: 'cause', cause: { kind: 'stockpile' as never, code: 'DC-1', name: '堆' }, note: '未覆盖' }
  await useLedger
    .getState()
    .append(
      stepBody({ id, title: '火点一' }, record, { step: 'reported', when: '2022-10-29T03:00:00.000Z', ...said }),
      [],
      null,
    )
})
afterEach(cleanup)

it('the list of the board is saved as it is shown, with what it was filtered by', async () => {
  render(<CaseBoard cases={views()} />)
  fireEvent.click(screen.getByRole('button', { name: /^已反馈/ }))
  fireEvent.click(screen.getByRole('button', { name: '导出清单' }))
  fireEvent.click(await screen.findByRole('menuitem', { name: /Excel/ }))
  await waitFor(() => expect(saved).toHaveBeenCalledOnce())
  expect(saved.mock.lastCall![1]).toMatch(/^某市_异常处置清单_\d{4}-\d\d-\d\d\.xlsx$/)
  const [table] = exportRows.mock.lastCall!
  expect(table.rows).toHaveLength(1)
  const cells = Object.fromEntries(table.headings.map((heading, i) => [heading, table.rows[0]![i]]))
  expect(cells).toMatchObject({
    ...{ 名称: '火点一', 类别: '火点', 办理阶段: '已反馈', 办理次数: 1, 区县: '甲县', 牵头部门: '市局' },
    ...{ 发现时间: '2022-10-29 08:00', 立案依据: '卫星', 现场情况: '查到来源', 超时: '超时', 数据类别: '示例' },
  })
  expect(table.positions).toEqual([[108.7, 34.3]])
  expect(table.about!.lines).toContainEqual(['筛选', '已反馈'])
  expect(table.rows.every((row) => row.length === table.headings.length)).toBe(true)
})

it('the list has what stands in the current turn, and calls nothing in time that has no time limit', async () => {
  const [first] = views()
  const told = async (step: string, more: object) => {
    const record = useLedger.getState().cases.get(first!.id)
    const when = '2022-10-29T04:00:00.000Z'
    await useLedger
      .getState()
      .append(stepBody({ id: first!.id, title: '火点一' }, record, { step, when, ...more }), [], null)
  }
  const t = i18next.getFixedT('zh-CN')
  const rows = () => {
    const table = caseListTable(t, views(), { now: NOW, about: [], nameOf: (county) => county })
    return table.rows.map((row) => Object.fromEntries(table.headings.map((heading, i) => [heading, row[i]])))
  }
  await told('assessed', { effect: 'better' })
  expect(rows()[0]).toMatchObject({ 现场情况: '查到来源', 效果: '好转' })
  await told('unassessed', {})
  expect(rows()[0]).toMatchObject({ 现场情况: '查到来源', 效果: null })
  await told('closed', { effect: 'better' })
  await told('reopened', {})
  expect(rows()[0]).toMatchObject({ 办理次数: 2, 现场情况: null, 查到的来源: null, 效果: null })
  const other = { id: 'ffffffffffffffff-1', title: '火点三' }
  await useLedger
    .getState()
    .append(stepBody(other, undefined, { step: 'arrived', when: '2022-10-29T04:00:00.000Z' }), [], null)
  await useLedger.getState().append({ type: 'withdrawal', event: first!.id, reason: '误' }, [], null)
  const late = Object.fromEntries(rows().map(({ 名称: name, 超时: said }) => [name, said]))
  expect(late).toEqual({ 火点一: null, 火点二: '超时', 火点三: null })
})

it('a case is saved as a sheet with what it was opened on, its limits and every step', async () => {
  const [first] = views()
  render(<CaseSheetExport of={first!} />)
  await act(async () => fireEvent.click(screen.getByRole('button', { name: '导出处置单（Word）' })))
  await waitFor(() => expect(saved.mock.lastCall?.[1]).toMatch(/^某市_异常处置单_火点一_\d{4}-\d\d-\d\d\.docx$/))
  const [[paper]] = officialFile.mock.lastCall!
  expect(paper!.title).toBe('异常处置单')
  const t = i18next.getFixedT('zh-CN')
  const { dataset } = useChentu.getState().opened!
  const sheet = caseSheet(t, dataset, first!, [], NOW, [])
  const facts = Object.fromEntries(sheet.rows as [string, string][])
  expect(facts).toMatchObject({ 名称: '火点一', 发现时间: '2022-10-29 08:00', 区县: '甲县', 说明: '夜间' })
  expect(facts.时限).toMatch(/^到场：没有到场记录，按反馈时间 2022-10-29 11:00 计，超时/)
  const steps = sheet.more![0]!.rows
  expect(steps.map(([, step]) => step)).toEqual(['立案', '反馈'])
  expect(String(steps[1]![3])).toContain('未覆盖')
  expect(sheet.notes).toEqual(['时限未经核实。', '依据示例数据立案，不是真实记录。'])
  expect(sheetPhotos(t, first!)).toEqual([])
})

it('the sheet of a case says the wind, where each likely source lies, what checks found, and what was written later', async () => {
  const { append } = useLedger.getState()
  const one = { ...target, metres: 620, azimuth: 268, standing: 'fine', overdueDays: 12 }
  const wind = { fromDegrees: 270, metresPerSecond: 2.3, said: 'hand' }
  const { id } = await append(
    { ...body, title: '火点三', wind, likely: [one, { ...one, code: 'X9', name: '另一处' }] },
    [],
    null,
  )
  await append(inspection({ answers: { covered: 'no' } }), [], null)
  const record = () => useLedger.getState().cases.get(id)!
  await append(
    stepBody({ id, title: '火点三' }, record(), { step: 'given', when: '2022-10-30T07:10:00.000Z', team: '一组' }),
    [],
    null,
  )
  const view = caseView(record(), NOW)
  render(<CaseSheetExport of={view} />)
  await act(async () => fireEvent.click(screen.getByRole('button', { name: '导出处置单（Word）' })))
  await waitFor(() => expect(officialFile).toHaveBeenCalled())
  const { dataset } = useChentu.getState().opened!
  const { state, reviews } = useLedger.getState()
  const checks = view.opened!.likely.map((each) => likelyCheck(dataset, state, reviews, each, view.opened!.observed))
  const sheet = caseSheet(i18next.getFixedT('zh-CN'), dataset, view, checks, NOW, [])
  const facts = Object.fromEntries(sheet.rows as [string, string][])
  expect(facts.当时风向).toBe('西风 270°，2.3 米/秒（人工填写）')
  const [checked, unchecked] = facts.可能来源!.split('\n')
  expect(checked).toMatch(/^1\. .*：.*逾期 12 天；西 620 米；\d{4}-\d\d-\d\d 现场检查：1 项不符合/)
  expect(unchecked).toMatch(/^2\. 另一处：.*；未查$/)
  const [opened, given] = sheet.more![0]!.rows
  expect(opened![0]).toMatch(/^[-\d: ]+$/)
  expect(given![0]).toMatch(/^2022-10-30 15:10\n\d{4}-\d\d-\d\d \d\d:\d\d 补记$/)
})
