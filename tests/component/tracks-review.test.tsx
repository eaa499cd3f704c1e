import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react'
import { afterEach, beforeAll, expect, it, vi } from 'vitest'
import { TracksReview } from '@/features/import/tracks/TracksReview'
import { ExportsProgress } from '@/features/import/waiting/ExportsProgress'
import { startI18n } from '@/i18n'
import type { TracksReview as Review } from '@/workspace/tracks/tracks-desk'
import { choose } from './choose'

const told = vi.hoisted(() => ({
  decisions: [] as unknown[],
  cancelled: 0,
  taken: 0,
  end: null as null | (() => void),
}))
vi.mock('comlink', () => ({ proxy: (say: unknown) => say }))
vi.mock('@/workers/client', () => ({
  datasetWorker: () => ({ listVersions: async () => null }),
  onDatasetWorkerStopped: () => undefined,
  whenAnswered: async () => undefined,
  whenMapDrawn: async () => undefined,
}))
vi.mock('@/store/chentu', () => ({
  useChentu: Object.assign((pick: (state: object) => unknown) => pick({ setView: () => undefined }), {
    getState: () => ({
      takeTracks: async () => {
        told.taken++
      },
    }),
  }),
}))
vi.mock('@/store/exports/exports-worker', () => ({
  ...{ READINGS_NAME: 'a', TRACKS_NAME: 'b' },
  exportsWorker: () => ({
    keepTracks: (decision: unknown, say: (done: number, of: number) => void) => {
      told.decisions.push(decision)
      say(50, 200)
      return new Promise((resolve, reject) => {
        told.end = () => reject(new DOMException('ended', 'AbortError'))
        if (told.decisions.length > 1) resolve({ rows: 200, months: ['2022-10'], trucks: 3 })
      })
    },
    cancel: async () => {
      told.cancelled++
      told.end?.()
    },
    keptTracks: async () => [],
  }),
  onExportsWorkerStopped: () => undefined,
}))
beforeAll(async () => {
  await startI18n('zh-CN')
})
afterEach(cleanup)

const datum = (truck: string, of: Review['datums'][number]['datum']) => ({
  ...{ truck, datum: of, isEncrypted: false, isMadeUp: false, by: of ? ('known' as const) : ('nothing' as const) },
  ...{ rows: 100, hits: 5, of: 6, files: [0] },
})
const review: Review = {
  files: [
    {
      ...{
        place: 0,
        file: 'a.csv',
        rows: 203,
        unread: 1,
        columns: [{ of: 'plate', heading: '车号' }],
        wholeTimes: null,
      },
      others: ['序号', '里程'],
      flagWords: [{ field: 'closed', yes: ['√'], no: ['×', '无'] }],
    },
  ],
  madeUp: [],
  ...{
    rows: 200,
    months: ['2022-10'],
    realMonths: ['2022-10'],
    days: 2,
    trucks: 3,
    unlisted: 1,
    named: 0,
    from: 1_666_000_000,
    until: 1_666_100_000,
  },
  datums: [datum('A', 'wgs84'), datum('B', 'gcj02'), datum('C', null)],
  counts: { doubled: 2, late: 0, jump: 1, ahead: 3, before: 0, encrypted: 0 },
  leftOut: [
    { file: 'a.csv', row: 9, plate: 'B', second: 2_000_000_000, why: 'ahead' },
    { file: 'a.csv', row: 17, plate: 'A', second: 1_666_000_000, why: 'jump' },
  ],
  unread: [
    {
      file: 'a.csv',
      device: null,
      column: '时间',
      why: 'time',
      seen: ['昨天'],
      rows: 1,
      spans: [{ from: 5, until: 5 }],
      more: 0,
    },
    {
      file: 'a.csv',
      device: null,
      column: '经度, 纬度',
      why: 'swapped',
      seen: ['34.35, 108.7'],
      rows: 2,
      spans: [{ from: 7, until: 8 }],
      more: 0,
    },
  ],
}

it('counts a truck once if some of its positions are encrypted', () => {
  const mixed = [datum('A', 'gcj02'), { ...datum('A', 'gcj02'), isEncrypted: true }, datum('B', 'wgs84')]
  render(<TracksReview waiting={{ review: { ...review, datums: mixed }, shares: null }} />)
  screen.getByText('GCJ-02（高德、腾讯）：1 辆车')
  screen.getByText('WGS-84 / CGCS2000：1 辆车')
})

it('asks to swap coordinates in the affected rows, or the headings if all rows are affected', () => {
  const { rerender } = render(<TracksReview waiting={{ review, shares: null }} />)
  const line = () => screen.getByText('第 7–8 行').closest('tr')!.textContent
  expect(line()).toContain('请在这些行里对调两格后重新放入')
  rerender(
    <TracksReview waiting={{ review: { ...review, files: [{ ...review.files[0]!, rows: 0 }] }, shares: null }} />,
  )
  expect(line()).toContain('请把两列的表头对调后重新放入')
})

