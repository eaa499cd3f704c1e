import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react'
import { afterEach, beforeAll, beforeEach, expect, it, vi } from 'vitest'
import type { Decision } from '@/domain/meeting/decision'
import { DecisionsDialog } from '@/features/meeting/DecisionsDialog'
import { DecisionsScene } from '@/features/meeting/DecisionsScene'
import { SceneContext } from '@/features/meeting/scene-context'
import { startI18n } from '@/i18n'
import { useChentu } from '@/store/chentu'

const saved = vi.fn()
const isRefused = vi.hoisted(() => ({ value: false }))
vi.mock('@/workers/client', () => ({
  datasetWorker: () => ({ saveMeeting: saved }),
  onDatasetWorkerStopped: () => undefined,
}))
vi.mock('@/store/steps/step', () => ({
  takeStep: async (step: Promise<unknown>) => {
    await step
    return isRefused.value ? [{ code: 'changed-elsewhere' }] : []
  },
}))

const EARLIER: Decision = {
  id: 'a',
  month: '2022-09',
  decidedOn: '2022-10-08',
  county: '610430',
  task: '裸土全部覆盖',
  department: '市住房和城乡建设局',
  due: '2022-10-20',
  doneOn: '',
  note: '',
}

beforeAll(async () => {
  await startI18n('zh-CN')
  // Its code, which would come with the dialog.
  await import('@/ui/popups/ComboBoxField')
})
beforeEach(() => {
  saved.mockReset()
  isRefused.value = false
  const dataset = {
    settings: { meeting: { agenda: [], template: null, counties: [], decisions: [EARLIER] } },
    reports: [{ month: '2022-10', rows: [] }],
    counties: [{ code: '610430', name: '淳化县', nameEn: 'Chunhua' }],
    clauses: [{ number: 23, lead: ['市住房和城乡建设局'] }],
    glossary: {},
    provenance: [],
  }
  useChentu.setState({ opened: { dataset, ring: { radiusMetres: 25_000, basis: 'centre' } } } as never)
})
afterEach(cleanup)

const keptDecisions = () => saved.mock.lastCall![0].decisions as Decision[]

it('notes what is decided with the county, beside what was decided before', async () => {
  render(<DecisionsDialog onClose={() => undefined} />)
  const add = await screen.findByRole('button', { name: '记入' })
  expect((add as HTMLButtonElement).disabled).toBe(true)
  const task = screen.getByLabelText('事项') as HTMLTextAreaElement
  fireEvent.change(task, { target: { value: ' 道路每日洒水三次 ' } })
  fireEvent.click(add)
  await waitFor(() => expect(saved).toHaveBeenCalledOnce())
  expect(keptDecisions()).toMatchObject([
    EARLIER,
    { month: '2022-10', county: '', task: '道路每日洒水三次', due: '', doneOn: '', note: '' },
  ])
  await waitFor(() => expect(task.value).toBe(''))
})

it('keeps what was written where it could not be saved', async () => {
  isRefused.value = true
  render(<DecisionsDialog onClose={() => undefined} />)
  const task = screen.getByLabelText('事项') as HTMLTextAreaElement
  fireEvent.change(task, { target: { value: '复核' } })
  fireEvent.click(await screen.findByRole('button', { name: '记入' }))
  await screen.findByRole('alert')
  expect(task.value).toBe('复核')
})

it('marks one as done, with how, and changes no other field of it', async () => {
  render(<DecisionsDialog onClose={() => undefined} />)
  expect(screen.getByText('逾期未完成')).toBeTruthy()
  fireEvent.click(screen.getByRole('button', { name: '标为已完成' }))
  await waitFor(() => expect(saved).toHaveBeenCalledOnce())
  const [{ doneOn, ...rest }] = keptDecisions() as [Decision]
  expect(doneOn).toMatch(/^\d{4}-\d\d-\d\d$/)
  expect({ ...rest, doneOn: '' }).toEqual(EARLIER)
  const note = screen.getByLabelText('“裸土全部覆盖”的说明')
  fireEvent.change(note, { target: { value: '已覆盖 3 处' } })
  fireEvent.blur(note)
  await waitFor(() => expect(saved).toHaveBeenCalledTimes(2))
  expect(keptDecisions()).toEqual([{ ...EARLIER, note: '已覆盖 3 处' }])
})

it('shows on the wall who has not done what in time', () => {
  const item = { scene: 'decisions' as const, notes: '' }
  render(
    <SceneContext value={{ item, step: 'all', place: '1 / 1', ahead: false }}>
      <DecisionsScene />
    </SceneContext>,
  )
  const row = screen.getByRole('row', { name: /裸土全部覆盖/ })
  expect(row.textContent).toContain('淳化县')
  expect(row.textContent).toContain('逾期未完成')
  expect(row.dataset.over).toBe('true')
})
