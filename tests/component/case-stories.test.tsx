import 'fake-indexeddb/auto'
import { act, cleanup, render, renderHook, screen, waitFor } from '@testing-library/react'
import { afterEach, beforeAll, expect, it, vi } from 'vitest'
import { runOpeningKey } from '@/domain/cases/opening-key'
import type { DoubtVerdicts } from '@/domain/monitoring/doubts/verdict'
import { CaseClocks } from '@/features/meeting/CaseClocks'
import { CaseCurve } from '@/features/meeting/CaseCurve'
import { CaseStories } from '@/features/meeting/CaseStories'
import { SingleCase } from '@/features/meeting/SingleCase'
import { useCaseCurve } from '@/features/meeting/use-case-curve'
import { startI18n } from '@/i18n'
import type { CaseRecord } from '@/ledger/cases'
import { type CaseView, caseView } from '@/store/cases/case-view'
import { useChentu } from '@/store/chentu'

const worker: Record<string, () => Promise<unknown>> = {}
const verdicts: { current: DoubtVerdicts } = { current: new Map() }
vi.mock('@/workers/client', () => ({
  datasetWorker: () => worker,
  onDatasetWorkerStopped: () => undefined,
  whenAnswered: async () => undefined,
  whenMapDrawn: async () => undefined,
}))
vi.mock('@/store/ledger/use-doubt-verdicts', () => ({ useDoubtVerdicts: () => verdicts.current }))

/** A ResizeObserver called by the test, because nothing is laid out here. */
let resized: () => void = () => undefined
beforeAll(async () => {
  await startI18n('zh-CN')
  vi.stubGlobal(
    'ResizeObserver',
    class {
      constructor(look: () => void) {
        resized = look
      }
      observe() {}
      disconnect() {}
    },
  )
})
afterEach(cleanup)

const step = (step: string, when: string) => ({ event: { body: { step, when, photos: [], title: '', note: '' } } })
const view = (steps: readonly ReturnType<typeof step>[]) =>
  ({
    ...{ id: 'a', title: '火点一', stage: 'sent' },
    opened: { reason: '卫星发现火点', observed: '2022-10-29T00:00:00.000Z', county: '' },
    record: { standing: { steps } },
  }) as unknown as CaseView

/** No other cases, shown at their beginning. */
const NONE_ELSE = { others: 0, at: Date.parse('2022-10-29T00:00:00.000Z') }

it('tells where the full text is if it is cut on the wall, and nothing if all is shown', () => {
  render(<CaseStories {...NONE_ELSE} stories={[view([])]} nameOf={() => '秦都区'} />)
  expect(screen.queryByText(/经过未全部显示/)).toBeNull()
  const text = screen.getByText(/卫星发现火点/)
  // Other files in this process give all elements a height.
  for (const each of [text, text.closest('ul')!]) Object.defineProperty(each, 'clientHeight', { value: 40 })
  Object.defineProperty(text, 'scrollHeight', { value: 90, configurable: true })
  act(() => resized())
  screen.getByText(/全文见“一张图”的“异常处置”/)
  Object.defineProperty(text, 'scrollHeight', { value: 0 })
  act(() => resized())
  expect(screen.queryByText(/经过未全部显示/)).toBeNull()
})

it('tells this also if steps of a case are left out', () => {
  const steps = ['29', '30', '31'].map((day) => step('arrive', `2022-10-${day}T04:00:00.000Z`))
  const two = [view(steps), { ...view(steps), id: 'b' }]
  const { rerender } = render(<CaseStories {...NONE_ELSE} stories={two} nameOf={() => '秦都区'} />)
  screen.getByText(/经过未全部显示/)
  // A single story has room for all of them.
  rerender(<CaseStories {...NONE_ELSE} stories={[view(steps)]} nameOf={() => '秦都区'} />)
  expect(screen.queryByText(/经过未全部显示/)).toBeNull()
})

