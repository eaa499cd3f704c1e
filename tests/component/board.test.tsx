import { cleanup, fireEvent, render, screen, within } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { type Filters, NO_FILTERS } from '@/domain/sources/view/filters'
import { BoardPanel } from '@/features/explore/board/BoardPanel'
import { NothingFound } from '@/features/explore/side/NothingFound'
import { startI18n } from '@/i18n'
import { datasetOf } from '@/questions/dataset'
import { evaluateRules } from '@/questions/evaluated-package'
import { filterSources } from '@/questions/filtered-sources'
import { type BoardGroup, boardOf } from '@/questions/plan/board'
import { countShown } from '@/questions/shown/shown-counts'
import { clearNarrowing, isNarrowed, useChentu } from '@/store/chentu'
import { FIRST_VIEW } from '@/store/view/view'
import { openFromDisk } from '../unit/package-from-disk'

const opened = (await openFromDisk('')).value!
const evaluated = evaluateRules(opened, '2022-10-31')
const members = new Uint8Array(evaluated.status.length)
const filters = (): Filters => useChentu.getState().view.filters
const left = () => filterSources(evaluated, members, filters())

vi.mock('@/workers/client', () => ({
  datasetWorker: () => ({ boardEntries: async (group: BoardGroup) => boardOf(left(), group) }),
  onDatasetWorkerStopped: () => undefined,
  datasetReopened: () => undefined,
  datasetGivenUp: () => undefined,
  whenAnswered: async () => undefined,
  whenMapDrawn: async () => undefined,
}))

beforeEach(async () => {
  await startI18n('zh-CN')
  const { evaluation } = evaluated
  useChentu.setState({
    view: FIRST_VIEW,
    loaded: null,
    opened: {
      dataset: datasetOf(opened),
      evaluation,
      shown: {},
      counts: countShown(filterSources(evaluated, members, NO_FILTERS)),
    } as never,
  })
})
afterEach(cleanup)

const narrowed = (change: Partial<Filters>) => expect(filters()).toEqual({ ...NO_FILTERS, ...change })
it('shows that the map window alone excludes everything, and removes that filter on a press', async () => {
  useChentu.setState({ view: { ...FIRST_VIEW, within: [0, 0, 1, 1] } })
  expect(isNarrowed(useChentu.getState().view)).toBe(true)
  clearNarrowing()
  expect(isNarrowed(useChentu.getState().view)).toBe(false)
})

const press = (name: string | RegExp) => fireEvent.click(screen.getByRole('button', { name }))

describe('the board', () => {
  it('opens the worst clause with its requirements, and lists what is not met of each', async () => {
    render(<BoardPanel />)
    const six = await screen.findByRole('button', { name: '六个100%' })
    expect(screen.getByRole('button', { name: /^第23条/ }).getAttribute('aria-expanded')).toBe('true')
    expect(screen.getByRole('button', { name: /^第27条/ }).getAttribute('aria-expanded')).toBe('false')
    const clause = six.closest('ul')!.parentElement!
    for (const item of ['围挡', '物料覆盖', '出入车辆冲洗', '地面硬化', '湿法作业', '渣土车密闭'])
      within(clause).getByRole('button', { name: new RegExp(`^${item} \\d+$`) })
    // Nothing in it is overdue: shown in grey, without a button.
    expect(within(clause).queryByRole('button', { name: /^视频监控全覆盖 已逾期/ })).toBeNull()
    expect(clause.textContent).toContain('其中最早的应于 2022年5月31日前（含当日）完成')
  })

  it('filters by a press on a requirement, a number or an item, and removes the filter by a second press', async () => {
    render(<BoardPanel />)
    await screen.findByRole('button', { name: '六个100%' })
    press('六个100%')
    narrowed({ requirements: ['23-six'] })
    press(/^六个100% 已逾期/)
    narrowed({ requirements: ['23-six'], statuses: ['overdue'] })
    press(/^湿法作业/)
    narrowed({ requirements: ['23-six/wetWork'] })
    expect(screen.getByRole('button', { name: /^湿法作业/ }).getAttribute('aria-pressed')).toBe('true')
    press(/^湿法作业/)
    narrowed({})
  })

  it('filters by a clause with the pressed status, and by one thing at a time', async () => {
    render(<BoardPanel />)
    await screen.findByRole('button', { name: '六个100%' })
    press('六个100%')
    const clause = screen.getByRole('button', { name: /^第27条/ }).parentElement!
    fireEvent.click(within(clause).getByRole('button', { name: /^不符合/ }))
    narrowed({ clauses: [27], statuses: ['failing'] })
    fireEvent.click(screen.getByRole('button', { name: /^第27条/ }))
    press('暴露堆体动态清零')
    narrowed({ requirements: ['27-pile'] })
  })

  it('collapses clauses without problems, and shows what is counted', async () => {
    render(<BoardPanel />)
    await screen.findByText('按项计，一处可有多项')
    const rest = (await screen.findByText(/另有 \d+ 条没有已逾期或不符合的要求/)).parentElement as HTMLDetailsElement
    expect(rest.open).toBe(false)
    fireEvent.click(screen.getByRole('radio', { name: '区县' }))
    await screen.findByText('按处计，以最严重的一项为准')
    fireEvent.click(await screen.findByRole('button', { name: '秦都区' }))
    narrowed({ counties: ['610402'] })
  })
})

describe('if no source matches the filters', () => {
  it('each filter has a chip that removes it', () => {
    const requirements = ['23-six/wetWork', '27-pile']
    useChentu.setState({
      view: {
        ...FIRST_VIEW,
        filters: { ...NO_FILTERS, requirements, statuses: ['overdue', 'failing'], counties: [''] },
      },
    })
    render(<NothingFound />)
    const chips = () => screen.getAllByRole('listitem').map(({ textContent }) => textContent)
    expect(chips()).toEqual(['未注明区县', '六个100% · 湿法作业', '暴露堆体动态清零', '已逾期、不符合'])
    press(/六个100%/)
    expect(filters().requirements).toEqual(['27-pile'])
    press(/已逾期/)
    expect(chips()).toEqual(['未注明区县', '暴露堆体动态清零'])
    press('清除条件')
    expect(filters()).toEqual(NO_FILTERS)
  })
})
