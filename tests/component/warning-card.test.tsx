import 'fake-indexeddb/auto'
import { act, cleanup, render, screen } from '@testing-library/react'
import { afterEach, beforeAll, beforeEach, expect, it, vi } from 'vitest'
import { WarningLines } from '@/features/explore/detail/WarningLines'
import { startI18n } from '@/i18n'
import { datasetOf } from '@/questions/dataset'
import { evaluateRules } from '@/questions/evaluated-package'
import { summarise } from '@/questions/source/source-summary'
import { calledRows, calledSource, warningDutiesOf } from '@/questions/warnings/warning-duties'
import { useChentu } from '@/store/chentu'
import { useLedger } from '@/store/ledger'
import { FIRST_VIEW } from '@/store/view/view'
import { openFromDisk } from '../unit/package-from-disk'

const opened = (await openFromDisk('')).value!
const evaluated = evaluateRules(opened, '2022-10-31')
const dataset = datasetOf(opened)
const units = calledRows(evaluated, dataset.warnings[0]!.code)

vi.mock('@/workers/client', () => ({
  datasetWorker: () => ({
    warningDutiesOf: async (source: number, codes: readonly string[]) => warningDutiesOf(evaluated, source, codes),
  }),
  onDatasetWorkerStopped: () => undefined,
  datasetReopened: () => undefined,
  datasetGivenUp: () => undefined,
  whenAnswered: async () => undefined,
  whenMapDrawn: async () => undefined,
}))

const openOn = (asOf: string) =>
  useChentu.setState({ view: FIRST_VIEW, opened: { dataset, evaluation: { asOf }, shown: {} } as never })
beforeAll(async () => {
  await startI18n('zh-CN')
})
beforeEach(async () => {
  openOn('2022-10-31')
  await useLedger.getState().load()
  await useLedger.getState().setAuthor('值班员')
})
afterEach(cleanup)

it('the card of a source on a warning day shows what it has to stop, by which measure, and whether it was called', async () => {
  const site = units.find(({ kind, duty }) => kind.kind === 'construction-site' && duty.role === 'asked')!
  const source = calledSource(evaluated, site)
  render(<WarningLines source={source} />)
  const part = await screen.findByRole('region', { name: '预警响应' })
  expect(part.textContent).toContain('停止土石方、切割、喷涂、搅拌作业')
  expect(part.textContent).toContain('未经核实')
  expect(part.textContent).toContain('未通知')
  const target = { kind: source.kind, code: source.code, name: source.name }
  const of = { code: dataset.warnings[0]!.code, name: dataset.warnings[0]!.name }
  const said = { answer: 'done' as const, person: '', note: '', calledAt: '2022-10-30T02:00:00.000Z' }
  await act(
    async () => void (await useLedger.getState().append({ type: 'call', target, warning: of, ...said }, [], null)),
  )
  expect(part.textContent).toContain('2022-10-30 10:00 值班员 通知：已落实')
})

it('the card of a production line shows with whom it is called', async () => {
  const works = calledRows(evaluated, 'YJ2022-01').find(({ parts }) => parts.length > 0)!
  openOn('2022-01-12')
  const [part] = works.parts
  render(<WarningLines source={summarise(evaluated, part!.kind.first + part!.row)} />)
  const card = await screen.findByRole('region', { name: '预警响应' })
  expect(card.textContent).toContain(`随${calledSource(evaluated, works).name}一并通知：未通知`)
  expect(card.textContent).toContain('应急减排清单（方案第40条）')
})

it('no card on a day without a warning', () => {
  openOn('2022-06-01')
  const { container } = render(<WarningLines source={summarise(evaluated, 0)} />)
  expect(container.textContent).toBe('')
})
