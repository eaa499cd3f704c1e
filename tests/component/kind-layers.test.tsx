import { act, cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react'
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import type { SearchEntry } from '@/domain/search/name-index'
import { isOnMaps } from '@/domain/sources/kinds/kind'
import { NO_FILTERS } from '@/domain/sources/view/filters'
import { HiddenKindsNotice } from '@/features/explore/layers/HiddenKindsNotice'
import { KindLayers } from '@/features/explore/layers/KindLayers'
import { startI18n } from '@/i18n'
import { datasetOf } from '@/questions/dataset'
import { searchNames } from '@/questions/search/search-names'
import { countShown } from '@/questions/shown/shown-counts'
import { useChentu } from '@/store/chentu'
import { selectOnMap } from '@/store/chentu/on-map'
import { useNotices } from '@/store/page/notices'
import { FIRST_VIEW } from '@/store/view/view'
import { ADDED_KIND_IDS, LEAD_DEPARTMENT, openManyKinds, SOURCES_PER_KIND } from '../fixtures/many-kinds'
import { choose, select } from './choose'

vi.mock('@/workers/client', () => ({
  datasetWorker: () => ({
    searchNames: async (entries: readonly SearchEntry[], query: string) => searchNames(entries, query),
  }),
  onDatasetWorkerStopped: () => undefined,
  datasetReopened: () => undefined,
  datasetGivenUp: () => undefined,
  whenAnswered: async () => undefined,
  whenMapDrawn: async () => undefined,
}))

const desk = await openManyKinds()
const mapped = desk.kinds.filter(isOnMaps)
const coal = ADDED_KIND_IDS.filter((id) => id.startsWith('coal'))
const view = () => useChentu.getState().view
/** The part of the view about layers. */
const layers = () => {
  const { hidden, added, filters } = view()
  return { hidden, added, filters }
}
const AT_FIRST = { hidden: FIRST_VIEW.hidden, added: [], filters: NO_FILTERS }

// On a busy machine its code takes longer than the default wait for a list.
beforeAll(async () => {
  await import('@/ui/popups/ListPopup')
})
beforeEach(async () => {
  await startI18n('zh-CN')
  useNotices.setState({ codes: [] })
  useChentu.setState({
    view: FIRST_VIEW,
    loaded: null,
    opened: { dataset: datasetOf(desk.opened), shown: {}, counts: countShown(desk.show({})) } as never,
  })
})
afterEach(cleanup)

// Queries by role are slow with so many elements: uses names of elements that are not collapsed.
const named = (role: string) =>
  [...document.querySelectorAll<HTMLElement>(role)].filter((each) => !each.closest('[hidden]'))
const box = (group: string) =>
  document.querySelector<HTMLInputElement>(`input[type="checkbox"][aria-label="在图上显示“${group}”"]`)!
const fold = (group: string) => named('[aria-expanded]').find(({ textContent }) => textContent.includes(` ${group}`))!
const rows = () => named('[role="switch"]').map((row) => row.getAttribute('aria-label'))
const row = (kind: string) => named('[role="switch"]').find((each) => each.getAttribute('aria-label') === kind)!

describe('the layers of thirty kinds', () => {
  it('are in collapsible groups with counts, open where kinds are on the map', () => {
    render(<KindLayers kinds={mapped} />)
    expect(fold('扬尘').getAttribute('aria-expanded')).toBe('true')
    expect(fold('燃煤').getAttribute('aria-expanded')).toBe('false')
    expect(fold('燃煤').textContent).toContain('0/5 类')
    expect(fold('燃煤').parentElement!.textContent).toContain(String(coal.length * SOURCES_PER_KIND))
    expect(rows()).not.toContain('燃煤锅炉')
    fireEvent.click(fold('燃煤'))
    expect(rows()).toContain('燃煤锅炉')
  })

  it('are switched on together by their group’s switch, which shows a mixed state', () => {
    render(<KindLayers kinds={mapped} />)
    expect([box('燃煤').checked, box('燃煤').indeterminate]).toEqual([false, false])
    fireEvent.click(box('燃煤'))
    expect(view().added).toEqual(coal)
    expect([box('燃煤').checked, box('燃煤').indeterminate]).toEqual([true, false])
    fireEvent.click(fold('燃煤'))
    fireEvent.click(row('燃煤锅炉'))
    expect([box('燃煤').checked, box('燃煤').indeterminate]).toEqual([false, true])
    expect(fold('燃煤').textContent).toContain('4/5 类')
    // A mixed group is switched on completely, then off.
    fireEvent.click(box('燃煤'))
    expect(box('燃煤').checked).toBe(true)
    fireEvent.click(box('燃煤'))
    expect(layers()).toEqual(AT_FIRST)
  })

  it('return to the package’s default by one press, offered only if they differ from it', () => {
    render(<KindLayers kinds={mapped} />)
    const back = () => screen.queryByText('恢复默认图层')
    expect(back()).toBeNull()
    fireEvent.click(box('燃煤'))
    fireEvent.click(row('物料堆场'))
    fireEvent.click(back()!)
    expect(layers()).toEqual(AT_FIRST)
    expect(back()).toBeNull()
  })

  it('can be searched by name, pinyin and group', async () => {
    render(<KindLayers kinds={mapped} />)
    const find = (text: string) => fireEvent.change(screen.getByRole('searchbox'), { target: { value: text } })
    for (const [text, found] of [
      ['锅炉', ['燃煤锅炉']],
      ['jyz', ['加油站']],
      ['Coal', ['燃煤锅炉', '散煤销售点', '热电企业', '农业大棚', '小火炉']],
      ['火箭', []],
    ] as const) {
      find(text)
      await waitFor(() => expect(rows()).toEqual(found))
    }
    expect(screen.getByRole('status').textContent).toBe('没有符合“火箭”的图层')
    find('')
    await waitFor(() => expect(rows()).toContain('物料堆场'))
    expect(rows()).not.toContain('燃煤锅炉')
  })

  it('keep the previous search results until the next ones arrive, and the groups collapse as before once the search is cleared', async () => {
    render(<KindLayers kinds={mapped} />)
    const find = (text: string) => fireEvent.change(screen.getByRole('searchbox'), { target: { value: text } })
    fireEvent.click(fold('燃煤'))
    fireEvent.click(fold('扬尘'))
    find('锅')
    await waitFor(() => expect(rows()).toEqual(['燃煤锅炉']))
    const group = fold('燃煤')
    find('锅炉')
    expect(rows()).toEqual(['燃煤锅炉'])
    expect(fold('燃煤')).toBe(group)
    fireEvent.click(group)
    expect(rows()).toEqual([])
    find('')
    expect(['燃煤', '扬尘', '移动源'].map((name) => fold(name).getAttribute('aria-expanded'))).toEqual([
      'true',
      'false',
      'false',
    ])
  })

  it('have no search if there are few, and no headings if the package has no groups', () => {
    render(<KindLayers kinds={mapped.slice(0, 8).map(({ group: _, ...kind }) => kind)} />)
    expect(screen.queryByRole('searchbox')).toBeNull()
  })

  it('are those of a chosen department, and all again by another choice', async () => {
    render(<KindLayers kinds={mapped} />)
    await choose('按部门查看', new RegExp(LEAD_DEPARTMENT))
    expect(view().filters).toEqual({ ...NO_FILTERS, departments: [LEAD_DEPARTMENT] })
    expect(box('移动源').checked).toBe(true)
    expect(screen.getByText(/^牵头：/).textContent).toContain('加油站')
    expect(screen.getByText(/^参与：/).textContent).toContain('燃煤锅炉')
    await choose('按部门查看', /全部部门/)
    expect(layers()).toEqual(AT_FIRST)
  })

  it('are those of all departments of a link, also of one that concerns nothing on the map', async () => {
    const asked = (...departments: readonly string[]) =>
      act(() => useChentu.setState({ view: { ...FIRST_VIEW, filters: { ...NO_FILTERS, departments } } }))
    const { rerender } = render(<KindLayers kinds={mapped} />)
    asked('市发展和改革委员会', LEAD_DEPARTMENT)
    expect(select('按部门查看').textContent).toContain('市发展和改革委员会、市商务局')
    expect(screen.getByText(/^牵头：/).textContent).toContain('燃煤锅炉')
    expect(screen.getByText(/^牵头：/).textContent).toContain('加油站')
    await choose('按部门查看', /市发展和改革委员会、市商务局/)
    expect(view().filters.departments).toEqual(['市发展和改革委员会', LEAD_DEPARTMENT])
    asked('市邮政局')
    expect(select('按部门查看').textContent).toContain('市邮政局')
    // Also if there is no other choice.
    const dataset = { ...datasetOf(desk.opened), rules: [], clauses: [], rowLeads: [] }
    act(() => useChentu.setState({ opened: { dataset, shown: {}, counts: countShown(desk.show({})) } as never }))
    rerender(<KindLayers kinds={[]} />)
    await choose('按部门查看', /全部部门/)
    expect(layers()).toEqual(AT_FIRST)
    expect(screen.queryByText('按部门查看')).toBeNull()
  })
})

describe('sources that are counted but not on the map', () => {
  it('are listed by kind, and shown by a press', () => {
    const { container } = render(<HiddenKindsNotice />)
    expect(container.textContent).toContain(`${ADDED_KIND_IDS.length * SOURCES_PER_KIND} 处已计入、未在图上显示`)
    expect(container.textContent).toContain(`等 ${ADDED_KIND_IDS.length} 类`)
    fireEvent.click(screen.getByRole('button', { name: '显示在图上' }))
    expect(view().added).toEqual(ADDED_KIND_IDS)
    expect(container.textContent).toBe('')
  })

  it('are shown from the search, with a note, once for all of their kind', () => {
    selectOnMap({ kind: 'coal-1', code: 'K17-0' })
    expect(view()).toMatchObject({ selected: { kind: 'coal-1' }, added: ['coal-1'] })
    expect(useNotices.getState().codes).toEqual(['kind-shown'])
    selectOnMap({ kind: 'coal-1', code: 'K17-1' })
    expect(useNotices.getState().codes).toEqual([])
    expect(view().added).toEqual(['coal-1'])
  })
})
