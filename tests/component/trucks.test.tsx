import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { act, cleanup, fireEvent, render, screen, within } from '@testing-library/react'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import Trucks from '@/features/monitoring/trucks/Trucks'
import { startI18n } from '@/i18n'
import type { Descriptor } from '@/io/package/descriptor'
import { heldFiles } from '@/io/package/package-files'
import { packageTracks, Tracks } from '@/io/tracks/tracks'
import { datasetOf } from '@/questions/dataset'
import { evaluateRules } from '@/questions/evaluated-package'
import { truckCard } from '@/questions/truck-card'
import { truckDay } from '@/questions/truck-day'
import { truckList } from '@/questions/truck-list'
import { useChentu } from '@/store/chentu'
import { FIRST_VIEW } from '@/store/view/view'
import { openFromDisk } from '../unit/package-from-disk'

const asked = vi.hoisted(() => ({
  worker: {} as Record<string, (...args: never[]) => unknown>,
  shelves: [] as string[],
}))
vi.mock('@/workers/client', () => ({
  datasetWorker: () => asked.worker,
  onDatasetWorkerStopped: () => undefined,
  whenAnswered: async () => undefined,
}))
vi.mock('@/map/small-maps', () => ({
  TruckMap: ({ label }: { readonly label: string }) => <figure aria-label={label} />,
}))

const opened = (await openFromDisk('')).value!
const descriptor = JSON.parse(readFileSync('data/datapackage.json', 'utf8')) as Descriptor
const held = new Map(
  descriptor.resources
    .filter(({ path }) => path.startsWith('trucks/') && path.endsWith('.parquet'))
    .map(({ path }) => [path, new Blob([readFileSync(join('data', path))])]),
)
const files = packageTracks(heldFiles(held), descriptor)
/** The same files as if they had been imported: real, and of these trucks' days. */
const imported = new Tracks(
  files.map((each) => ({ ...each, isKept: true, dataClass: 'real' as const })),
  [],
  new Map([['2022-10', new Map([['示D00001', new Set<number>()]])]]),
)
let tracks = new Tracks(files)
const AS_OF = '2022-10-31'

beforeEach(async () => {
  tracks = new Tracks(files)
  asked.worker = {
    trucks: (shelf: string, asOf: string) => {
      asked.shelves.push(shelf)
      return truckList(opened, tracks, asOf)
    },
    truckCard: (_: string, asOf: string, of: { plate: string }) => truckCard(opened, tracks, asOf, of),
    truckDay: (_: string, day: string, truck?: string) => truckDay(opened, tracks, day, truck),
    truckStops: () => null,
  } as never
  await startI18n('zh-CN')
})
afterEach(cleanup)

async function show(language = 'zh-CN', asOf = AS_OF) {
  await startI18n(language as 'zh-CN')
  const evaluated = evaluateRules(opened, asOf)
  await act(async () =>
    useChentu.setState({
      view: { ...FIRST_VIEW, asOf, mode: 'trucks' },
      opened: { dataset: datasetOf(opened), evaluation: evaluated.evaluation, shown: {} } as never,
    }),
  )
  render(<Trucks />)
}

it('lists the month’s trucks as made up, and asks what this browser keeps under its own name', async () => {
  await show()
  await screen.findByText(/^2022-10：24 辆车，7 天有轨迹/)
  screen.getByText('示例数据，不是真实轨迹')
  expect(screen.queryByText(/本机导入/)).toBeNull()
  expect(asked.shelves.every((shelf) => shelf.startsWith('chentu-tracks'))).toBe(true)
  fireEvent.click(screen.getByRole('button', { name: /^白天不足/ }))
  // Those of other counties too: what is asked is asked of counties.
  expect(screen.getAllByRole('button', { name: /^示D/ }).length).toBe(3)
})

it('calls an imported month real, and says of how many trucks it is', async () => {
  tracks = imported
  await show()
  await screen.findByText('其中 1 辆为本机导入的轨迹')
  expect(screen.queryByText('示例数据，不是真实轨迹')).toBeNull()
  within(screen.getByRole('button', { name: /^示D00001/ })).getByText('导入')
})

it('shows a truck’s card, and an unlisted place with its evidence and the hours of night', async () => {
  await show()
  fireEvent.click(await screen.findByRole('button', { name: /^示D00006/ }))
  const card = await screen.findByRole('region', { name: '示D00006 2022-10' })
  within(card).getByText('每日运输')
  fireEvent.click(screen.getByRole('radio', { name: '台账外地点' }))
  fireEvent.click(screen.getAllByRole('button', { name: /^疑似非法倾倒点/ })[0]!)
  const place = await screen.findByRole('region', { name: '疑似非法倾倒点' })
  within(place).getByText(/夜间（22:00—06:00）\d+ 次/)
  fireEvent.click(within(place).getByRole('button', { name: /计算依据/ }))
  expect(screen.getByRole('dialog').textContent).toContain('离中心不超过 400 米')
})

it('says in English of a month without tracks which has some', async () => {
  await show('en', '2022-11-30')
  await screen.findByText('No tracks of muck trucks in 2022-11')
  fireEvent.click(screen.getByRole('button', { name: 'Set the as-of date to 2022-10-31' }))
  expect(useChentu.getState().view.asOf).toBe('2022-10-31')
})
