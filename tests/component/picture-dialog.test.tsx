import { act, cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react'
import { afterEach, beforeAll, beforeEach, expect, it, vi } from 'vitest'
import { NO_FILTERS } from '@/domain/sources/view/filters'
import { PictureDialog } from '@/features/explore/handover/PictureDialog'
import { startI18n } from '@/i18n'
import { useChentu } from '@/store/chentu'
import { FIRST_VIEW } from '@/store/view/view'

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
    opened: { dataset, evaluation: { asOf: '2022-09-30' }, shown: { total: 5 } } as never,
  })
})
afterEach(cleanup)

const drawn = async () => {
  fireEvent.click(screen.getByRole('button', { name: '保存文件' }))
  await waitFor(() => expect(draw).toHaveBeenCalledOnce())
  const [title, { about }, , subtitle] = draw.mock.lastCall as [string, { about: unknown }, unknown, string]
  return { title, isOfCity: about === null, subtitle }
}

it('says on the picture and before it is saved by which conditions sources are left out, and shows their area', async () => {
  act(() =>
    useChentu.setState({
      view: { ...FIRST_VIEW, filters: { ...NO_FILTERS, counties: ['610481'], statuses: ['overdue'] } },
    }),
  )
  render(<PictureDialog onClose={() => undefined} />)
  const said = '只含符合条件的污染源：区县 兴平市；状态 已逾期'
  screen.getByText(said)
  expect(await drawn()).toEqual({ title: '咸阳市扬尘与污染源', isOfCity: false, subtitle: said })
})

it('says nothing of conditions where there are none, and shows the city', async () => {
  render(<PictureDialog onClose={() => undefined} />)
  expect(await drawn()).toEqual({ title: '咸阳市扬尘与污染源', isOfCity: true, subtitle: '' })
})