it('a single story begins with what was found, and the last lines of others include it', () => {
  const steps = ['given', 'arrived', 'reported', 'closed', 'noted'].map((each, i) =>
    step(each, `2022-10-29T0${i + 1}:00:00.000Z`),
  )
  const lines = (stories: readonly CaseView[]) => {
    cleanup()
    render(<CaseStories {...NONE_ELSE} stories={stories} nameOf={() => '秦都区'} />)
    const [first] = screen.getAllByRole('listitem')
    return [...first!.querySelectorAll('p')].map(({ textContent }) => textContent!.slice(0, 11))
  }
  expect(lines([view(steps)])).toEqual([
    ...['10-29 11:00', '10-29 08:00', '10-29 09:00', '10-29 10:00', '10-29 12:00', '10-29 13:00'],
  ])
  expect(lines([view(steps), { ...view(steps), id: 'b' }])).toEqual(['10-29 08:00', '10-29 11:00', '10-29 13:00'])
  expect(lines([view(steps.slice(0, 2))])).toEqual(['10-29 08:00', '10-29 09:00', '10-29 10:00'])
})

const HOUR = 3_600_000
const OBSERVED = Date.parse('2022-10-29T00:00:00.000Z')
/** A case with its terms, and who leads. */
const opened = {
  ...{ title: 'TSP 超标', observed: '2022-10-29T00:00:00.000Z', county: '', lead: ['市住建局'], likely: [] },
  terms: ['arrived', 'closed'].map((step, i) => ({ step, minutes: 60 * (i + 1), confirmed: true })),
}
const record = (steps: readonly object[] = []) =>
  ({
    ...{ id: 'a', opening: { body: opened }, withdrawn: null, withdrawnSteps: [] },
    standing: { stage: 'opened', turn: 1, contested: false, steps, current: steps, closing: null, reopening: null },
  }) as unknown as CaseRecord
const given = (team: string) => ({ step: 'given', when: opened.observed, event: { body: { team } } })

it('a single case shows what is due next and by whom first, then its other clocks', () => {
  const lines = (of: CaseRecord, hours: number) => {
    cleanup()
    const at = OBSERVED + hours * HOUR
    render(<CaseClocks view={caseView(of, at)} at={at} />)
    return screen.getAllByRole('listitem').map(({ textContent }) => textContent)
  }
  expect(lines(record(), 0.5)).toEqual([
    '下一步：到场，时限 2022-10-29 09:00，剩余 30 分钟；市住建局牵头',
    '办结：时限 2022-10-29 10:00，剩余 90 分钟',
  ])
  expect(lines(record([given('一队')]), 1.5)[0]).toBe('下一步：到场，时限 2022-10-29 09:00，已超时 30 分钟；派给一队')
  const arrived = { step: 'arrived', when: '2022-10-29T00:30:00.000Z', event: { body: {} } }
  expect(lines(record([given('一队'), arrived]), 0.6)[0]).toMatch(/^下一步：办结.*；市住建局牵头$/)
})

it('several cases each show what is due next and by whom, and how many are not listed', () => {
  const at = OBSERVED + 1.5 * HOUR
  const body = { step: 'given', team: '一队', when: opened.observed, photos: [], note: '' }
  const late = caseView(record([{ ...body, event: { body } }]), at)
  const ontime = { ...caseView(record(), OBSERVED + HOUR / 2), id: 'b' }
  const { rerender } = render(<CaseStories stories={[late, ontime]} others={2} at={at} nameOf={() => '秦都区'} />)
  const next = screen.getAllByText(/^下一步/)
  expect(next.map(({ textContent, dataset }) => [textContent, dataset.state])).toEqual([
    ['下一步：到场，时限 2022-10-29 09:00，已超时 30 分钟；派给一队', 'overdue'],
    [expect.stringMatching(/^下一步：到场，时限 2022-10-29 09:00，.*；市住建局牵头$/), 'running'],
  ])
  screen.getByText('另有 2 件未列出，见“一张图”的“异常处置”。')
  // A single case has all its clocks below its story.
  rerender(<CaseStories stories={[late]} others={0} at={at} nameOf={() => '秦都区'} />)
  expect(screen.queryByText(/^下一步|未列出/)).toBeNull()
})

