import { act, cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/react'
import { afterEach, beforeAll, expect, it, vi } from 'vitest'
import type { Field } from '@/domain/sources/kinds/field'
import { ReadingsReview } from '@/features/import/readings/ReadingsReview'
import { RepeatedTable } from '@/features/import/readings/RepeatedTable'
import { ExportsProgress } from '@/features/import/waiting/ExportsProgress'
import { startI18n } from '@/i18n'
import { useChentu } from '@/store/chentu'
import { removeDevice, useReadings } from '@/store/readings'
import type { ReadingsDecision, ReadingsReview as Review } from '@/workspace/readings/readings-desk'
import { minuteOn } from '../fixtures/readings'
import { choose } from './choose'

const kept = vi.hoisted(() => ({
  decisions: [] as unknown[],
  asked: [] as unknown[][],
  lasts: false,
  end: () => {},
  looks: false,
  endLook: () => {},
  isLast: true,
  effect: {
    ...{ rows: 0, differing: 0, isAtMost: false, months: 0, superseded: 0, leftRows: 0 },
    leftOut: { values: 0, devices: [] as string[] },
  },
}))
vi.mock('comlink', () => ({ proxy: (say: unknown) => say }))
vi.mock('@/workers/client', () => ({
  datasetWorker: () => ({
    listVersions: async () => null,
    monitorsByCode: async (codes: readonly string[]) => {
      const listed = [
        { asked: 'YC-1', kind: 'monitor', code: 'YC-1', name: '一号' },
        { asked: 'YC-9', kind: 'monitor', code: 'MN0009', name: '九号', at: '滨河路九标' },
      ]
      return listed.filter(({ asked }) => codes.includes(asked))
    },
  }),
  onDatasetWorkerStopped: () => undefined,
  whenAnswered: async () => undefined,
  whenMapDrawn: async () => undefined,
}))
vi.mock('@/store/exports/exports-worker', () => ({
  READINGS_NAME: 'a',
  TRACKS_NAME: 'b',
  exportsWorker: () => ({
    cancel: async () => kept.end(),
    keepReadings: async (decision: unknown, _: number, __: unknown, say: (done: number, of: number) => void) => {
      if (kept.lasts) {
        say(24, 96)
        await new Promise((_, reject) => {
          kept.end = () => reject(new DOMException('ended', 'AbortError'))
        })
      }
      kept.decisions.push(decision)
      return { rows: 95, months: ['2022-06'], ids: [7, 8] }
    },
    keptReadings: async () => [],
    sayStamp: async (key: string, stamp: string) => void kept.asked.push([key, stamp]),
    effectOfReadings: () =>
      kept.looks
        ? new Promise((_, reject) => {
            kept.endLook = () => reject(new DOMException('ended', 'AbortError'))
          })
        : Promise.resolve(kept.effect),
    endLook: async () => kept.endLook(),
    undoReadings: async (ids: readonly number[]) => {
      kept.asked.push([...ids])
      return kept.isLast
    },
    removeReadings: async () => undefined,
    removeDevice: async () => undefined,
    rereadReadings: async (id: number, said: unknown) => void kept.asked.push([id, said]),
    releaseReadingsFile: async (id: number) => {
      kept.asked.push([id])
      return { file: new File(['a'], 'b.csv'), left: 1 }
    },
    reviewReadings: async () => null,
    reviewTracks: async () => null,
  }),
  onExportsWorkerStopped: () => undefined,
}))
beforeAll(async () => {
  await startI18n('zh-CN')
})
afterEach(cleanup)

const device = {
  code: 'yc1',
  rows: 96,
  from: 0,
  until: 1425,
  interval: 15,
  missing: 4,
  longestGap: 60,
  gapCount: 1,
  gaps: [{ from: 240, until: 285, missing: 4 }],
}
const review: Review = {
  files: [{ file: 'a.csv', rows: 97, unread: 1 }],
  rows: 96,
  months: ['2022-06'],
  devices: [device, { ...device, code: 'YC-2' }, { ...device, code: '三号工地' }, { ...device, code: '重名工地' }],
  units: [
    {
      key: 'k',
      files: ['a.csv'],
      parameter: 'tsp',
      stated: 'mg/m³',
      unit: 'mg/m³',
      by: 'doubtful',
      factor: 1000,
      middle: 140,
    },
  ],
  replaced: 222,
  filesOf: { yc1: ['a.csv', 'b.csv'], 'YC-2': ['b.csv'] },
  madeUp: [],
  times: [
    {
      files: ['a.csv'],
      day: '日期',
      time: '小时',
      stamp: 'end',
      hours: 'to-24',
      likely: null,
      headings: '日期|小时',
      proof: 'hour-24',
      proven: 'end',
    },
  ],
  stamps: [],
  lacking: [],
  negative: [],
  repeated: {
    rows: 222,
    devices: 1,
    listed: [
      {
        id: 1,
        file: 'a.csv',
        device: 'yc1',
        rows: 222,
        spans: [
          { from: 120, until: 340 },
          { from: 512, until: 512 },
        ],
        more: 0,
      },
    ],
  },
  flags: [
    { flag: 'D', rows: 1200, devices: 2 },
    { flag: '?', rows: 3, devices: 1 },
  ],
  marks: [{ mark: 'Z', places: 3 }],
  byHeading: [],
  names: { yc1: '一号工地' },
  asDevices: [{ file: 'a.csv', names: ['a'] }],
  wrongTimes: { rows: 1, from: 32_000_000, until: 32_000_000, devices: ['yc1'] },
  unread: [
    {
      file: 'a.csv',
      device: 'yc1',
      column: 'PM10',
      why: 'number',
      seen: ['坏'],
      rows: 1,
      spans: [{ from: 5, until: 5 }],
      more: 0,
    },
  ],
}
const known = [
  { asked: 'YC-2', kind: 'monitor', code: 'YC-2', name: '二号' },
  { asked: '三号工地', kind: 'monitor', code: 'YC-3', name: '三号工地', at: '滨河路三标' },
  { asked: '重名工地', kind: 'monitor', code: 'YC-4', name: '重名工地' },
  { asked: '重名工地', kind: 'yard', code: 'YC-5', name: '重名工地' },
]

it('saves readings only once each open question is answered, and with these answers', async () => {
  render(
    <>
      <ReadingsReview waiting={{ review, known, madeUp: null }} />
      <ExportsProgress />
    </>,
  )
  const keep = screen.getByRole<HTMLButtonElement>('button', { name: '保存 96 条数据' })
  screen.getByText('还有 2 项需要选择')
  // The device that is on no list is first, with a question.
  expect(screen.getAllByRole('textbox').length).toBe(2)
  expect([...document.querySelectorAll('tbody th')].map((each) => each.textContent)).toEqual([
    ...['TSP', '故障（D）', '不能识别的标识原标识：“Z”3 处', 'yc1一号工地', '重名工地', 'YC-2', '三号工地'],
  ])
  screen.getByText('按名称对应，保存为编号 YC-3')
  screen.getByText(/三号工地，安装于 滨河路三标/)
  // The user chooses between two devices of one name.
  screen.getByRole('button', { name: /“重名工地”：用编号 YC-4$/ })
  screen.getByRole('button', { name: /“重名工地”：用编号 YC-5$/ })
  screen.getByText('坏')
  screen.getByText('第 5 行')
  // Duplicate rows are grouped by device.
  screen.getByText('文件内同一设备同一时间重复 222 行，涉及 1 台设备，以后出现的为准：查看是哪些行')
  expect(screen.getAllByText(/重复/)).toHaveLength(1)
  screen.getByText('第 120–340、512 行')
  expect(screen.getAllByText('1 段，最长 1 小时').length).toBe(4)
  screen.getByText('1,200')
  screen.getByText(/^“a.csv”没有可识别的设备列.*以a作为编号/)
  screen.getByText(/照样保存，但不计入小时均值/)
  await choose('TSP的单位', 'µg/m³')
  expect(keep.disabled).toBe(true)
  await choose('这些数据', '不保存')
  fireEvent.change(screen.getByRole('textbox', { name: 'yc1 保存为编号' }), { target: { value: 'YC-1' } })
  expect(keep.disabled).toBe(false)
  fireEvent.click(keep)
  await waitFor(() => screen.getByText(/^已保存 95 条监测数据（2022年6月）/))
  const decision: ReadingsDecision = {
    units: { k: 'µg/m³' },
    devices: { 三号工地: 'YC-3', yc1: 'YC-1' },
    wrongTimes: 'leave',
  }
  expect(kept.decisions).toEqual([decision])
})

it('shows the progress of saving and can be stopped; the read files stay', async () => {
  kept.lasts = true
  useReadings.setState({ done: null })
  render(
    <>
      <ReadingsReview
        waiting={{ review: { ...review, units: [], wrongTimes: null, byHeading: [] }, known: [], madeUp: null }}
      />
      <ExportsProgress />
    </>,
  )
  const keep = screen.getByRole<HTMLButtonElement>('button', { name: '保存 96 条数据' })
  fireEvent.click(keep)
  await screen.findByText('24 / 96 条数据 · 25%')
  screen.getByRole('progressbar', { name: '正在保存监测数据' })
  fireEvent.click(screen.getByRole('button', { name: '取消' }))
  await waitFor(() => expect(keep.disabled).toBe(false))
  expect(screen.queryByText(/^已保存/)).toBeNull()
  kept.lasts = false
})

it('explains that a list of monitors imported later matches unknown devices', async () => {
  const field = (name: string, zh: string, means: 'device' | 'standsAt'): Field => ({
    ...{ name, title: { zh, en: zh }, headings: [zh], type: 'text', means },
  })
  const kind = { id: 'list', title: { zh: '监测设备', en: '' }, fields: [field('n', '设备编号', 'device'), field('a', '安装工地', 'standsAt')] } // biome-ignore format: a kind
  useChentu.setState({ opened: { dataset: { kinds: [kind] } } as never })
  const madeUp = { asOf: '2022-10-31', sources: 41, otherwise: 32, unknown: 9 }
  render(<ReadingsReview waiting={{ review, known, madeUp }} />)
  expect(screen.getByText(/41 个污染源的设备是否在线依据示例数据/).textContent).toMatch(
    /32 个的判定会改变，其中 9 个成为缺数据/,
  )
  screen.getByText(/^2 台设备在设备台账和名录中都没有.*“监测设备”的台账（写明设备编号和安装工地）.*不必重新导入/)
  useChentu.setState({ opened: null })
})

it('asks for the parameter of a file with a column per device, and passes it on if it has no readings', async () => {
  const byHeading = [{ id: 2, file: 'b.csv', isGuess: true, parameter: null, aside: ['全市平均'] }]
  const like = { asked: 'yc1', kind: 'monitor', code: 'YC-1', name: '一号', isGuess: true }
  const asked = { review: { ...review, units: [], wrongTimes: null, byHeading }, known: [...known, like], madeUp: null }
  render(<ReadingsReview waiting={asked} />)
  const keep = screen.getByRole<HTMLButtonElement>('button', { name: '保存 96 条数据' })
  expect(keep.disabled).toBe(true)
  screen.getByText('还有 1 项需要选择')
  screen.getByText(/^“b.csv”没有写明内容/)
  screen.getByText('1 列没有读取，表头没有写明是哪台设备：全市平均。')
  await choose('“b.csv”的因子', 'PM10')
  await waitFor(() => expect(kept.asked).toEqual([[2, { parameter: 'pm10' }]]))
  const none = screen.getByRole<HTMLButtonElement>('button', { name: '不是监测数据' })
  await waitFor(() => expect(none.disabled).toBe(false))
  // A second press removes nothing more.
  fireEvent.click(none)
  expect(none.disabled).toBe(true)
  fireEvent.click(none)
  await waitFor(() => expect(kept.asked.slice(1)).toEqual([[2]]))
  // A proposal counts only once the user accepts it.
  const code = screen.getByRole<HTMLInputElement>('textbox', { name: 'yc1 保存为编号' })
  expect(code.value).toBe('yc1')
  fireEvent.click(screen.getByRole('button', { name: /^可能是.*“一号”：用编号 YC-1$/ }))
  expect(code.value).toBe('YC-1')
})

it('shows the clock assumed for hours that do not show it, and that other files did', () => {
  const made = { day: '日期', time: '小时', likely: null, proof: null, proven: null } as const
  const proven = { ...made, stamp: 'end', proven: 'end' } as const
  const times = [
    { ...proven, headings: 'a', files: ['a.csv'], hours: 'to-24', proof: 'hour-24' },
    { ...proven, headings: 'b', files: ['b.csv', 'e.csv'], hours: 'open', proof: 'beside' },
    { ...made, headings: 'c', files: ['c.csv'], stamp: null, hours: 'open' },
    { ...made, headings: 'd', files: ['d.csv'], stamp: null, hours: 'from-0' },
    { ...made, headings: 'f', files: ['f.csv'], day: null, stamp: null, hours: 'from-0' },
    { ...proven, headings: 'g', files: ['g.csv'], day: null, hours: 'to-24', proof: 'hour-24' },
    { ...proven, headings: 'i', files: ['i.csv'], day: null, hours: null, proof: 'heading' },
    { ...proven, headings: 'j', files: ['j.csv'], day: null, stamp: 'begin', hours: 'to-24', proof: 'hour-24' },
    { ...made, headings: 'h', files: ['h.csv'], day: null, stamp: null, hours: 'from-0', likely: 'begin' },
    { ...made, headings: 'k', files: ['k.csv'], day: null, stamp: null, hours: 'parts' },
  ] as const
  render(<ReadingsReview waiting={{ review: { ...review, times }, known, madeUp: null }} />)
  screen.getByText(/^“a.csv”.*合成。时间写到 24 时，没有 0 时，表示时段结束/)
  screen.getByText(/^“b.csv等 2 个文件”.*没有 0 也没有 24；同一批表头相同的文件写到 24 时，因此也按时段结束读取/)
  screen.getByText(/^“c.csv”.*没有 0 也没有 24，看不出.*按数据包规定的时标（时段开始）读取/)
  screen.getByText(/^“d.csv”.*合成。$/)
  screen.getByText(/^“f.csv”的“小时”列：都是整点，看不出.*（时段开始）读取/)
  screen.getByText(/^“g.csv”的“小时”列：时间写到 24 时/)
  screen.getByText(/^“i.csv”的“小时”列：表头写明是时段结束/)
  screen.getByText(/^“j.csv”的“小时”列：时间写到 24 时.*已改按人工选择的时段开始读取。$/)
  screen.getByText(/^“k.csv”的“小时”列：间隔短于一小时，看不出.*（时段开始）读取.*请在下面选择。$/)
  expect(screen.queryByText(/h.csv/)).toBeNull()
})

it('offers to overrule proven begins or ends, needs no answer and says nothing against the proof', async () => {
  const question = {
    key: 'a||proven',
    time: '时间',
    files: ['a.csv'],
    isUntold: false,
    likely: { end: ['a.csv'] },
    said: null,
    proven: 'end',
  } as const
  const of = { ...review, units: [], wrongTimes: null, stamps: [question] }
  render(<ReadingsReview waiting={{ review: of, known, madeUp: null }} />)
  expect(screen.queryByText(/不能证明/)).toBeNull()
  expect(screen.getByRole<HTMLButtonElement>('button', { name: '保存 96 条数据' }).disabled).toBe(false)
  kept.asked.length = 0
  await choose('“a.csv”的“时间”列（依据见上，与实际不符的可改）是', '时段开始')
  await waitFor(() => expect(kept.asked).toEqual([['a||proven', 'begin']]))
})

it('shows how many saved readings are replaced and left out once everything is decided', async () => {
  const of = { ...review, units: [], wrongTimes: null }
  kept.effect = {
    ...{ rows: 1200, differing: 7, isAtMost: false, months: 1, superseded: 0, leftRows: 1 },
    leftOut: { values: 1, devices: ['yc1'] },
  }
  const { rerender } = render(
    <ReadingsReview waiting={{ review: { ...of, wrongTimes: review.wrongTimes }, known, madeUp: null }} />,
  )
  expect(screen.queryByText(/已保存的/)).toBeNull()
  rerender(<ReadingsReview waiting={{ review: of, known, madeUp: null }} />)
  screen.getByText('正在与已保存的数据比对…')
  await screen.findByText('保存后替换已保存的 1,200 条数据，其中 7 条数值不同。')
  screen.getByText(/^1 个短间隔的值不保存（yc1）/)
  // What is said to be saved is what will be.
  screen.getByRole('button', { name: '保存 95 条数据' })
  kept.effect = { ...kept.effect, rows: 0, leftOut: { values: 0, devices: [] }, leftRows: 0 }
  rerender(<ReadingsReview waiting={{ review: { ...of }, known, madeUp: null }} />)
  await screen.findByText('不替换已保存的数据。')
  kept.effect = { ...kept.effect, superseded: 1 }
  rerender(<ReadingsReview waiting={{ review: { ...of }, known, madeUp: null }} />)
  await screen.findByText(
    '小时（或更长时段）的值有 1 个不再计入（每个因子各算一个）：这些时段改由更短间隔的值计算均值。',
  )
  expect(screen.queryByText('不替换已保存的数据。')).toBeNull()
})

it('can end the look at what an import would replace, and ends it when the review is left', async () => {
  const of = { ...review, units: [], wrongTimes: null }
  kept.looks = true
  const { unmount } = render(<ReadingsReview waiting={{ review: of, known, madeUp: null }} />)
  fireEvent.click(screen.getByRole('button', { name: '停止比对' }))
  await screen.findByText('没有与已保存的数据比对，不影响保存。')
  expect(screen.getByRole<HTMLButtonElement>('button', { name: '保存 96 条数据' }).disabled).toBe(false)
  const ended = vi.spyOn(kept, 'endLook')
  unmount()
  expect(ended).toHaveBeenCalled()
  kept.looks = false
})

it('names the files of each unit if there are several, and explains that packets state no units', async () => {
  const [unit] = review.units
  const units = [
    { ...unit!, key: 'a', by: 'values' as const },
    {
      ...unit!,
      key: 'b',
      files: ['b.txt', 'c.txt'],
      stated: null,
      unit: null,
      by: 'unknown' as const,
      ofPackets: true,
    },
  ]
  const files = [...review.files, { file: 'b.txt', rows: 1, unread: 0 }]
  render(<ReadingsReview waiting={{ review: { ...review, files, units }, known, madeUp: null }} />)
  const table = screen.getByRole('region', { name: '因子与单位' })
  within(table).getByText('a.csv')
  within(table).getByText('b.txt等 2 个文件')
  within(table).getByText(/^报文没有表头，也不写单位/)
})

it('asks whether times are begins or ends if the values only suggest ends, and offers it if nothing shows it', async () => {
  const likely = {
    key: 'a',
    time: '时间',
    files: ['a.csv', 'b.csv'],
    isUntold: true,
    likely: { end: ['a.csv', 'b.csv'] },
    said: null,
    proven: null,
  } as const
  const open = {
    key: 'c',
    time: '时间',
    files: ['c.csv'],
    isUntold: true,
    likely: {},
    said: null,
    proven: null,
  } as const
  const sure = {
    ...{ key: 'd', time: '时间', files: ['d.csv'], isUntold: false },
    ...{ likely: { begin: ['d.csv'] }, said: null, proven: null },
  } as const
  const of = { ...review, units: [], wrongTimes: null, stamps: [likely, open, sure] }
  const { rerender } = render(<ReadingsReview waiting={{ review: of, known, madeUp: null }} />)
  const keep = screen.getByRole<HTMLButtonElement>('button', { name: '保存 96 条数据' })
  expect(keep.disabled).toBe(true)
  screen.getByText(/^“a.csv、b.csv”的“时间”列.*像是时段结束，但不能证明/)
  expect(screen.getAllByRole('button', { name: /列是/ }).map(({ textContent }) => textContent)).toEqual([
    expect.stringContaining('请选择'),
    expect.stringContaining('时段开始'),
  ])
  kept.asked.length = 0
  await choose('“a.csv、b.csv”的“时间”列是', '时段结束')
  await waitFor(() => expect(kept.asked).toEqual([['a', 'end']]))
  const stamps = [{ ...likely, said: 'end' }, open, sure] as const
  rerender(<ReadingsReview waiting={{ review: { ...of, stamps }, known, madeUp: null }} />)
  expect(keep.disabled).toBe(false)
})

it('asks whether times are begins or ends if nothing shows it and kept readings of their devices were ends', () => {
  const question = {
    key: 'c',
    time: '时间',
    files: ['c.csv'],
    isUntold: true,
    likely: {},
    kept: { end: ['YC-1'] },
    said: null,
    proven: null,
  } as const
  const untold = {
    day: null,
    time: '时间',
    stamp: null,
    hours: 'open',
    likely: null,
    proof: null,
    proven: null,
  } as const
  const times = [{ files: ['c.csv'], headings: 'c', ...untold }]
  const of = { ...review, units: [], wrongTimes: null, stamps: [question], times }
  render(<ReadingsReview waiting={{ review: of, known, madeUp: null }} />)
  screen.getByText(/^“c.csv”的“时间”列：看不出是时段开始还是结束，请在下面选择/)
  expect(screen.queryByText(/按数据包规定的时标（时段开始）读取/)).toBeNull()
  screen.getByText(/^已保存的 YC-1 的数据，原文件的时间是时段结束/)
  expect(screen.getByRole<HTMLButtonElement>('button', { name: '保存 96 条数据' }).disabled).toBe(true)
})

it('asks for the interval of values at full hours without one', async () => {
  const from = minuteOn('2026-05-06') + 480
  const listed = [{ file: 'a.csv', device: 'YC-2', rows: 2, from, until: from + 120 }]
  const unsureHours = { rows: 1, files: ['a.csv'], devices: ['YC-2'], listed }
  const of = { ...review, units: [], wrongTimes: null, unsureHours }
  const { rerender } = render(<ReadingsReview waiting={{ review: of, known, madeUp: null }} />)
  const keep = screen.getByRole<HTMLButtonElement>('button', { name: '保存 96 条数据' })
  expect(keep.disabled).toBe(true)
  screen.getByText(/^“a.csv”中 YC-2 的 1 条数据都在整点，文件里看不出间隔/)
  const row = screen.getByText('按设备查看涉及的数据').closest('details')!.querySelector('tbody tr')!
  expect([...row.children].map(({ textContent }) => textContent)).toEqual([
    ...['a.csv', 'YC-2', '2'],
    '2026-05-06 08:00 – 2026-05-06 10:00',
  ])
  await choose('这些整点数据', /^代表整个小时/)
  // An answer does not apply to values of files added later.
  const show = (rows: number) =>
    rerender(
      <ReadingsReview waiting={{ review: { ...of, unsureHours: { ...unsureHours, rows } }, known, madeUp: null }} />,
    )
  show(2)
  expect(keep.disabled).toBe(true)
  show(1)
  kept.decisions.length = 0
  fireEvent.click(keep)
  await waitFor(() => expect(kept.decisions).toMatchObject([{ unsureHours: 'hour' }]))
})

it('counts the values that rows lack, and says where a value below zero replaces another', () => {
  const of: Review = {
    ...review,
    lacking: [
      { parameter: 'tsp', values: 9, devices: 1 },
      { parameter: 'pm10', values: 1200, devices: 2 },
    ],
    negative: [{ parameter: 'pm10', values: 3, devices: ['yc1', 'YC-2'], replacing: 1 }],
  }
  render(<ReadingsReview waiting={{ review: of, known, madeUp: null }} />)
  const lacking = screen.getByText(/TSP.*9.*PM10.*1,200/)
  const negative = screen.getByText(/PM10有 3 个负值（yc1、YC-2），其中 1 个替换/)
  expect(negative.compareDocumentPosition(lacking)).toBe(Node.DOCUMENT_POSITION_FOLLOWING)
  expect(negative.textContent).toContain('保存原值，并按原值计入小时均值。是否有效按仪器运维的规定判定')
  const monitoring = { doubts: { implausible: { ranges: { pm10: [0, 1000] } } } }
  act(() => useChentu.setState({ opened: { dataset: { monitoring } } as never }))
  expect(negative.textContent).toContain('计入小时均值。小时均值低于 0 的，在“在线监测”中列为存疑；其余的不另行提示。')
  act(() => useChentu.setState({ opened: null }))
})

it('explains why nothing was read from packet files', () => {
  const why = { file: 'a.txt', device: null, seen: [], spans: [], more: 0 }
  useReadings.setState({
    done: null,
    empty: {
      ...{ files: ['a.txt'], unread: 14 },
      why: [
        { ...why, column: 'CN=2031', why: 'daily', rows: 12 },
        { ...why, column: 'CN=2021', why: 'command', rows: 2 },
      ],
    },
  })
  render(<ExportsProgress />)
  screen.getByText(/^a.txt 中没有读到监测数据，14 处未能读取。.*CN=2031 日数据.*（12 处）、CN=2021 该命令.*（2 处）。$/)
  useReadings.setState({ empty: null })
})

it('names the files of each device if there are several, and not if there is one', () => {
  const files = ['a.csv', 'b.csv'].map((file) => ({ file, rows: 48, unread: 0 }))
  const { unmount } = render(<ReadingsReview waiting={{ review: { ...review, files }, known, madeUp: null }} />)
  const rowOf = (name: string) => screen.getByRole('rowheader', { name }).closest('tr')!.textContent
  expect(rowOf('yc1 一号工地')).toContain('a.csv等 2 个文件b.csv')
  expect(rowOf('YC-2')).toContain('b.csv')
  unmount()
  render(<ReadingsReview waiting={{ review, known, madeUp: null }} />)
  expect(rowOf('YC-2')).not.toContain('b.csv')
})

it('proposes the code at the beginning of a file name as the device, to be checked', async () => {
  const code = 'XY-014 八月'
  const of = { ...review, units: [], wrongTimes: null, devices: [{ ...device, code }], asDevices: [{ file: `${code}.csv`, names: [code] }] } // biome-ignore format: a review
  const listed = { asked: code, kind: 'monitor', code: 'XY-014', name: '十四号', at: '滨河路', isOfFileName: true }
  render(<ReadingsReview waiting={{ review: of, known: [listed], madeUp: null }} />)
  const input = screen.getByRole<HTMLInputElement>('textbox', { name: `${code} 保存为编号` })
  expect(input.value).toBe('XY-014')
  const row = input.closest('tr')!
  expect(row.textContent).toMatch(/十四号，安装于 滨河路编号取自文件名开头，请核对/)
  screen.getByText(/^“XY-014 八月.csv”没有可识别的设备列.*编号XY-014取自文件名/)
  expect(screen.queryByText(/台设备在设备台账和名录中都没有/)).toBeNull()
  // Once the user has entered another code, that code is shown.
  fireEvent.change(input, { target: { value: 'XY-2' } })
  expect(row.textContent).not.toContain('取自文件名')
  screen.getByText(/^“XY-014 八月.csv”没有可识别的设备列.*以XY-2作为编号/)
  fireEvent.change(input, { target: { value: 'XY-014' } })
  fireEvent.click(screen.getByRole('button', { name: '保存 96 条数据' }))
  await waitFor(() => expect(kept.decisions.at(-1)).toMatchObject({ devices: { [code]: 'XY-014' } }))
})

it('shows at once what the lists know about a typed code', async () => {
  render(<ReadingsReview waiting={{ review, known, madeUp: null }} />)
  const input = screen.getByRole('textbox', { name: 'yc1 保存为编号' })
  const row = input.closest('tr')!
  expect(row.textContent).toContain('设备台账、名录中没有')
  screen.getByText(/^2 台设备在设备台账和名录中都没有/)
  fireEvent.change(input, { target: { value: 'YC-1 ' } })
  await waitFor(() => expect(row.textContent).not.toContain('设备台账、名录中没有'))
  screen.getByText(/^1 台设备在设备台账和名录中都没有/)
  // The device has a number under which its other readings are stored.
  fireEvent.change(input, { target: { value: 'YC-9' } })
  await waitFor(() => expect(row.textContent).toContain('九号，安装于 滨河路九标'))
  fireEvent.click(screen.getByRole('button', { name: /“九号”：用编号 MN0009$/ }))
  fireEvent.change(input, { target: { value: 'YC-10' } })
  await waitFor(() => expect(row.textContent).toContain('设备台账、名录中没有'))
})

it('undoes the last import, and describes the last removal', async () => {
  const done = { rows: 95, months: ['2022-06'], ids: [7, 8] }
  useReadings.setState({ done, removed: null })
  kept.asked.length = 0
  render(<ExportsProgress />)
  const undo = () => fireEvent.click(screen.getByRole('button', { name: '撤销本次导入' }))
  undo()
  await screen.findByText(/^已撤销本次导入，已保存的监测数据恢复为导入前/)
  expect(kept.asked).toEqual([[7, 8]])
  expect(screen.queryByText(/^已保存/)).toBeNull()
  // Something else was stored or removed meanwhile.
  kept.isLast = false
  act(() => useReadings.setState({ done, removed: null }))
  undo()
  await screen.findByText(/^没有撤销：这次导入之后.*数据没有改动/)
  act(() => useReadings.setState({ done, removed: null }))
  await act(() => useReadings.getState().remove(['2022-06']))
  screen.getByText('已从本机删除2022年6月的监测数据。')
  expect(screen.queryByText(/^已保存/)).toBeNull()
  act(() => useReadings.setState({ done, removed: null }))
  await act(() => removeDevice('YC-1'))
  screen.getByText('已从本机删除设备 YC-1 在所有月份的监测数据。')
  expect(screen.queryByText(/^已保存/)).toBeNull()
})

it('tells duplicates in one sentence, of one file or of several, and that not all are listed', () => {
  const told = (replaced: number, rows: number, shown = rows) => {
    const { container, unmount } = render(
      <RepeatedTable
        replaced={replaced}
        repeated={{ rows, devices: 2, listed: rows > 0 ? [{ ...review.repeated.listed[0]!, rows: shown }] : [] }}
      />,
    )
    const lines = [...container.querySelectorAll('p, summary')].map(({ textContent }) => textContent)
    unmount()
    return lines
  }
  expect(told(0, 0)).toEqual([])
  expect(told(3, 0)).toEqual(['3 条与同一设备同一时间的数据重复，以后出现的为准。'])
  expect(told(5, 3)).toEqual([
    '同一设备同一时间的数据重复 5 条，以后出现的为准；其中文件内重复 3 行，涉及 2 台设备：查看是哪些行',
  ])
  // Of a table with a row for each parameter nothing is replaced between readings.
  for (const replaced of [0, 3])
    expect(told(replaced, 3)).toEqual(['文件内同一设备同一时间重复 3 行，涉及 2 台设备，以后出现的为准：查看是哪些行'])
  expect(told(2, 3)[0]).toMatch(/文件内重复 3 行（每个因子各算一行）.*各文件合并时重复 2 条/)
  expect(told(900, 900, 700)[1]).toBe('只列出重复最多的，共 700 行')
})

it('readings that can’t be read any more are named, and leave the list only if the user agrees', async () => {
  const decisions = kept.decisions.length
  const plain = { ...review, units: [], wrongTimes: null, unsureHours: null, byHeading: [], stamps: [] }
  const waiting = { review: { ...plain, lost: [{ month: '2022-06', rows: 12771 }] }, known: [], madeUp: null }
  render(<ReadingsReview waiting={waiting} />)
  const section = screen.getByRole('region', { name: '已保存的数据无法读取' })
  expect(within(section).getByRole('alert').textContent).toContain('2022年6月 12,771 条无法读取')
  const button = screen.getByRole<HTMLButtonElement>('button', { name: /^保存 / })
  expect(button.disabled).toBe(true)
  fireEvent.click(within(section).getByRole('checkbox', { name: '同意移除无法读取的数据' }))
  await waitFor(() => expect(button.disabled).toBe(false))
  await act(async () => fireEvent.click(button))
  await waitFor(() => expect(kept.decisions.length).toBe(decisions + 1))
  expect(kept.decisions.at(-1)).toMatchObject({ givenUp: ['2022-06'] })
})
