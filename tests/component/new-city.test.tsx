import 'fake-indexeddb/auto'
import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/react'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { placeOutlines } from '@/domain/city/placed-outlines'
import NewCity from '@/features/import/city/NewCity'
import { startI18n } from '@/i18n'
import { readOutlines } from '@/io/formats/outlines-file'
import { CityDrafts } from '@/io/versions/city-drafts'
import { useChentu } from '@/store/chentu'
import { useCity } from '@/store/city'
import '@/ui/popups/ListPopup'
import { madeUpCity, outlinesOf } from '../fixtures/new-city'
import { choose } from './choose'

const worker = vi.hoisted(() => ({
  readOutlines: vi.fn(),
  placeOutlines: vi.fn(),
  keepCity: vi.fn(),
}))
vi.mock('@/workers/client', () => ({
  datasetWorker: () => worker,
  onDatasetWorkerStopped: () => undefined,
  whenAnswered: async () => undefined,
  whenMapDrawn: async () => undefined,
}))
vi.mock('@/store/steps/step', () => ({
  applyChange: async (step: Promise<{ problems: readonly object[] }>) => (await step).problems,
}))

const city = madeUpCity()
const fileOf = (zone: Parameters<typeof outlinesOf>[1]) =>
  new File([JSON.stringify(outlinesOf(city, zone))], '轮廓.json')
const steps = () => screen.getByRole('list', { name: '步骤' })
const step = (name: string) => within(steps()).getByText(name).closest('button') as HTMLButtonElement
const press = (name: string) => fireEvent.click(screen.getByRole('button', { name }))
const write = (label: string | RegExp, value: string) =>
  fireEvent.change(screen.getByLabelText(label), { target: { value } })
const take = (file: File) =>
  fireEvent.change(document.querySelector('input[type=file]')!, { target: { files: [file] } })

beforeEach(async () => {
  await startI18n('zh-CN')
  worker.readOutlines.mockReset().mockImplementation(readOutlines)
  worker.placeOutlines
    .mockReset()
    .mockImplementation(async (...args: Parameters<typeof placeOutlines>) => placeOutlines(...args))
  worker.keepCity.mockReset()
  useChentu.setState({ opened: null })
  useCity.setState({ draft: null, looked: false })
  useCity.getState().begin(2026)
  render(<NewCity />)
})
afterEach(async () => {
  cleanup()
  await useCity.getState().end()
})

it('an unusable file is explained, and the previous one is kept', async () => {
  take(new File(['区县,代码\n'], '区县.csv'))
  expect((await screen.findByRole('alert')).textContent).toContain('请选择 GeoJSON、KML、KMZ 或 Shapefile')
  expect(useCity.getState().draft!.features).toEqual([])
})

it('coordinates without a datum are not drawn until the user chooses one', async () => {
  take(fileOf(null))
  await screen.findByText(/仅凭数值无法判断经纬度/)
  expect(screen.queryByTestId('outline-preview')).toBeNull()
  fireEvent.click(screen.getByLabelText('GCJ-02（高德、腾讯）'))
  expect((await screen.findByTestId('outline-preview')).querySelectorAll('text')).toHaveLength(27)
  expect(useCity.getState().draft!.reading).toEqual({ unit: 'degrees', datum: 'gcj02' })
})

it('the middle of the outlines is proposed as the centre, and used only after the user confirms it', async () => {
  take(fileOf(null))
  fireEvent.click(await screen.findByLabelText('GCJ-02（高德、腾讯）'))
  await screen.findByTestId('outline-preview')
  expect(useCity.getState().draft!.lon).not.toBe('')
  const centre = () => steps().querySelectorAll('button')[3]!
  expect(centre().textContent).toContain('几何中心，请确认')
  fireEvent.click(centre())
  press('采用几何中心')
  expect(centre().textContent).toContain('已完成')
  expect(screen.queryByRole('button', { name: '采用几何中心' })).toBeNull()
})

it('coordinates in metres need a zone, unless they contain it', async () => {
  take(fileOf({ number: 39, prefixed: false }))
  await screen.findByText(/无法判断属于哪一带/)
  await choose('3° 带', '第 39 带（中央经线 117°）')
  await screen.findByTestId('outline-preview')
  take(fileOf({ number: 40, prefixed: true }))
  await screen.findByText(/第 40 带，中央经线 120°/)
})

