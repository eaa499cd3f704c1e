import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { act, cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/react'
import { getI18n } from 'react-i18next'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { secondOfDay } from '@/domain/trucks/clock-hours'
import { breachId } from '@/features/monitoring/trucks/breach-words'
import Trucks from '@/features/monitoring/trucks/Trucks'
import { startI18n } from '@/i18n'
import { trucksZh } from '@/i18n/trucks.zh-CN'
import type { Descriptor } from '@/io/package/descriptor'
import { heldFiles } from '@/io/package/package-files'
import { packageTracks, Tracks } from '@/io/tracks/tracks'
import { casesOf } from '@/ledger/cases'
import type { TruckMapProps } from '@/map/TruckMap'
import { type BreachRequest, breachOpening } from '@/questions/cases/breach-opening'
import { datasetOf } from '@/questions/dataset'
import { evaluateRules } from '@/questions/evaluated-package'
import { breachesOnDay } from '@/questions/trucks/truck-breaches'
import { type BreachLine, type TruckCard, type TruckCardRequest, truckCard } from '@/questions/trucks/truck-card'
import { type TruckDay, truckDay } from '@/questions/trucks/truck-day'
import { currentUnlistedPlaces, type TruckList, truckList } from '@/questions/trucks/truck-list'
import { stopPoints } from '@/questions/trucks/truck-stops'
import { useCasePanel } from '@/store/cases/case-panel'
import { useChentu } from '@/store/chentu'
import { useLedger } from '@/store/ledger'
import { FIRST_VIEW } from '@/store/view/view'
import { secondText, spanText } from '@/store/words/truck-figures'
import { DOT } from '@/ui/dot'
import { write } from '../unit/ledger/records'
import { openFromDisk } from '../unit/package-from-disk'

const asked = vi.hoisted(() => ({
  worker: {} as Record<string, (...args: never[]) => unknown>,
  shelves: [] as string[],
  /** Ids of places whose current ids were requested, per request. */
  places: [] as string[][],
}))
const drawn = vi.hoisted(() => ({ props: null as TruckMapProps | null }))
const saved = vi.hoisted(() => vi.fn())
vi.mock('@/ui/save-file', () => ({ saveFile: saved }))
vi.mock('@/workers/client', () => ({
  datasetWorker: () => asked.worker,
  onDatasetWorkerStopped: () => undefined,
  whenAnswered: async () => undefined,
  whenMapDrawn: async () => undefined,
}))
vi.mock('@/map/small-maps', () => ({
  TruckMap: (props: TruckMapProps) => {
    drawn.props = props
    return <figure aria-label={props.label} />
  },
}))

const opened = (await openFromDisk('')).value!
const descriptor = JSON.parse(readFileSync('data/datapackage.json', 'utf8')) as Descriptor
const held = new Map(
  descriptor.resources
    .filter(({ path }) => path.startsWith('trucks/') && path.endsWith('.parquet'))
    .map(({ path }) => [path, new Blob([readFileSync(join('data', path))])]),
)
const files = packageTracks(heldFiles(held), descriptor)
/** The same files as if imported: real, for the days of these trucks. */
const imported = new Tracks(
  files.map((each) => ({ ...each, isKept: true, dataClass: 'real' as const })),
  [],
  new Map([['2022-10', new Map([['示D00001', new Set<number>()]])]]),
)
/** The same for all tests: a month's tracks are read and judged once for each object. */
const delivered = new Tracks(files)
let tracks = delivered
const AS_OF = '2022-10-31'
const PLATES = Array.from({ length: 24 }, (_, nth) => `示D${String(nth + 1).padStart(5, '0')}`)
const lasts = ({ from, until }: BreachLine) => until > from

beforeEach(async () => {
  tracks = delivered
  drawn.props = null
  asked.places = []
  asked.worker = {
    trucks: (shelf: string, asOf: string) => {
      asked.shelves.push(shelf)
      return truckList(opened, tracks, asOf, evaluateRules(opened, asOf).tables)
    },
    currentUnlistedPlaces: (_: string, asOf: string, ids: string[]) => {
      asked.places.push(ids)
      return currentUnlistedPlaces(opened, tracks, asOf, ids)
    },
    truckCard: (_: string, asOf: string, of: { plate: string }) => truckCard(opened, tracks, asOf, of),
    truckDay: (_: string, day: string, of: TruckCardRequest | null) => truckDay(opened, tracks, day, of),
    truckStops: (_: string, asOf: string, of: { plate: string } | null) => stopPoints(opened, tracks, asOf, of),
    truckBreaches: (_: string, asOf: string, day: string, of: { plate: string } | null) =>
      breachesOnDay(opened, tracks, asOf, day, of),
  } as never
  await startI18n('zh-CN')
  useLedger.setState({ events: new Map(), cases: new Map() })
})
afterEach(cleanup)

async function show(language = 'zh-CN', asOf = AS_OF, truck: string | null = null, breach: string | null = null) {
  await startI18n(language as 'zh-CN')
  const evaluated = evaluateRules(opened, asOf)
  await act(async () =>
    useChentu.setState({
      view: { ...FIRST_VIEW, asOf, truck, breach, mode: 'trucks' },
      opened: { dataset: datasetOf(opened), evaluation: evaluated.evaluation, shown: {} } as never,
    }),
  )
  render(<Trucks />)
}

it('lists the month’s trucks as made up, and reads stored tracks under their own name', async () => {
  await show()
  await screen.findByText(/^2022-10：24 辆车，7 天有轨迹/)
  screen.getByText('示例数据，不是真实轨迹')
  expect(screen.queryByText(/本机导入/)).toBeNull()
  expect(asked.shelves.every((shelf) => shelf.startsWith('chentu-tracks'))).toBe(true)
  fireEvent.click(screen.getByRole('button', { name: /^白天不足/ }))
  // Those of other counties too: the requirement is for counties.
  expect(screen.getAllByRole('button', { name: /^示D/ }).length).toBe(3)
})

it('names a saved list of trucks and a saved card after their content and month', async () => {
  asked.worker.exportRows = async () => new Blob()
  await show()
  await screen.findByText(/^2022-10：24 辆车/)
  fireEvent.click(screen.getByRole('button', { name: '导出车辆' }))
  fireEvent.click(await screen.findByRole('menuitem', { name: /CSV/ }))
  await waitFor(() => expect(saved.mock.lastCall?.[1]).toBe('咸阳市_渣土车 2022-10（示例）_2022-10-31.csv'))
  fireEvent.click(screen.getByRole('button', { name: /^示D00006/ }))
  fireEvent.click(await screen.findByRole('button', { name: '导出行程' }))
  fireEvent.click(await screen.findByRole('menuitem', { name: /CSV/ }))
  await waitFor(() => expect(saved.mock.lastCall?.[1]).toBe('咸阳市_示D00006 行程 2022-10（示例）_2022-10-31.csv'))
})

it('calls the list of unlisted places empty of places, not of trucks', async () => {
  const { trucks: list } = asked.worker as Record<string, (...args: unknown[]) => Promise<object>>
  asked.worker.trucks = async (...args) => ({ ...(await list!(...args)), unlisted: [] })
  await show()
  fireEvent.click(await screen.findByRole('radio', { name: '台账外地点' }))
  screen.getByText('没有台账外停留地点')
})

it('marks an imported month as real, with the number of trucks', async () => {
  tracks = imported
  await show()
  await screen.findByText('其中 1 辆为本机导入的轨迹')
  expect(screen.queryByText('示例数据，不是真实轨迹')).toBeNull()
  within(screen.getByRole('button', { name: /^示D00001/ })).getByText('导入')
})

it('shows in list and card which kinds of violation the data can’t show', async () => {
  const { trucks: list, truckCard: card } = asked.worker as Record<string, (...args: unknown[]) => Promise<object>>
  const unjudged = [
    { kind: 'open', lacks: ['closed', 'load'] },
    { kind: 'ban', lacks: ['load'], bans: [{ zh: '夜间重车禁行', en: 'No loaded trucks at night' }] },
    { kind: 'lift', lacks: ['lifted'] },
  ]
  asked.worker.trucks = async (...args) => ({ ...(await list!(...args)), unjudged })
  asked.worker.truckCard = async (...args) => ({ ...(await card!(...args)), unjudged: unjudged.slice(-1) })
  await show()
  await screen.findByText(
    '未能判断：重车未密闭行驶（数据里没有可用的密闭状态、载重）；禁行路段和时段行驶“夜间重车禁行”（数据里没有可用的载重）；台账外地点举升（数据里没有可用的举升状态）',
  )
  fireEvent.click(screen.getByRole('button', { name: /^示D00006/ }))
  const shown = await screen.findByRole('region', { name: '示D00006 2022-10' })
  within(shown).getByText('未能判断：台账外地点举升（数据里没有可用的举升状态）')
})

it('shows the days that counties count, and which counties named by the clause are below its share', async () => {
  const { trucks: list } = asked.worker as Record<string, (...args: unknown[]) => Promise<TruckList>>
  asked.worker.trucks = async (...args) => {
    const of = await list!(...args)
    return { ...of, counties: of.counties.map((each) => ({ ...each, trips: 100, byDay: 79 })) }
  }
  await show()
  fireEvent.click(await screen.findByRole('radio', { name: '区县' }))
  screen.getByText('2022-10 按 7 天的轨迹计算（2022-10-25 至 2022-10-31）')
  const lines = screen.getAllByRole('listitem').map(({ textContent }) => textContent)
  const marked = lines.filter((line) => line.includes('低于方案第16条的 80%，待核实'))
  expect(
    marked.every((line) => /^(秦都|渭城|高新)/.test(line)) && marked.length > 0 && marked.length < lines.length,
  ).toBe(true)
  fireEvent.click(screen.getByRole('radio', { name: '工地' }))
  expect(screen.queryByText(/待核实/)).toBeNull()
})

it('shows a truck’s card, and an unlisted place with evidence and night hours', async () => {
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

it('circles only the unlisted places where the chosen truck or company stopped', async () => {
  const { unlisted, trucks } = await truckList(opened, tracks, AS_OF)
  const none = trucks.find(({ plate }) => unlisted.every((place) => !place.trucks.includes(plate)))!
  const one = unlisted[0]!.trucks[0]!
  const { company } = trucks.find(({ plate }) => plate === one)!
  const circled = () => drawn.props!.unlisted.map(({ id }) => id)
  const choose = async (truck: string | null) =>
    act(async () => useChentu.setState(({ view }) => ({ view: { ...view, truck } })))
  await show()
  await waitFor(() => expect(circled()).toEqual(unlisted.map(({ id }) => id)))
  await choose(`truck/${none.plate}`)
  await waitFor(() => expect(circled()).toEqual([]))
  await choose(`truck/${one}`)
  await waitFor(() => expect(circled()).toContain(unlisted[0]!.id))
  expect(unlisted.filter(({ id }) => circled().includes(id)).every((place) => place.trucks.includes(one))).toBe(true)
  await choose(`company/${company}`)
  await waitFor(() => expect(circled()).toContain(unlisted[0]!.id))
})

it('shows the case of a place that had another id when it was opened, also by an old address', async () => {
  const { unlisted } = await truckList(opened, tracks, AS_OF)
  const [place, other] = unlisted.filter(({ use }) => use === 'dump')
  const old = place!.id.replace(/\d+$/, (second) => String(Number(second) + 60))
  const from = `unlisted/${encodeURIComponent(old)}/2022-10`
  const body = { type: 'case', from, title: '倾倒点', observed: '2022-10-31T00:00:00Z', terms: [] }
  const cases = casesOf([write('a1b2c3d4e5f60718', null, body as never)])
  useLedger.setState({ events: new Map(), cases })
  await show('zh-CN', AS_OF, `place/${old}`)
  const card = await screen.findByRole('region', { name: '疑似非法倾倒点' })
  within(card).getByText(place!.at.map((each) => each.toFixed(6)).join(', '))
  await within(card).findByRole('button', { name: /：查看案件$/ })
  expect(asked.places).toEqual([[old]])
  await act(async () => useChentu.setState(({ view }) => ({ view: { ...view, truck: `place/${other!.id}` } })))
  const fresh = await screen.findByText(other!.at.map((each) => each.toFixed(6)).join(', '))
  expect(fresh.closest('section')!.textContent).not.toContain('查看案件')
  await act(async () => useChentu.setState(({ view }) => ({ view: { ...view, truck: 'place/gone-5' } })))
  await screen.findByText(trucksZh.placeGone.replace('{{month}}', '2022-10'))
})

it('moves the map to place and time of a suspected violation pressed in the card, and marks those of the day', async () => {
  await show()
  const cards = await Promise.all(PLATES.map((plate) => truckCard(opened, tracks, AS_OF, { plate })))
  const { plates, breaches } = cards.find((card) => card!.breaches.some(lasts))!
  const [long, plate] = [breaches.find(lasts)!, plates[0]!]
  fireEvent.click(await screen.findByRole('button', { name: new RegExp(`^${plate}`) }))
  const line = await screen.findByRole('button', { name: new RegExp(`^在图上看 ${plate} ${secondText(long.from)}`) })
  fireEvent.click(line)
  const day = secondText(long.from).slice(0, 10)
  await screen.findByRole('figure', { name: `渣土车轨迹图，${day} ${secondText(long.from).slice(11)}` })
  await waitFor(() => expect(drawn.props!.ways.length).toBeGreaterThan(0))
  expect(drawn.props!.towards!.at).toEqual(long.at)
  expect(drawn.props!.breaches.map(({ id }) => id)).toContain(drawn.props!.chosenBreach)
  expect(drawn.props!.breaches.length).toBe(breaches.filter(({ from }) => secondText(from).startsWith(day)).length)
  expect(line.getAttribute('aria-current')).toBe('true')
  screen.getByText(new RegExp(`^已选：${plate}，${secondText(long.from)}.*粗线为该段轨迹`))

  // Another truck: the earlier marks are gone.
  fireEvent.click(screen.getByRole('button', { name: new RegExp(`^${PLATES.find((each) => each !== plate)}`) }))
  await waitFor(() => expect(drawn.props!.chosenBreach).toBeNull())
  expect(drawn.props!.ways).toEqual([])
})

it('adds the shown suspected violation to the address, and shows that of an address', async () => {
  const cards = await Promise.all(PLATES.map((plate) => truckCard(opened, tracks, AS_OF, { plate })))
  const { plates, breaches } = cards.find((card) => card!.breaches.some(lasts))!
  const [long, plate] = [breaches.find(lasts)!, plates[0]!]
  const breachLink = `${plate} ${long.kind} ${long.of} ${long.from}`
  await show('zh-CN', AS_OF, `truck/${plate}`, breachLink)
  const name = new RegExp(`${plate} ${secondText(long.from)}`)
  const button = (await screen.findAllByRole('button', { name })).find((each) => each.getAttribute('aria-current'))
  expect(button).toBeDefined()
  // Another day is another question: the address drops it.
  fireEvent.click(screen.getAllByRole('button', { name: /^在图上看 2022-10-\d\d$/ })[0]!)
  expect(useChentu.getState().view.breach).toBeNull()
  fireEvent.click(screen.getAllByRole('button', { name })[0]!)
  expect(useChentu.getState().view.breach).toMatch(`${plate} `)
})

it('moves the clock to the first trip of a truck without a position at that hour, and keeps it otherwise', async () => {
  asked.worker.truckDay = (async (_: never, day: never, of: { plate?: string } | null) => {
    const read = await truckDay(opened, tracks, day, of as TruckCardRequest | null)
    // Only one truck drives from 22:00 on.
    return of?.plate === PLATES[1] ? { ...read, ...ofNight } : read
  }) as never
  const ofNight = {
    ...{ plates: [PLATES[1]!], starts: Uint32Array.of(0, 2), second: Uint32Array.of(79_200, 82_800) },
    ...{ lon: Float64Array.of(108.7, 108.8), lat: Float64Array.of(34.3, 34.3), load: Uint8Array.of(0, 2) },
  }
  await show()
  await screen.findByRole('figure', { name: /08:00$/ })
  fireEvent.click(screen.getByRole('button', { name: new RegExp(`^${PLATES[1]}`) }))
  await screen.findByRole('figure', { name: /22:00$/ })
  screen.getByText('图上 1 辆，当日共 1 辆')
  // The user moves it, and nothing resets it.
  fireEvent.change(screen.getByRole('slider', { name: '时刻' }), { target: { value: '3600' } })
  await screen.findByRole('figure', { name: /01:00$/ })
  // It has no position before 22:00.
  screen.getByText('图上 0 辆，当日共 1 辆')
})

it('opens the card of a truck pressed on the map of all, and hides a kind of marks on the map', async () => {
  await show()
  await waitFor(() => expect(drawn.props?.breaches.length).toBeGreaterThan(1))
  const [first] = drawn.props!.breaches
  const plate = first!.id.split(' ')[0]!
  act(() => drawn.props!.onBreach(first!.id))
  await screen.findByRole('region', { name: `${plate} 2022-10` })
  await waitFor(() => expect(drawn.props!.chosenBreach).toBe(first!.id))
  const marks = await screen.findByRole('group', { name: '当日疑似违规' })
  const others = drawn.props!.breaches.filter(({ kind, id }) => kind !== first!.kind || id === first!.id)
  fireEvent.click(within(marks).getByRole('button', { name: new RegExp(`^${trucksZh.breach[first!.kind]}`) }))
  // The chosen one stays.
  expect(drawn.props!.breaches).toEqual(others)
})

it('shows each mark when the clock reaches it, once the day is played or its time is moved', async () => {
  await show()
  await waitFor(() => expect(drawn.props?.breaches.length).toBeGreaterThan(1))
  const day = drawn.props!.label.match(/\d{4}-\d\d-\d\d/)![0]
  const found = await breachesOnDay(opened, tracks, AS_OF, day, null)
  // Before, all of the day can be looked at.
  expect(drawn.props!.breaches).toHaveLength(found.length)
  const [middle] = found.slice(Math.floor(found.length / 2))
  const begun = (second: number) => found.filter(({ from }) => secondOfDay(from) <= second).length
  const moveTo = (second: number) =>
    fireEvent.change(screen.getByRole('slider', { name: '时刻' }), { target: { value: String(second) } })
  const minute = Math.floor(secondOfDay(middle!.from) / 60) * 60
  for (const second of [0, minute, minute + 60, 86_340]) {
    moveTo(second)
    expect(drawn.props!.breaches).toHaveLength(begun(second))
    screen.getByText(new RegExp(`有 ${begun(second)} 次，当日共 ${found.length} 次`))
  }
  // What is drawn stays the same until the next one is due, so that the map is not given it anew for each frame.
  const { breaches } = drawn.props!
  moveTo(86_399)
  expect(drawn.props!.breaches).toBe(breaches)
})

it('counts the stops of the month by place, and hides a kind of stops on the map', async () => {
  await show()
  fireEvent.click(await screen.findByRole('radio', { name: '本月停留' }))
  const stops = await screen.findByRole('group', { name: '停留地点' })
  const counts = within(stops)
    .getAllByRole('button')
    .map(({ textContent }) => Number(/[\d,]+$/.exec(textContent!)![0].replaceAll(',', '')))
  const points = (await stopPoints(opened, tracks, AS_OF))!
  expect(counts.reduce((all, count) => all + count, 0)).toBe(points.count.reduce((all, count) => all + count, 0))
  fireEvent.click(within(stops).getByRole('button', { name: /^停车场/ }))
  expect([...drawn.props!.hiddenStops]).toEqual([2])
})

it('lists trucks of unknown companies in a row, with a card', async () => {
  const company = asked.worker.trucks!
  asked.worker.trucks = (async (shelf: never, asOf: never) => {
    const list = (await company(shelf, asOf)) as Awaited<ReturnType<typeof truckList>>
    return { ...list, companies: list.companies.map((each, nth) => (nth === 0 ? { ...each, company: '' } : each)) }
  }) as never
  await show()
  fireEvent.click(await screen.findByRole('radio', { name: '企业' }))
  fireEvent.click(await screen.findByRole('button', { name: /^企业不明/ }))
  await screen.findByRole('region', { name: '企业不明 2022-10' })
})

it('names in English a month that has tracks, if the shown one has none', async () => {
  await show('en', '2022-11-30')
  await screen.findByText('No truck tracks in 2022-11')
  fireEvent.click(screen.getByRole('button', { name: 'Set the as-of date to 2022-10-31' }))
  expect(useChentu.getState().view.asOf).toBe('2022-10-31')
})

it('draws only the trucks of a company while its card is open, and fits the map to them', async () => {
  await show()
  const shown = () => [...new Set((drawn.props?.paths as TruckDay | undefined)?.plates)].sort()
  await waitFor(() => expect(shown()).toEqual(PLATES))
  await waitFor(() => expect(drawn.props!.fitOn).not.toBe(null))
  const fitted = drawn.props!.fitOn
  const { company } = [...opened.pack.fleet.values()][0]!
  fireEvent.click(screen.getByRole('radio', { name: '企业' }))
  fireEvent.click(screen.getByRole('button', { name: new RegExp(`^${company}`) }))
  const theirs = PLATES.filter((plate) => opened.pack.fleet.get(plate)?.company === company)
  await waitFor(() => expect(shown()).toEqual(theirs))
  await waitFor(() => expect([null, fitted]).not.toContain(drawn.props!.fitOn))
})

it('draws the whole track of the day of a chosen truck, which may be far from where it was most of the day', async () => {
  await show('zh-CN', AS_OF, `truck/${PLATES[5]}`)
  const read = () => drawn.props?.paths as TruckDay | null
  await waitFor(() => expect(drawn.props?.wholeTracks.length).toBeGreaterThan(0))
  expect(new Set(read()!.plates)).toEqual(new Set([PLATES[5]]))
  expect(drawn.props!.wholeTracks.flat()).toHaveLength(read()!.lon.length)
  screen.getByText(new RegExp(`${trucksZh.map.wholeTrack}$`))
  // Those of all trucks would hide what moves.
  await act(async () => useChentu.setState(({ view }) => ({ view: { ...view, truck: null } })))
  await waitFor(() => expect(new Set(read()?.plates).size).toBeGreaterThan(1))
  expect(drawn.props!.wholeTracks).toEqual([])
  expect(screen.queryByText(new RegExp(trucksZh.map.wholeTrack))).toBeNull()
})

it('fits the map after the legend below it is there, which takes room', async () => {
  const { truckBreaches } = asked.worker
  const arrived = new EventTarget()
  const legend = new Promise((resolve) => arrived.addEventListener('legend', resolve))
  asked.worker.truckBreaches = async (...args) => {
    await legend
    return truckBreaches!(...args)
  }
  await show()
  await screen.findByText(/^图上 \d+ 辆，当日共 24 辆$/)
  await waitFor(() => expect(drawn.props?.paths?.lon.length).toBeGreaterThan(0))
  expect([screen.queryByRole('group', { name: trucksZh.map.marks }), drawn.props!.fitOn]).toEqual([null, null])
  arrived.dispatchEvent(new Event('legend'))
  await screen.findByRole('group', { name: trucksZh.map.marks })
  expect(drawn.props!.fitOn).not.toBe(null)
})

it('fits the map to a truck’s track of each day that is chosen, but not while it is played', async () => {
  await show('zh-CN', AS_OF, 'truck/示D00006')
  const fitOn = () => drawn.props!.fitOn
  await waitFor(() => expect(drawn.props?.fitOn).toMatch(/示D00006/))
  const first = fitOn()
  const card = await screen.findByRole('region', { name: '示D00006 2022-10' })
  const choose = async (day: string) => {
    fireEvent.click(within(card).getByRole('button', { name: new RegExp(`2022-${day}`) }))
    await waitFor(() => expect((drawn.props!.paths as TruckDay | null)?.day).toBe(`2022-${day}`))
    await waitFor(() => expect(fitOn()).not.toBeNull())
  }
  await choose('10-28')
  const second = fitOn()
  expect(second).not.toBe(first)
  fireEvent.click(screen.getByRole('button', { name: '播放' }))
  await choose('10-27')
  expect(fitOn()).toBe(second)
  // Nor after it has stopped.
  fireEvent.click(screen.getByRole('button', { name: '暂停' }))
  expect(fitOn()).toBe(second)
})

it('lists a company’s suspected violations, latest first, without deselected kinds', async () => {
  const { company } = [...opened.pack.fleet.values()][0]!
  const of = (await truckCard(opened, tracks, AS_OF, { company }))!
  const kinds = [...new Set(of.breaches.map(({ kind }) => kind))]
  expect(kinds.length).toBeGreaterThan(1)
  const times = of.breaches.map(({ from }) => from)
  expect(times).toEqual(times.toSorted((a, b) => b - a))
  await show('zh-CN', AS_OF, `company/${company}`)
  const card = await screen.findByRole('region', { name: `${company} 2022-10` })
  const group = within(card).getByRole('group', { name: '类别' })
  const text = trucksZh.breach[kinds[0]!]
  expect(within(card).getAllByRole('button', { name: new RegExp(`^在图上看 示.* ${text}`) }).length).toBeGreaterThan(0)
  fireEvent.click(within(group).getByRole('button', { name: new RegExp(`^${text}`) }))
  expect(within(card).queryByRole('button', { name: new RegExp(`^在图上看 示.* ${text}`) })).toBeNull()
})

it('shows one time for events shorter than a minute', () => {
  const from = Date.UTC(2022, 9, 31, 4, 17) / 1000
  expect(spanText(getI18n().t, { from, until: from + 30 })).toBe('2022-10-31 12:17')
  expect(spanText(getI18n().t, { from, until: from + 90 })).toBe('2022-10-31 12:17 至 12:18')
  expect(spanText(getI18n().t, { from, until: from + 12 * 3600 })).toBe('2022-10-31 12:17 至 2022-11-01 00:17')
})

it('puts what was found in numbers and the trips above the list of breaches, and folds both after ten', async () => {
  const cards = await Promise.all(PLATES.map((plate) => truckCard(opened, tracks, AS_OF, { plate })))
  const { breaches: found } = (await truckList(opened, tracks, AS_OF)).total
  const { truckCard: card } = asked.worker as Record<string, (...args: unknown[]) => Promise<TruckCard>>
  asked.worker.truckCard = async (...args) => {
    const of = await card!(...args)
    const [breach] = cards.flatMap((each) => each!.breaches)
    const breaches = Array.from({ length: 65 }, (_, nth) => ({ ...breach!, from: breach!.from - nth * 600 }))
    return { ...of, breaches }
  }
  const { trucks: list } = asked.worker as Record<string, (...args: unknown[]) => Promise<TruckList>>
  asked.worker.trucks = async (...args) => {
    const of = await list!(...args)
    return { ...of, trucks: of.trucks.map((each) => ({ ...each, breaches: found })) }
  }
  await show()
  fireEvent.click(await screen.findByRole('button', { name: /^示D00006/ }))
  const shown = await screen.findByRole('region', { name: '示D00006 2022-10' })
  expect(
    within(shown)
      .getAllByRole('heading', { level: 3 })
      .map(({ textContent }) => textContent),
  ).toEqual(['每日运输', '行程', expect.stringMatching(/^疑似违规/)])
  within(shown).getByText(/^疑似违规共 \d+ 次：/)
  const [trips, all] = within(shown).getAllByRole('table')
  expect(within(trips!).getAllByRole('row')).toHaveLength(1 + 10)
  expect(within(all!).getAllByRole('row')).toHaveLength(10)
  within(shown).getByText(/显示最近的 10 条，共 65 条/)
  fireEvent.click(within(shown).getByRole('button', { name: '展开到 65 条' }))
  expect(within(all!).getAllByRole('row')).toHaveLength(65)
  expect(within(trips!).getAllByRole('row')).toHaveLength(1 + 10)
  fireEvent.click(within(shown).getByRole('button', { name: '只显示最近 10 条' }))
  expect(within(all!).getAllByRole('row')).toHaveLength(10)
  fireEvent.click(within(shown).getByRole('button', { name: '查看明细' }))
  expect(document.activeElement?.textContent).toMatch(/^疑似违规/)
})

it('names the banned road in the card, and with a breach chosen on the map', async () => {
  await show()
  const whole = await truckList(opened, tracks, AS_OF)
  const cards = await Promise.all(whole.trucks.map(({ plate }) => truckCard(opened, tracks, AS_OF, { plate })))
  const breach = cards.flatMap((card) => card!.breaches).find(({ kind }) => kind === 'ban')!
  expect(breach.roadName).not.toBeNull()
  fireEvent.click(await screen.findByRole('button', { name: new RegExp(`^${breach.plate}`) }))
  const card = await screen.findByRole('region', { name: `${breach.plate} 2022-10` })
  const text = new RegExp(`禁行路段和时段行驶\\s·\\s${breach.roadName}`)
  for (const unfold of within(card).queryAllByRole('button', { name: /^展开到/ })) fireEvent.click(unfold)
  fireEvent.click(within(card).getAllByRole('button', { name: text })[0]!)
  expect((await screen.findAllByRole('status')).some(({ textContent }) => text.test(textContent))).toBe(true)
})

it('says on what the share of a county rests, and that too few tracks do not decide it', async () => {
  const { trucks: list } = asked.worker as Record<string, (...args: unknown[]) => Promise<TruckList>>
  asked.worker.trucks = async (...args) => {
    const of = await list!(...args)
    return {
      ...of,
      counties: of.counties.map((each) =>
        each.key === '610402'
          ? { ...each, trips: 10, byDay: 1, days: 1, trucks: 3, isEnough: false, role: 'beside' }
          : each.name === '三原县'
            ? { ...each, role: null }
            : each,
      ),
    }
  }
  await show()
  fireEvent.click(await screen.findByRole('radio', { name: '区县' }))
  const lines = screen.getAllByRole('listitem').map(({ textContent }) => textContent)
  const few = lines.find((line) => line.startsWith('秦都区'))!
  expect(few).toContain(
    '轨迹只有 1 天、10 趟、3 辆，其中白天 1 趟；轨迹太少，不据以判定（须满 5 天且满 30 趟），按区县填报：5,142 趟，白天 3,908 趟，占 76%',
  )
  expect(few).not.toContain('低于方案')
  expect(lines.find((line) => line.startsWith('渭城区'))).toMatch(
    /据轨迹 7 天、\d+ 趟、\d+ 辆，其中白天 \d+ 趟（填报 1,839 \/ 2,012，不采用）/,
  )
  // Where tracks may not decide, nothing is said of what they replace.
  expect(lines.find((line) => line.startsWith('三原县'))).toMatch(/其中白天 \d+ 趟（填报 5,970 \/ 6,820）$/)
})

it('opens a case on a suspected breach with what is known of it, and names the site that the truck left', async () => {
  asked.worker.breachOpening = (_: string, of: BreachRequest) => breachOpening(evaluateRules(opened, AS_OF), tracks, of)
  const list = await truckList(opened, tracks, AS_OF)
  const { plate } = list.trucks.find(({ breaches }) => breaches.unwashed > 0)!
  const card = (await truckCard(opened, tracks, AS_OF, { plate }))!
  const unwashed = card.breaches.find(({ kind }) => kind === 'unwashed')!
  await show('zh-CN', AS_OF, `truck/${plate}`, breachId(unwashed))
  await screen.findByText(/^已选：/)
  const words = `${plate} ${spanText(getI18n().t, unwashed)} 出工地未见冲洗${DOT}驶出 ${unwashed.left}`
  const [row, ofMap] = await screen.findAllByRole('button', { name: `${words}：立案` })
  expect(ofMap).toBeTruthy()
  fireEvent.click(row!)
  await waitFor(() => expect(useCasePanel.getState().opening).toMatchObject({ sort: 'truck-breach', name: plate }))
  expect(useChentu.getState().view).toMatchObject({ mode: 'explore', panel: 'cases' })
})

it('lists the trucks with chosen kinds of suspected breaches only', async () => {
  await show()
  await screen.findByText(/^2022-10：24 辆车/)
  fireEvent.click(screen.getByRole('button', { name: /^疑似违规/ }))
  const kinds = screen.getByRole('group', { name: '类别' })
  for (const name of [/^超速/, /^重车未密闭行驶/, /^台账外地点举升/, /^禁行路段/])
    fireEvent.click(within(kinds).getByRole('button', { name }))
  const list = await truckList(opened, tracks, AS_OF)
  const expected = list.trucks.filter(({ breaches }) => breaches.unwashed > 0)
  const lines = screen.getAllByRole('button', { name: /^示D/ })
  expect(lines.length).toBe(expected.length)
  expect(lines[0]!.textContent).toContain(`疑似违规 ${expected[0]!.breaches.unwashed} 次`)
})
