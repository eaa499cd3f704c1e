import { act, cleanup, fireEvent, render, renderHook, screen, waitFor } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { useQuestionCommands } from '@/app/question-commands'
import { SearchBox } from '@/app/SearchBox'
import { NO_FILTERS } from '@/domain/sources/view/filters'
import { loadEnglish, startI18n } from '@/i18n'
import { datasetOf } from '@/questions/dataset'
import { evaluateRules } from '@/questions/evaluated-package'
import { filterSources } from '@/questions/filtered-sources'
import { type StandingNames, searchConditions } from '@/questions/search/search-conditions'
import { searchNames } from '@/questions/search/search-names'
import { searchRequirements } from '@/questions/search/search-requirements'
import { searchSources } from '@/questions/search/search-sources'
import { useChentu } from '@/store/chentu'
import { usePreferences } from '@/store/device/preferences'
import { useFoundCounty } from '@/store/page/found-county'
import { useManual } from '@/store/page/manual'
import { useRequestedDialog } from '@/store/page/requested-dialog'
import { useRequestedPart } from '@/store/page/requested-part'
import { FIRST_VIEW } from '@/store/view/view'
import { openFromDisk } from '../unit/package-from-disk'

const opened = (await openFromDisk('')).value!
const evaluated = evaluateRules(opened, '2022-10-31')
const filtered = filterSources(evaluated, new Uint8Array(evaluated.status.length), NO_FILTERS)

vi.mock('@/workers/client', () => ({
  datasetWorker: () => ({
    searchSources: (query: string, count: number) => searchSources(evaluated, query, count),
    searchRequirements: (query: string, count: number) => searchRequirements(evaluated, query, count),
    searchConditions: (query: string, standings: StandingNames, count: number) =>
      searchConditions(filtered, query, standings, count),
    searchNames,
  }),
  onDatasetWorkerStopped: () => undefined,
  datasetReopened: () => undefined,
  datasetGivenUp: () => undefined,
  whenAnswered: async () => undefined,
  whenMapDrawn: async () => undefined,
}))

const FIRST_STATE = useChentu.getState()
const dataset = datasetOf(opened)

// The first query waits for the code that reads Chinese as pinyin.
beforeEach(async () => {
  await startI18n('zh-CN')
  await loadEnglish()
  const setView = (change: object) => useChentu.setState({ view: { ...useChentu.getState().view, ...change } })
  const shown = { dataset, evaluation: evaluated.evaluation, shown: {} } as never
  useChentu.setState({ ...FIRST_STATE, view: FIRST_VIEW, opened: shown, setView }, true)
  useRequestedDialog.setState({ asked: null })
  useRequestedPart.setState({ wanted: null })
  usePreferences.setState({ views: {} })
})
afterEach(() => {
  cleanup()
  document.body.innerHTML = ''
})

const field = () => screen.getByRole<HTMLInputElement>('combobox', { name: '搜索' })
const press = (key: string) => fireEvent.keyDown(document.activeElement!, { key })
const options = () => screen.getAllByRole('option').map((each) => each.textContent)

/** Types a query, and waits for the results. */
async function type(query: string) {
  field().focus()
  fireEvent.change(field(), { target: { value: query } })
  await screen.findAllByRole('option')
}

it('filters by a requirement and a county at once, and moves the focus to the list', async () => {
  render(<SearchBox />)
  await type('围挡 秦都')
  expect(options()[0]).toMatch(/^六个100% · 围挡 \+ 秦都区条件 · \d+ 处$/)
  expect(fireEvent.keyDown(field(), { key: 'Enter' })).toBe(false)
  const { filters, selected, within } = useChentu.getState().view
  expect(filters).toEqual({ ...NO_FILTERS, requirements: ['23-six/enclosed'], counties: ['610402'] })
  expect([selected, within]).toEqual([null, null])
  expect(useRequestedPart.getState().wanted).toBe('list')
  expect(field().value).toBe('')
})

it('opens a source, a county and a clause, and moves the focus to each', async () => {
  document.body.innerHTML = '<main id="main" tabindex="-1"><section id="panel" tabindex="-1"></section></main>'
  render(<SearchBox />)
  await type('xpl')
  press('Enter')
  expect(useChentu.getState().view.selected).toEqual({ kind: 'road', code: 'DL-002' })
  expect(useRequestedPart.getState().wanted).toBe('detail')
  await type('qdq')
  expect(options()[0]).toMatch(/^秦都区/)
  press('Enter')
  expect(useChentu.getState().view).toMatchObject({ county: '610402', selected: null })
  expect(useFoundCounty.getState().code).toBe('610402')
  await waitFor(() => expect(document.activeElement?.id).toBe('main'))
  await type('第23条')
  press('Enter')
  expect(useChentu.getState().view).toMatchObject({ panel: 'plan', clause: 23 })
  await waitFor(() => expect(document.activeElement?.id).toBe('panel'))
})

it('moves through results by arrow keys, and shows them only while focused', async () => {
  render(<SearchBox />)
  await type('围挡')
  const marked = () => screen.getAllByRole('option').findIndex((each) => each.getAttribute('aria-selected') === 'true')
  expect(marked()).toBe(0)
  press('ArrowUp')
  expect(marked()).toBe(options().length - 1)
  press('ArrowDown')
  press('ArrowDown')
  expect(marked()).toBe(1)
  expect(field().getAttribute('aria-activedescendant')).toBe(screen.getAllByRole('option')[1]!.id)
  fireEvent.blur(field())
  expect(screen.queryByRole('option')).toBeNull()
  expect(field().getAttribute('aria-expanded')).toBe('false')
})