it('an overlap is reported with both names and its area', async () => {
  const collection = outlinesOf(city)
  const { features } = collection
  // The second county again, as the twenty-eighth.
  features.push({ ...features[1]!, properties: { 行政区代码: '990199', 县名: '重叠县' } })
  take(new File([JSON.stringify(collection)], '轮廓.json'))
  fireEvent.click(await screen.findByLabelText('WGS-84'))
  expect(await screen.findByText(/^示例乙东县、重叠县：重叠 [\d.]+ 平方千米$/)).toBeTruthy()
})

it('missing entries link to their step, and the package is made from the entries', async () => {
  take(fileOf({ number: 40, prefixed: true }))
  await screen.findByTestId('outline-preview')
  fireEvent.click(step('降尘限值'))
  const make = () => screen.getByRole('button', { name: '建立并启用' }) as HTMLButtonElement
  expect(make().disabled).toBe(true)
  expect(step('工作方案').disabled).toBe(true)
  write('限值依据', '示例文件')
  write('降尘限值', '8')
  fireEvent.click(
    within(screen.getByText('建立之前还需补充：').parentElement!).getByRole('button', { name: '名称和代码' }),
  )
  write('城市名称', '示例市')
  write(/^没有轮廓的区县/, '高新区\n经开区 990191')
  write('示例甲东县：别名、旧名', '甲东；老甲县')
  fireEvent.click(step('参加排名'))
  fireEvent.click(screen.getByLabelText('示例乙东县'))
  fireEvent.click(step('降尘限值'))
  worker.keepCity.mockResolvedValue({ value: { name: 'city-990100' }, problems: [], version: 1 })
  fireEvent.click(make())
  await waitFor(() => expect(worker.keepCity).toHaveBeenCalledOnce())
  const [facts, founded, label] = worker.keepCity.mock.calls[0]!
  expect([founded, label]).toEqual([null, '新建示例市'])
  expect(facts).toMatchObject({ city: { code: '990100', zh: '示例市' }, dustfallLimit: 8, limitSource: '示例文件' })
  expect(facts.counties).toHaveLength(29)
  expect(facts.counties[0]).toMatchObject({ aliases: ['甲东', '老甲县', '示例甲东'], ranked: true })
  expect(facts.counties[1].ranked).toBe(false)
  expect(facts.outlines.of).toHaveLength(27)
  await waitFor(() => expect(useCity.getState().draft).toMatchObject({ founded: 'city-990100', step: 'plan' }))
})

it('while another package is in force its steps stay closed, so that nothing of one goes into the other', () => {
  const draft = { ...useCity.getState().draft!, founded: 'city-990100', step: 'tables' as const }
  useCity.setState({ draft })
  cleanup()
  const settings = { city: { zh: '咸阳市', en: 'Xianyang' } }
  useChentu.setState({ opened: { dataset: { name: 'city-610400', settings } } as never })
  render(<NewCity />)
  expect(step('首批表格').disabled).toBe(true)
  expect(step('降尘限值').getAttribute('aria-current')).toBe('step')
  // The city is not set up again without what was imported into the first one.
  expect(screen.getByRole<HTMLButtonElement>('button', { name: '建立并启用' }).disabled).toBe(true)
  expect(screen.getByRole('alert').textContent).toContain('现在打开的是咸阳市')
})

it('entries are kept on the device until they are discarded', async () => {
  fireEvent.click(step('名称和代码'))
  write('城市名称', '示例市')
  const drafts = new CityDrafts()
  await waitFor(async () => expect(await drafts.read()).toMatchObject({ zh: '示例市', step: 'names' }))
  press('放弃新建')
  press('确定放弃')
  await waitFor(async () => expect(await drafts.read()).toBeNull())
  drafts.close()
})

it('damaged stored entries are not used', async () => {
  const drafts = new CityDrafts()
  await drafts.drafts.put({ name: 'city', draft: { step: 'names', features: 'none' } })
  expect(await drafts.read()).toBeNull()
  drafts.close()
})