it('shows before real tracks are saved how many shares by day are judged by made-up ones, and what changes', () => {
  const shares = { asOf: '2022-10-31', sources: 12, otherwise: 5, unknown: 2, others: 0 }
  const { rerender } = render(<TracksReview waiting={{ review, shares }} />)
  expect(screen.getByText(/12 个区县的白天运输比例依据示例轨迹判定/).textContent).toMatch(
    /5 个的判定会改变，其中 2 个成为缺数据。$/,
  )
  rerender(<TracksReview waiting={{ review, shares: { ...shares, sources: 0, others: 3 } }} />)
  screen.getByText(/^截至 2022-10-31，3 个区县的白天运输比例没有依据示例轨迹/)
  expect(screen.queryByText(/依据示例轨迹判定/)).toBeNull()
})

it('lists a truck’s real and made-up positions separately, and counts it once', () => {
  const wrong = vi.spyOn(console, 'error')
  const both = [datum('A', null), { ...datum('A', null), isMadeUp: true }]
  render(<TracksReview waiting={{ review: { ...review, datums: both }, shares: null }} />)
  screen.getByText('无法判断：1 辆车')
  expect(screen.getAllByText('示例')).toHaveLength(1)
  expect(wrong).not.toHaveBeenCalled()
  wrong.mockRestore()
})

it('imports only once an unknown datum is chosen, can be cancelled, and reports the result', async () => {
  render(
    <>
      <TracksReview waiting={{ review, shares: null }} />
      <ExportsProgress />
    </>,
  )
  screen.getByText(/^1 个文件，3 辆车，2 天，200 条定位/)
  screen.getByText('车牌号←“车号”')
  screen.getByText('未采用的列：序号、里程')
  expect(screen.getByText('√按“是”；×、无按“否”').closest('p')!.textContent).toMatch(/^密闭 /)
  screen.getByText(
    '1 辆车不在数据包的车辆名单中：照样导入，区县显示为不明；企业按轨迹文件的企业列（0 辆有），没有的显示为不明。名单上的车辆仍按名单。',
  )
  screen.getByText('GCJ-02（高德、腾讯）：1 辆车')
  screen.getByText('漂移 1 条，不采用')
  screen.getByText(/^时间晚于现在 3 条，不采用，请检查终端时钟（如 a.csv 第 9 行：B，2033-05-18 /)
  expect(screen.queryByText(/时间早于/)).toBeNull()
  screen.getByText('昨天')
  expect(screen.queryByText(/补传（晚到）/)).toBeNull()
  const keep = screen.getByRole<HTMLButtonElement>('button', { name: '导入 3 辆车 200 条定位' })
  expect(keep.disabled).toBe(true)
  await choose('无法判断的按', 'GCJ-02（高德、腾讯）')
  fireEvent.click(keep)
  await screen.findByText('50 / 200 条定位 · 25%')
  fireEvent.click(screen.getByRole('button', { name: '取消' }))
  await waitFor(() => expect(keep.disabled).toBe(false))
  // The result of an earlier import is shown.
  expect([told.cancelled, told.taken]).toEqual([1, 1])
  fireEvent.click(keep)
  await screen.findByText(/^已导入 3 辆车 200 条定位（2022年10月）/)
  const untold = [{ truck: 'C', isMadeUp: false, datum: 'gcj02' }]
  expect(told.decisions).toEqual([{ untold }, { untold }])
  expect(told.taken).toBe(2)
})

it('lets a datum be chosen by file, or by truck, and says which was chosen before', async () => {
  told.decisions = []
  const files = ['a.csv', 'b.csv'].map((file, place) => ({ ...review.files[0]!, place, file }))
  const datums = [
    datum('A', 'wgs84'),
    datum('B', null),
    { ...datum('C', null), files: [1] },
    { ...datum('D', null), files: [1], remembered: 'bd09' as const },
  ]
  render(<TracksReview waiting={{ review: { ...review, files, datums }, shares: null }} />)
  screen.getByText('1 辆车沿用以前导入时的选择，请核对；可以改。')
  const keep = screen.getByRole<HTMLButtonElement>('button', { name: '导入 3 辆车 200 条定位' })
  await choose('a.csv 无法判断的按', 'GCJ-02（高德、腾讯）')
  expect(keep.disabled).toBe(true)
  fireEvent.click(screen.getByText('各车的依据'))
  await choose('C 无法判断的按', /^WGS-84/)
  expect(keep.disabled).toBe(false)
  screen.getByText('其中按选择采用 GCJ-02（高德、腾讯）：1 辆车')
  screen.getByText('其中按选择采用 BD-09（百度）：1 辆车')
  fireEvent.click(keep)
  const of = (truck: string, chosen: string) => ({ truck, isMadeUp: false, datum: chosen })
  expect(told.decisions).toEqual([{ untold: [of('B', 'gcj02'), of('C', 'wgs84'), of('D', 'bd09')] }])
})
