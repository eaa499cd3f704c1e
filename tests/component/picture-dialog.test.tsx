import { act, cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react'
import { afterEach, beforeAll, beforeEach, expect, it, vi } from 'vitest'
import { NO_FILTERS } from '@/domain/sources/view/filters'
import { PictureDialog } from '@/features/explore/handover/PictureDialog'
import { startI18n } from '@/i18n'
import { useChentu } from '@/store/chentu'
import { FIRST_VIEW } from '@/store/view/view'
import { useVisibleBox } from '@/store/view/visible-box'

const draw = vi.hoisted(() => vi.fn(async (..._given: unknown[]) => new Blob()))
vi.mock('@/ui/save-file', () => ({ saveFile: vi.fn() }))
vi.mock('@/map/picture/use-picture', () => ({ usePicture: () => draw }))
vi.mock('@/workers/client', () => ({
  datasetWorker: () => ({ shownRows: async () => [] }),
  onDatasetWorkerStopped: () => undefined,
}))

const dataset = {
  name: '咸阳',
  kinds: [],
  counties: [{ code: '610481', name: '兴平市', nameEn: 'Xingping' }],
  rules: [],
  clauses: [],
  reports: [],
  settings: { asOf: 'today', city: { zh: '咸阳市', en: 'Xianyang' } },
}

beforeAll(async () => startI18n('zh-CN'))
beforeEach(() => {
  draw.mockClear()
  useChentu.setState({
    view: FIRST_VIEW,
    opened: {
      ...{ dataset, evaluation: { asOf: '2022-09-30' }, shown: { total: 5 } },
      counts: { byKind: new Map() },
    } as never,
  })
  useVisibleBox.setState({ box: null })
})
afterEach(cleanup)

type Drawn = [string, { about?: unknown; box?: unknown }, unknown, (fits?: (line: string) => boolean) => string]
const drawn = async () => {
  fireEvent.click(screen.getByRole('button', { name: '保存文件' }))
  await waitFor(() => expect(draw).toHaveBeenCalledOnce())
  const [title, { about, box }, , subtitle] = draw.mock.lastCall as Drawn
  return { title, range: box ? 'view' : about === null ? 'city' : 'shown', subtitle: subtitle() }
}

it('says on the picture and before it is saved by which conditions sources are left out', async () => {
  act(() =>
    useChentu.setState({
      view: { ...FIRST_VIEW, filters: { ...NO_FILTERS, counties: ['610481'], statuses: ['overdue'] } },
    }),
  )
  render(<PictureDialog onClose={() => undefined} />)
  const said = '只含符合条件的污染源：区县 兴平市；状态 已逾期'
  screen.getByText(said)
  // Filters do not move the screen's map, so the picture is of what it shows.
  expect(await drawn()).toEqual({ title: '咸阳市扬尘与污染源', range: 'city', subtitle: said })
})

it('says nothing of conditions where there are none, and shows the city', async () => {
  render(<PictureDialog onClose={() => undefined} />)
  expect(await drawn()).toEqual({ title: '咸阳市扬尘与污染源', range: 'city', subtitle: '' })
})

const BOX = [108.5, 34.2, 108.9, 34.5] as const

it('says that only what is in the map’s window is counted, and shows that window', async () => {
  useVisibleBox.setState({ box: BOX })
  act(() => useChentu.setState({ view: { ...FIRST_VIEW, within: BOX } }))
  render(<PictureDialog onClose={() => undefined} />)
  const said = '只含符合条件的污染源：当前地图范围 东经 108.50°–108.90°，北纬 34.20°–34.50°'
  screen.getByText(said)
  expect(await drawn()).toEqual({ title: '咸阳市扬尘与污染源', range: 'view', subtitle: said })
})

it('shows what the screen shows once the map was zoomed, and the city before', async () => {
  useVisibleBox.setState({ box: BOX })
  act(() => useChentu.setState({ view: { ...FIRST_VIEW, camera: { lon: 108.7, lat: 34.3, zoom: 11 } } }))
  render(<PictureDialog onClose={() => undefined} />)
  expect(await drawn()).toMatchObject({ range: 'view', subtitle: '' })
  cleanup()
  draw.mockClear()
  act(() => useChentu.setState({ view: FIRST_VIEW }))
  render(<PictureDialog onClose={() => undefined} />)
  expect(await drawn()).toMatchObject({ range: 'city' })
})

it('says as many conditions as fit under the title, and how many there are', async () => {
  const counties = ['610481', '', '610481', '']
  act(() => useChentu.setState({ view: { ...FIRST_VIEW, filters: { ...NO_FILTERS, counties, statuses: ['fine'] } } }))
  render(<PictureDialog onClose={() => undefined} />)
  await drawn()
  const subtitle = (draw.mock.lastCall as Drawn)[3]
  const cut = subtitle(({ length }) => length < 38)
  expect(cut).toBe('只含符合条件的污染源：区县 兴平市、未注明区县、兴平市 等 5 项条件')
})
