import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { Kinds } from '@/features/import/kinds/Kinds'
import { startI18n } from '@/i18n'
import { datasetOf } from '@/questions/dataset'
import { useChentu } from '@/store/chentu'
import { useLedger } from '@/store/ledger'
import '@/ui/popups/ListPopup'
import { openFromDisk } from '../unit/package-from-disk'
import { choose } from './choose'

const dataset = datasetOf((await openFromDisk('')).value!)
const worker = vi.hoisted(() => ({ changeKind: vi.fn() }))
vi.mock('@/workers/client', () => ({
  datasetWorker: () => worker,
  onDatasetWorkerStopped: () => undefined,
  whenAnswered: async () => undefined,
  whenMapDrawn: async () => undefined,
}))
vi.mock('@/store/imports', () => ({ useImports: { getState: () => ({ refresh: async () => undefined }) } }))
vi.mock('@/store/steps/step', () => ({
  applyChange: async (step: Promise<{ problems: readonly object[] }>) => (await step).problems,
}))

const type = (label: string, value: string) => fireEvent.change(screen.getByLabelText(label), { target: { value } })
const save = () => screen.getByRole('button', { name: '保存为新版本' }) as HTMLButtonElement

beforeEach(async () => {
  await startI18n('zh-CN')
  worker.changeKind.mockReset().mockResolvedValue({ value: dataset, problems: [], version: 3 })
  useLedger.setState({ author: '张三', events: [] as never })
  useChentu.setState({ opened: { dataset, evaluation: { asOf: '2022-10-31' }, shown: {} } as never })
  render(<Kinds />)
  const details = document.querySelector('details')!
  details.open = true
  fireEvent(details, new Event('toggle'))
  await screen.findByLabelText('字段名称')
})
afterEach(cleanup)

it('a field is added with type and unit, once it has a name, an author and a reason', async () => {
  expect(save().disabled).toBe(true)
  type('字段名称', ' 雾炮台数 ')
  await choose('值的形式', '数字')
  type('单位（可不填）', '台')
  type('修改理由', '新增填报项')
  fireEvent.click(save())
  await screen.findByText('已存为新版本')
  expect(worker.changeKind).toHaveBeenCalledWith(
    { what: 'field', kind: 'construction-site', title: '雾炮台数', type: 'number', unit: '台', means: '', values: [] },
    { by: '张三', why: '新增填报项' },
    '类别“建筑工地”增加字段“雾炮台数”（张三：新增填报项）',
  )
  expect((screen.getByLabelText('字段名称') as HTMLInputElement).value).toBe('')
})

it('a heading is added to a field of another kind, and a refusal is explained', async () => {
  await choose('类别', '道路')
  fireEvent.click(screen.getByRole('radio', { name: '添加表头写法' }))
  await choose('属于字段', '名称')
  type('表头的其他写法', '路名')
  type('修改理由', '各区用法')
  worker.changeKind.mockResolvedValue({
    value: null,
    problems: [{ code: 'heading-taken', file: 'road', column: 'section', seen: '路名' }],
    version: null,
  })
  fireEvent.click(save())
  expect((await screen.findByRole('alert')).textContent).toContain('这个表头已属于本类别的另一字段')
  expect(worker.changeKind.mock.calls[0]![0]).toEqual({ what: 'heading', kind: 'road', field: 'name', heading: '路名' })
})

it('a name or a heading that the kind already has is refused while typing', async () => {
  type('字段名称', '湿法作业')
  type('修改理由', '试')
  expect(screen.getByText('本类别已有名称或表头为“湿法作业”的字段')).toBeTruthy()
  expect(save().disabled).toBe(true)
  fireEvent.click(screen.getByRole('radio', { name: '添加表头写法' }))
  await choose('属于字段', '名称')
  type('表头的其他写法', '湿法作业')
  type('修改理由', '试')
  expect(screen.getByText('表头“湿法作业”已属于字段“湿法作业”')).toBeTruthy()
  expect(save().disabled).toBe(true)
})

it('a sign that another kind has in the same shape is reported, and the reason is cleared after saving', async () => {
  const other = dataset.kinds.find(({ id, symbol }) => id !== 'construction-site' && symbol.mark)!
  const own = dataset.kinds.find(({ id }) => id === 'construction-site')!
  fireEvent.click(screen.getByRole('radio', { name: '图标和分组' }))
  const alike = () => screen.queryByText(/的图标与此相同，地图上分不清/)
  expect(alike()).toBeNull()
  useChentu.setState({
    opened: {
      dataset: {
        ...dataset,
        kinds: dataset.kinds.map((each) =>
          each === other ? { ...other, symbol: { ...other.symbol, shape: own.symbol.shape } } : each,
        ),
      },
      evaluation: { asOf: '2022-10-31' },
      shown: {},
    } as never,
  })
  type('图标文字（1 个字，可不填）', other.symbol.mark!)
  await waitFor(() => expect(alike()?.textContent).toContain(other.title.zh))
  type('修改理由', '统一图例')
  fireEvent.click(save())
  await screen.findByText('已存为新版本')
  expect((screen.getByLabelText('修改理由') as HTMLInputElement).value).toBe('')
})

it('shape, sign and group are chosen', async () => {
  fireEvent.click(screen.getByRole('radio', { name: '图标和分组' }))
  await choose('图标形状', '五角星')
  type('图标文字（1 个字，可不填）', '工')
  await choose('分组', '工业')
  type('修改理由', '统一图例')
  fireEvent.click(save())
  await waitFor(() => expect(worker.changeKind).toHaveBeenCalled())
  expect(worker.changeKind.mock.calls[0]![0]).toEqual({
    what: 'symbol',
    kind: 'construction-site',
    shape: 'star',
    mark: '工',
    group: 'industry',
  })
})
