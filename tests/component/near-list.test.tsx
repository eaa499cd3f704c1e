import 'fake-indexeddb/auto'
import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/react'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { NearTab } from '@/features/field/around/NearTab'
import type { FoundDraft } from '@/features/field/record/drafts'
import type { KeptDraft } from '@/features/field/record/use-draft'
import { startI18n } from '@/i18n'
import { useChentu } from '@/store/chentu'
import { usePreferences } from '@/store/device/preferences'
import { today } from '@/store/device/today'
import { DOT } from '@/ui/dot'
import { KINDS } from '../fixtures/kinds'

const [YARD, SITE] = ['stockpile', 'construction-site'] as const
const sourceOf = (kind: string, source: number) => ({
  ...{ kind, source, code: `${kind}${source}`, name: `${kind} ${source}`, position: [108.7, 34.3] as const },
  ...{ county: '', dataClass: 'observed', metres: source, status: 0, overdueDays: 0, worst: null, evidence: null },
  inspectedOn: null,
})
const NEAR = [sourceOf(SITE, 1), sourceOf(YARD, 2), sourceOf(SITE, 3)]
const worker = {
  nearestKinds: vi.fn(async () => ({ [SITE]: 2, [YARD]: 1 })),
  nearestSources: vi.fn(async (_from: unknown, _count: number, _metres: number, kinds: readonly string[]) =>
    NEAR.filter(({ kind }) => kinds.includes(kind)),
  ),
}
vi.mock('@/workers/client', async (original) => ({ ...(await original<object>()), datasetWorker: () => worker }))

beforeEach(async () => {
  await startI18n('zh-CN')
  HTMLDialogElement.prototype.showModal = function () {
    this.open = true
  }
  usePreferences.setState({ nearKm: 1, nearWorstFirst: true, nearKinds: [] })
  const dataset = { kinds: KINDS, rules: [], counties: [], warnings: [], settings: {} }
  useChentu.setState({ opened: { dataset, evaluation: { asOf: today() }, shown: {} } } as never)
})
afterEach(cleanup)

function show(near: readonly object[] = NEAR) {
  const kept = { draft: null } as unknown as KeptDraft<FoundDraft>
  const origin = { position: [108.7, 34.3], kind: 'measured', accuracyMetres: 5, headingDegrees: null } as const
  const none = { problems: [], found: [], here: null, unkept: '', keptDraft: kept, isAsking: false, finding: false }
  const nothing = () => undefined
  render(<NearTab {...none} near={near as never} origin={origin} onFinding={nothing} onMark={nothing} />)
}
const listed = () => [...document.querySelectorAll('ol > li strong')].map((each) => each.textContent?.trim())
const press = (name: string | RegExp) => fireEvent.click(screen.getByRole('button', { name }))

it('says above the list of which day it is and what it shows', async () => {
  show()
  const line = (await screen.findByText('1 公里内 3 处')).closest('p')!
  expect(line.textContent).toBe(`1 公里内 3 处${DOT}按今天（${today()}）判定`)
  const list = document.querySelector('ol')!
  expect(line.compareDocumentPosition(list) & Node.DOCUMENT_POSITION_FOLLOWING).toBeTruthy()
})

it('lists the chosen kinds only, says so, and keeps the choice on this tablet until it is lifted', async () => {
  show()
  await screen.findByText('1 公里内 3 处')
  press('类别：全部')
  const dialog = within(screen.getByRole('dialog', { name: '只列出哪些类别' }))
  expect(dialog.getAllByRole('button', { pressed: false }).map((each) => each.textContent?.trim())).toEqual(
    KINDS.flatMap(({ id, title }) => (id === YARD ? `${title.zh} 1` : id === SITE ? `${title.zh} 2` : [])).map((each) =>
      expect.stringContaining(each),
    ),
  )
  fireEvent.click(dialog.getByRole('button', { name: /^物料堆场/ }))
  fireEvent.click(await dialog.findByRole('button', { name: '列出 1 处' }))
  await waitFor(() => expect(listed()).toEqual(['stockpile 2']))
  await screen.findByText('1 公里内 1 处，共 3 处')
  screen.getByText(/^只列：物料堆场/)
  expect(JSON.parse(localStorage.getItem('chentu-preferences')!).state).toMatchObject({ nearKinds: [YARD] })
  // The list opens as it was left.
  cleanup()
  show()
  await waitFor(() => expect(listed()).toEqual(['stockpile 2']))
  press('类别：1 类')
  press('列出 1 处')
  fireEvent.click(screen.getByRole('button', { name: '全部类别' }))
  await waitFor(() => expect(listed()).toHaveLength(3))
})

it('keeps distance and order on this tablet, so that the round starts from the same distance', async () => {
  show()
  await screen.findByText('1 公里内 3 处')
  press('3 公里')
  press('按严重程度排序')
  await screen.findByText('3 公里内 3 处')
  expect(worker.nearestKinds).toHaveBeenLastCalledWith([108.7, 34.3], 3000)
  expect(JSON.parse(localStorage.getItem('chentu-preferences')!).state).toMatchObject({
    ...{ nearKm: 3, nearWorstFirst: false },
  })
})

it('passes over chosen kinds that the package lacks', async () => {
  usePreferences.setState({ nearKinds: ['kilns-of-another-city'] })
  show()
  await screen.findByText('1 公里内 3 处')
  screen.getByRole('button', { name: '类别：全部' })
})

it('says that the range has none of the chosen kinds', async () => {
  usePreferences.setState({ nearKinds: ['spoil-ground'] })
  show()
  await screen.findByText('这个范围内没有所选类别的污染源')
})