it('the curve of a case ends at the moment as of which the meeting judges, and leaves out hours found wrong', async () => {
  const first = Date.parse('2022-10-29T00:00:00Z') / 60_000
  const background = { by: 'ratio', parameter: 'pm10', share: 1.3, alarm: 2 }
  const limit = { value: 1000, unit: 'µg/m³', confirmed: true, background }
  // The last hour of the run is not above the limit any more, and its second one was found invalid.
  const hours = { from: first, until: first + 240, overHours: [first, first + 120], alone: 2 }
  const reason = { of: 'exceedance', parameter: 'tsp', ...hours, allowedUpTo: 1000, limit }
  worker.monitorHours = async () => ({
    from: first - 72 * 60,
    values: Float32Array.from({ length: 144 }, (_, i) => i),
    limits: [],
    isIllustrative: true,
  })
  worker.exceedanceOpening = async () => ({ reason, isIllustrative: true })
  const wrong = { doubt: 'stuck', parameter: 'tsp', from: first + 60, until: first + 120, verdict: 'invalid' }
  verdicts.current = new Map([['SB-1', [wrong]]])
  useChentu.setState({ opened: { dataset: {}, shown: {} } } as never)
  const of = { ...opened, from: runOpeningKey('SB-1', 'tsp', first) } as never
  const { result } = renderHook(() => useCaseCurve(of, (first + 240) * 60_000))
  await waitFor(() => expect(result.current).not.toBeNull())
  const curve = result.current!
  expect([curve.from, curve.values.length, curve.limit]).toEqual([first - 12 * 60, 16, 1000])
  expect(curve.values.slice(12)).toEqual([72, null, 74, 75])
  expect(curve.over.slice(11)).toEqual([false, true, false, true, false])
  render(<CaseCurve curve={curve} />)
  for (const words of ['限值 1000', 'µg/m³', '小时均值']) screen.getByText(words)
  const caption = screen.getByText(/^SB-1 TSP 小时值（µg\/m³）.*示例$/)
  expect(caption.textContent).toContain('超过限值的小时无可比站点，没有扣除背景')
  expect(caption.textContent).not.toContain('扣除背景后')
  // The day stands under the first time of it, not beside every time.
  const times = [...document.querySelectorAll('svg text')].map((each) => each.textContent)
  expect(times.filter((each) => /\d\d:00/.test(each))).toEqual(['23:0010-28', '05:0010-29', '11:00'])
  expect(times).toEqual(expect.arrayContaining(['0', '500', '1000']))
})

it('a single case shows its curve as long as no picture was taken', async () => {
  const first = Date.parse('2022-10-29T00:00:00Z') / 60_000
  const values = new Float32Array(144).fill(90)
  worker.monitorHours = async () => ({ from: first - 72 * 60, values, limits: [], isIllustrative: true })
  worker.exceedanceOpening = async () => null
  useChentu.setState({ opened: { dataset: {}, shown: {} } } as never)
  const of = (steps: readonly object[]): CaseView => {
    const view = caseView(record(steps), OBSERVED)
    return { ...view, opened: { ...view.opened!, from: runOpeningKey('SB-1', 'tsp', first) } }
  }
  const { rerender } = render(<SingleCase view={of([])} at={OBSERVED + 4 * HOUR} />)
  // No hour is above a limit any more: nothing is drawn as if one were, and made-up hours are still marked.
  await screen.findByText(/^SB-1 TSP 小时值（µg\/m³）.*示例$/)
  expect(screen.queryByText(/^限值/)).toBeNull()
  const photo = { hash: 'a'.repeat(64), bytes: 9, at: opened.observed, position: null, taken: null }
  rerender(
    <SingleCase view={of([{ ...given('一队'), event: { body: { team: '', photos: [photo] } } }])} at={OBSERVED} />,
  )
  expect(screen.queryByText(/^SB-1 TSP 小时值/)).toBeNull()
})
