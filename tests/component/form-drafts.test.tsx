import 'fake-indexeddb/auto'
import { act, cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { dayOfInstant } from '@/domain/calendar'
import type { Warning } from '@/domain/warnings/warning'
import { CaseCard } from '@/features/explore/cases/CaseCard'
import { CasesPanel } from '@/features/explore/cases/CasesPanel'
import { CallForm } from '@/features/explore/warnings/CallForm'
import { startI18n } from '@/i18n'
import type { CaseOpened } from '@/ledger/case-bodies'
import type { CalledSource } from '@/questions/warnings/warning-duties'
import { useCasePanel } from '@/store/cases/case-panel'
import { caseView } from '@/store/cases/case-view'
import { useChentu } from '@/store/chentu'
import { useFormDrafts } from '@/store/device/form-drafts'
import { ledger, useLedger } from '@/store/ledger'
import { FIRST_VIEW } from '@/store/view/view'

vi.mock('@/store/cases/use-case-effect', () => ({ useCaseEffect: () => null }))
vi.mock('@/workers/client', async (original) => ({
  ...(await original<object>()),
  datasetWorker: () => ({
    likelySources: async () => ({ own: null, total: 0, likely: [], leftOut: [] }),
    searchSources: async () => [],
    caseProposals: async () => ({ proposed: [], problems: [] }),
    findSource: async () => null,
  }),
}))

const body: CaseOpened = {
  type: 'case',
  ...{ sort: 'fire', sortName: '火点', title: '火点一', reason: '卫星', from: '' },
  ...{ position: [108.7, 34.3], county: '', lead: [], observed: '2022-10-29T00:00:00.000Z' },
  ...{ likely: [], terms: [], note: '' },
}
const source = {
  ...{ source: 1, kind: 'site', code: 'G1', name: '工地一', contact: '张三', phone: '' },
} as unknown as CalledSource
const warning = { code: 'W1', name: '橙色预警', from: 0 } as unknown as Warning

const field = (name: string) => screen.getByRole<HTMLInputElement>('textbox', { name })
const type = (name: string, value: string) => fireEvent.change(field(name), { target: { value } })
const press = (name: string) => fireEvent.click(screen.getByRole('button', { name }))
const drafts = () => useFormDrafts.getState().drafts
const RESTORED = /^已恢复未保存的填写/

function Card({ id }: { readonly id: string }) {
  const record = useLedger(({ cases }) => cases.get(id))!
  return <CaseCard of={caseView(record, Date.now())} onBack={() => undefined} />
}
/** As a reload: the parts are gone, and only what the browser stores is left. */
function reload() {
  cleanup()
  const stored = localStorage.getItem('chentu-form-drafts')
  useFormDrafts.setState({ drafts: [] })
  localStorage.setItem('chentu-form-drafts', stored!)
  // As if another window had written it: it is read again.
  act(() => void globalThis.dispatchEvent(new StorageEvent('storage', { key: 'chentu-form-drafts' })))
}

beforeEach(async () => {
  await startI18n('zh-CN')
  Element.prototype.scrollIntoView = () => undefined
  const sort = { id: 'fire', title: { zh: '火点', en: 'fire' }, from: {}, lead: [], terms: [], causes: [] }
  const likely = { metres: 2000, bandMetres: 500, source: { zh: '', en: '' }, confirmed: true }
  useChentu.setState({
    view: FIRST_VIEW,
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
afterEach(() => {
  cleanup()
  vi.useRealTimers()
})

it('the answer to a call that is half typed comes back after a reload, with the time at which it was given', async () => {
  vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-10-31T02:00:00.000Z') })
  const done = vi.fn()
  render(<CallForm source={source} warning={warning} onDone={done} />)
  expect(screen.queryByText(RESTORED)).toBeNull()
  fireEvent.click(screen.getByRole('radio', { name: '已落实' }))
  type('备注', '王工答复，两小时后停')
  reload()
  vi.setSystemTime(new Date('2026-10-31T03:30:00.000Z'))
  render(<CallForm source={source} warning={warning} onDone={done} />)
  screen.getByText(/^已恢复未保存的填写（2026-10-31 10:00 填写）/)
  expect(field('备注').value).toBe('王工答复，两小时后停')
  expect(screen.getByRole<HTMLInputElement>('radio', { name: '已落实' }).checked).toBe(true)
  // It was said on the telephone at ten, not when the form was opened again.
  expect(field('时间').value).toBe('10:00')
  press('保存')
  await waitFor(() => expect(done).toHaveBeenCalled())
  const [event] = await ledger().database.events.toArray()
  expect(event).toMatchObject({ body: { type: 'call', calledAt: '2026-10-31T02:00:00.000Z' } })
  expect(drafts()).toEqual([])
})

it('of another source or warning nothing is restored, and what is restored can be given up', async () => {
  render(<CallForm source={source} warning={warning} onDone={() => undefined} />)
  type('备注', '占线')
  reload()
  const other = { ...source, code: 'G2' }
  render(<CallForm source={other} warning={warning} onDone={() => undefined} />)
  expect(field('备注').value).toBe('')
  reload()
  render(<CallForm source={source} warning={{ ...warning, code: 'W2' }} onDone={() => undefined} />)
  expect(field('备注').value).toBe('')
  reload()
  render(<CallForm source={source} warning={warning} onDone={() => undefined} />)
  press('不用，重新填写')
  expect(field('备注').value).toBe('')
  expect(screen.queryByText(RESTORED)).toBeNull()
  expect(drafts()).toEqual([])
})

it('a case that is being opened keeps its note and its tapped place while other panels are in use', async () => {
  useCasePanel.getState().open('hand')
  render(<CasesPanel />)
  type('说明', '群众来电')
  act(() => useCasePanel.getState().mark([108.75, 34.35]))
  reload()
  act(() => useCasePanel.getState().open(null))
  render(<CasesPanel />)
  await screen.findByText('有未保存的填写：手工立案。再次打开该表单即可接着填写。')
  press('手工立案')
  expect(field('说明').value).toBe('群众来电')
  expect(useCasePanel.getState().marked).toEqual([108.75, 34.35])
  press('取消')
  expect(drafts()).toEqual([])
})

it('each step of a case keeps what was typed, and its card names the step; withdrawing the case clears them', async () => {
  const { id } = await act(() => useLedger.getState().append(body, [], null))
  render(<Card id={id} />)
  press('办结')
  type('说明', '已清扫')
  type('记录人', '李内勤')
  reload()
  render(<Card id={id} />)
  screen.getByText(/有未保存的填写：火点一 办结/)
  press('评估')
  expect(field('说明').value).toBe('')
  press('取消')
  press('办结')
  screen.getByText(RESTORED)
  expect(field('说明').value).toBe('已清扫')
  expect(field('记录人').value).toBe('李内勤')
  // The form that is in sight is not announced as one to be opened.
  expect(screen.queryByText(/有未保存的填写/)).toBeNull()
  reload()
  render(<Card id={id} />)
  press('作废')
  fireEvent.change(screen.getByRole('textbox', { name: /原因/ }), { target: { value: '重复' } })
  reload()
  render(<Card id={id} />)
  press('作废')
  expect(screen.getByRole<HTMLTextAreaElement>('textbox', { name: /原因/ }).value).toBe('重复')
  press('作废')
  await waitFor(() => expect(useLedger.getState().cases.get(id)!.withdrawn).not.toBeNull())
  await waitFor(() => expect(drafts()).toEqual([]))
})

it('only the latest drafts are kept, none longer than two weeks, and no endless text', () => {
  const { keep } = useFormDrafts.getState()
  const at = Date.now()
  const draft = (form: string, when: number, note = '') =>
    keep({ group: 'g', form, label: form, at: when, fields: { note } })
  draft('old', at - 15 * 24 * 3600 * 1000)
  for (let i = 0; i < 25; i++) draft(`form ${i}`, at)
  expect(drafts()).toHaveLength(20)
  expect(drafts()[0]!.form).toBe('form 5')
  draft('endless', at, '长'.repeat(30_000))
  expect(drafts().map(({ form }) => form)).not.toContain('endless')
  draft('form 24', at, '改')
  expect(drafts()).toHaveLength(20)
})
