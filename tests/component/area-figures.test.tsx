import { cleanup, fireEvent, render, screen, within } from '@testing-library/react'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { NO_FILTERS } from '@/domain/sources/view/filters'
import { SelectionFigures } from '@/features/explore/area/SelectionFigures'
import { FiltersPanel } from '@/features/explore/filters/FiltersPanel'
import { startI18n } from '@/i18n'
import { datasetOf } from '@/questions/dataset'
import { evaluateRules } from '@/questions/evaluated-package'
import { filterSources } from '@/questions/filtered-sources'
import { boardOf } from '@/questions/plan/board'
import { countShown } from '@/questions/shown/shown-counts'
import { useChentu } from '@/store/chentu'
import { FIRST_VIEW } from '@/store/view/view'
import { openFromDisk } from '../unit/package-from-disk'

const evaluated = evaluateRules((await openFromDisk('')).value!, '2022-10-31')
const filtered = filterSources(evaluated, new Uint8Array(evaluated.status.length), NO_FILTERS)
const counts = countShown(filtered)

vi.mock('@/workers/client', () => ({
  datasetWorker: () => ({
    boardEntries: async () => boardOf(filtered, 'clauses'),
    nearestPoint: async () => null,
    numberSpreads: async () => [],
  }),
  onDatasetWorkerStopped: () => undefined,
  datasetReopened: () => undefined,
  datasetGivenUp: () => undefined,
  whenAnswered: async () => undefined,
  whenMapDrawn: async () => undefined,
}))

beforeEach(async () => {
  await startI18n('zh-CN')
  const { opened, evaluation } = evaluated
  useChentu.setState({
    view: FIRST_VIEW,
    loaded: null,
    opened: {
      dataset: datasetOf(opened),
      evaluation,
      counts,
      filters: FIRST_VIEW.filters,
      shown: { total: filtered.total, problems: 0, unplaced: 0 },
    } as never,
  })
})
afterEach(cleanup)

it('a selection shows per clause which requirements are not met, as the board does', async () => {
  const { tally } = boardOf(filtered, 'clauses').find(({ key }) => key === '23')!
  expect(tally.unknown + tally.due).toBeGreaterThan(0)
  render(<SelectionFigures />)
  const line = (await screen.findByText(/^第23条/)).closest('li')!
  const said = within(line)
    .getAllByRole('button')
    .map(({ textContent }) => textContent)
  expect(said).toEqual([`已逾期 ${tally.overdue}`, `不符合 ${tally.failing}`])
  fireEvent.click(within(line).getByRole('button', { name: /^已逾期/ }))
  expect(useChentu.getState().view.filters).toEqual({ ...NO_FILTERS, clauses: [23], statuses: ['overdue'] })
})

it('counts of clauses and requirements include only overdue and failing sources, as both note, until a status is chosen', () => {
  const left = (change: object) =>
    filterSources(evaluated, new Uint8Array(evaluated.status.length), { ...NO_FILTERS, ...change }).total
  expect(counts.facets.clauses.get('23')).toBe(left({ clauses: [23], statuses: ['overdue', 'failing'] }))
  expect(left({ clauses: [23] })).toBe(left({ clauses: [23], statuses: ['overdue', 'failing'] }))
  const { unmount } = render(<FiltersPanel />)
  for (const name of ['条款', '要求']) within(screen.getByRole('group', { name })).getByText('只计已逾期和不符合的')
  unmount()
  const filters = { ...NO_FILTERS, statuses: ['unknown'] as const }
  useChentu.setState({ view: { ...FIRST_VIEW, filters } })
  render(<FiltersPanel />)
  expect(screen.queryByText('只计已逾期和不符合的')).toBeNull()
})
