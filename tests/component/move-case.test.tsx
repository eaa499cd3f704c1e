import 'fake-indexeddb/auto'
import { act, cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react'
import i18next from 'i18next'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { dayOfInstant } from '@/domain/calendar'
import { breachOpeningKey } from '@/domain/cases/opening-key'
import { CaseActions } from '@/features/explore/cases/CaseActions'
import { CasesPanel } from '@/features/explore/cases/CasesPanel'
import { startI18n } from '@/i18n'
import type { CaseOpened } from '@/ledger/case-bodies'
import { useCasePanel } from '@/store/cases/case-panel'
import { caseView } from '@/store/cases/case-view'
import { stepBody } from '@/store/cases/write-step'
import { useChentu } from '@/store/chentu'
import { useFormDrafts } from '@/store/device/form-drafts'
import { ledger, useLedger } from '@/store/ledger'
import { stepWords } from '@/store/words/case-words'

const near = { source: 7, kind: 'stockpile', sameCode: null, name: '堆场甲', code: 'D1', county: '', status: 3 }
vi.mock('@/store/cases/use-case-effect', () => ({ useCaseEffect: () => null }))
vi.mock('@/workers/client', async (original) => ({
  ...(await original<object>()),
  datasetWorker: () => ({
    likelySources: async () => ({
      own: null,
      total: 1,
      likely: [{ ...near, metres: 120.4, azimuth: 90.2, overdueDays: 0, dataClass: 'real', position: [108.8, 34.3] }],
      leftOut: [],
    }),
    searchSources: async () => [],
    findSource: async () => null,
  }),
}))

const body: CaseOpened = {
  type: 'case',
  ...{ sort: 'fire', sortName: '火点', title: '火点一', reason: '卫星', from: 'fire/1' },
  ...{ position: [108.7, 34.3], county: '', lead: [], observed: '2022-10-29T00:00:00.000Z' },
  ...{ likely: [], terms: [], note: '' },
}
const view = (id: string) => caseView(useLedger.getState().cases.get(id)!, Date.now())
function Actions({ id }: { readonly id: string }) {
  const of = useLedger(({ cases }) => cases.get(id))!
  return <CaseActions of={caseView(of, Date.now())} picked={new Set()} />
}
const button = (name = '更改位置') => screen.getByRole<HTMLButtonElement>('button', { name })
const type = (name: string, value: string) =>
  fireEvent.change(screen.getByRole('textbox', { name }), { target: { value } })

beforeEach(async () => {
  await startI18n('zh-CN')
  const sort = { id: 'fire', title: { zh: '火点', en: 'fire' }, from: {}, lead: [], terms: [], causes: [] }
  const likely = { metres: 2000, bandMetres: 500, source: { zh: '', en: '' }, confirmed: true }
  useChentu.setState({
    opened: {
      dataset: {
        settings: { city: { zh: '某市', en: 'A city' } },
        ...{ kinds: [], rules: [], endedRules: [], earlierPlans: [], counties: [], outlines: { features: [] } },
        cases: { sorts: [sort], likely },
      },
      evaluation: { asOf: dayOfInstant(new Date().toISOString()) },
    } as never,
  })
  useFormDrafts.setState({ drafts: [] })
  await ledger().database.events.clear()
  await useLedger.getState().load()
  await useLedger.getState().setAuthor('王内勤')
})
afterEach(cleanup)

it('a case whose place was set by a slip is moved, with a reason and the sources around the new place', async () => {
  const { id } = await act(() => useLedger.getState().append(body, [], null))
  useCasePanel.getState().mark([1, 1])
  render(<Actions id={id} />)
  fireEvent.click(button())
  screen.getByText('与现在的位置相同')
  screen.getByText(/还需填写：位置、更改原因/)
  type('经纬度或污染源名称', '108.8, 34.3')
  await screen.findByText('堆场甲')
  expect(useCasePanel.getState().tried).toMatchObject({ position: [108.8, 34.3], metres: 2000 })
  type('更改原因', '点错了路口')
  fireEvent.click(button())
  await waitFor(() => expect(view(id).opened!.position).toEqual([108.8, 34.3]))
  expect(view(id).opened).toMatchObject({ reportedAt: [108.7, 34.3], reachMetres: 2000, title: '火点一' })
  expect(view(id).opened!.likely).toMatchObject([{ kind: 'stockpile', code: 'D1', metres: 120 }])
  const { event } = view(id).record.standing.steps[0]!
  expect(stepWords(i18next.getFixedT('zh-CN'), event.body)).toBe(
    '108.80000, 34.30000（WGS-84）、距上报位置 9.2 公里 · 点错了路口',
  )
  expect(view(id).record.opening!.body.position).toEqual([108.7, 34.3])
  await waitFor(() => expect(useCasePanel.getState().tried).toBeNull())
})

it.each([
  { from: 'unlisted/p1/2022-10', visitors: [{ plate: '陕D1', company: '', days: ['2022-10-29'], stops: 2 }] },
  { from: breachOpeningKey({ plate: '陕D1', kind: 'unwashed', of: '', from: 1_666_000_000 }) },
])('a case about trucks is moved without sources around its new place: $from', async (change) => {
  const { id } = await act(() => useLedger.getState().append({ ...body, ...change }, [], null))
  render(<Actions id={id} />)
  fireEvent.click(button())
  type('经纬度或污染源名称', '108.8, 34.3')
  type('更改原因', '点错了路口')
  fireEvent.click(button())
  await waitFor(() => expect(view(id).opened!.position).toEqual([108.8, 34.3]))
  expect(view(id).opened).toMatchObject({ ...change, likely: [] })
  expect(view(id).opened).not.toHaveProperty('reachMetres')
})

it('a form that is being filled in stays open while another window moves the case', async () => {
  const { id } = await act(() => useLedger.getState().append(body, [], null))
  useChentu.setState(({ view: before }) => ({ view: { ...before, case: id } }))
  render(<CasesPanel />)
  fireEvent.click(button('办结'))
  type('说明', '已清扫')
  const around = { kind: 'stockpile', code: 'D1', name: '堆场甲', metres: 120, azimuth: 90, standing: 'failing' }
  const moved = { position: [108.8, 34.3], county: '', likely: [{ ...around, overdueDays: 0 }] } as const
  const said = { step: 'moved', when: new Date().toISOString(), moved }
  await act(() => useLedger.getState().append(stepBody({ id, title: '火点一' }, view(id).record, said), [], null))
  expect(screen.getByRole<HTMLTextAreaElement>('textbox', { name: '说明' }).value).toBe('已清扫')
  // The sources around the new place are those to be checked.
  expect((await screen.findByRole<HTMLInputElement>('checkbox', { name: /堆场甲/ })).checked).toBe(true)
})

it('a closed case is not moved', async () => {
  const { id } = await act(() => useLedger.getState().append(body, [], null))
  const said = { step: 'closed', when: '2022-10-30T00:00:00.000Z', effect: 'same' }
  await act(() => useLedger.getState().append(stepBody({ id, title: '火点一' }, view(id).record, said), [], null))
  render(<Actions id={id} />)
  expect(screen.queryByRole('button', { name: '更改位置' })).toBeNull()
})

it('a reason for a move that is too long to be saved is kept whole, and the form says so', async () => {
  const { id } = await act(() => useLedger.getState().append(body, [], null))
  render(<Actions id={id} />)
  fireEvent.click(button())
  type('经纬度或污染源名称', '108.8, 34.3')
  type('更改原因', '长'.repeat(230))
  expect(screen.getByRole<HTMLTextAreaElement>('textbox', { name: '更改原因' }).value).toHaveLength(230)
  screen.getByText('更改原因有 230 字，最多 200 字，不能保存。请删减。')
  expect(button().disabled).toBe(true)
  type('更改原因', '长'.repeat(200))
  await waitFor(() => expect(button().disabled).toBe(false))
})