it.each([
  ['excel', { dialog: 'export', format: 'xlsx' }],
  ['导出 csv', { dialog: 'export', format: 'csv' }],
  ['geojson', { dialog: 'export', format: 'geojson' }],
  ['打印', { dialog: 'picture' }],
  ['图片', { dialog: 'picture' }],
  ['督办单', { dialog: 'handover' }],
  ['保存视图', { dialog: 'save-view' }],
])('opens the filter bar’s dialog for %s, and keeps the focus so that the dialog returns it', async (query, asked) => {
  useChentu.getState().setView({ mode: 'meeting' })
  render(<SearchBox />)
  await type(query)
  press('Enter')
  expect(useRequestedDialog.getState().asked).toEqual(asked)
  expect(useChentu.getState().view.mode).toBe('explore')
  expect(document.activeElement).toBe(field())
})

it('clears, opens the table and compares', async () => {
  render(<SearchBox />)
  const { setView } = useChentu.getState()
  setView({ filters: { ...NO_FILTERS, kinds: ['road'] } })
  await type('清除条件')
  press('Enter')
  expect(useChentu.getState().view.filters).toEqual(NO_FILTERS)
  await type('数据表')
  press('Enter')
  expect(useChentu.getState().view.table).toBe(true)
  await type('对比')
  expect(options()).toEqual(['与上月（2022年9月）对比命令', '与去年同月（2021年10月）对比命令'])
  press('Enter')
  expect(useChentu.getState().view.other).toBe('2022-09')
})

it('knows saved views by name, and every command in both languages', async () => {
  usePreferences.getState().keepView(dataset.name, '月底例会', '/explore?kind=road')
  const { result } = renderHook(useQuestionCommands)
  const named = (id: string) => result.current().find((each) => each.id === id)
  expect(named('view 月底例会')).toMatchObject({ label: '月底例会', kind: '已存视图' })
  expect(named('manage-views')?.label).toBe('管理视图')
  for (const { words } of result.current()) expect(words).toMatch(/\p{Script=Han}.*[a-z]/u)
  named('view 月底例会')!.run()
  expect(useChentu.getState().view.filters.kinds).toEqual(['road'])
})

describe('the search box with saved views', () => {
  const keep = (...names: readonly string[]) => {
    for (const name of names) usePreferences.getState().keepView(dataset.name, name, '/explore?kind=road')
  }
  const many = Array.from({ length: 12 }, (_, i) => `例会${i + 1}`)

  it('saves a view on request, however many there are', async () => {
    keep(...many)
    render(<SearchBox />)
    await type('保存视图')
    expect(options()).toEqual(['保存当前视图命令', '管理视图命令'])
    press('Enter')
    expect(useRequestedDialog.getState().asked).toEqual({ dialog: 'save-view' })
    await type('视图')
    expect(options().slice(0, 3)).toEqual(['保存当前视图命令', '管理视图命令', '例会1已存视图'])
  })

  it('finds a view by name, those that begin with the query first', async () => {
    keep('各县例会', '例会')
    render(<SearchBox />)
    await type('例会')
    expect(options()).toEqual(['例会已存视图', '各县例会已存视图'])
    press('Enter')
    expect(useChentu.getState().view.filters.kinds).toEqual(['road'])
  })

  it('keeps its results when commands become available meanwhile', async () => {
    keep('早会')
    render(<SearchBox />)
    await type('视图')
    const before = options()
    // Now there is a command that ends the comparison, listed before the views.
    act(() => useChentu.getState().setView({ other: '2022-09' }))
    expect(options()).toEqual(before)
  })
})

it('finds panels, import, help and theme by their names in both languages, with their keys', async () => {
  render(<SearchBox />)
  for (const [query, found] of [
    ['layers', /^图层命令 · 快捷键 1$/],
    ['导入', /^导入数据命令$/],
    ['import', /^导入数据命令$/],
    ['快捷键', /^键盘操作命令$/],
    ['使用说明', /^使用手册命令$/],
    ['深色', /^切换深浅色命令$/],
  ] as const) {
    await type(query)
    await waitFor(() => expect(options().some((each) => found.test(each!))).toBe(true))
  }
})

it('switches the theme, and opens the help', async () => {
  render(<SearchBox />)
  const before = usePreferences.getState().theme
  await type('dark')
  fireEvent.click(await screen.findByRole('option', { name: /切换深浅色/ }))
  expect(usePreferences.getState().theme).not.toBe(before)
  usePreferences.setState({ theme: before })
  await type('shortcuts')
  fireEvent.click(await screen.findByRole('option', { name: /键盘操作/ }))
  expect(useRequestedDialog.getState().asked).toEqual({ dialog: 'help' })
})

describe('help in the search box', () => {
  const type = (query: string) => {
    fireEvent.change(field(), { target: { value: query } })
  }

  it('includes the diagnosis, by name and by symptoms', async () => {
    for (const query of ['诊断', '报错']) {
      render(<SearchBox />)
      field().focus()
      type(query)
      fireEvent.click(await screen.findByRole('option', { name: /^诊断/ }))
      expect(useRequestedDialog.getState().asked).toEqual({ dialog: 'diagnosis' })
      useRequestedDialog.setState({ asked: null })
      cleanup()
    }
  })

  it('includes pages of the manual, by titles and other words', async () => {
    for (const [query, title, page] of [
      ['遇到问题', '遇到问题时', 'trouble'],
      ['误删', '遇到问题时', 'trouble'],
      ['全省', '全省排名', 'province'],
    ] as const) {
      render(<SearchBox />)
      field().focus()
      type(query)
      fireEvent.click(await screen.findByRole('option', { name: new RegExp(`^${title}.*使用手册的一页`) }))
      expect(useManual.getState().page).toBe(page)
      cleanup()
    }
  })
})
