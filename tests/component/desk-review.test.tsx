import 'fake-indexeddb/auto'
import { act, cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { FoundSources } from '@/features/explore/visits/FoundSources'
import { Review } from '@/features/explore/visits/review/Review'
import { ReviewMark } from '@/features/explore/visits/review/ReviewMark'
import { DeliveryList } from '@/features/field/office/DeliveryList'
import { ReturnedRecords } from '@/features/field/record/ReturnedRecords'
import { ReviewLink } from '@/features/import/records/ReviewLink'
import { startI18n } from '@/i18n'
import type { Discovery, EventBody, Inspection, LedgerEvent } from '@/ledger/event'
import { nextEvent } from '@/ledger/event-chain'
import { findsOf } from '@/ledger/find'
import { foldLedger } from '@/ledger/fold'
import { lastReviews, NO_REVIEWS, reviewOf } from '@/ledger/review'
import { useChentu } from '@/store/chentu'
import { ledger, useLedger } from '@/store/ledger'
import { useReviewSitting } from '@/store/page/review-sitting'
import { KINDS } from '../fixtures/kinds'

const worker = { nearestSources: vi.fn(async (): Promise<readonly object[]> => []) }
vi.mock('@/workers/client', async (original) => ({ ...(await original<object>()), datasetWorker: () => worker }))

const device = 'a1b2c3d4e5f60718'
const inspection = (name: string, change: Partial<Inspection> = {}): Inspection => ({
  type: 'inspection',
  target: { kind: 'stockpile', code: name, name },
  checklist: '',
  answers: { covered: 'yes' },
  note: '',
  rectifyBy: '',
  told: '',
  position: [108.7, 34.3],
  accuracyMetres: 8,
  photos: [],
  supersedes: [],
  ...change,
})
const doubtful = {
  evidence: { measuredAt: '2022-10-31T07:50:00Z', distanceMetres: 1700, flags: ['far'], reason: '在场外核查' },
}
let events: LedgerEvent[]
const visits = () => [...useLedger.getState().state.values()].flatMap((target) => target.visits)

beforeEach(async () => {
  await startI18n('zh-CN')
  HTMLDialogElement.prototype.showModal = function () {
    this.open = true
  }
  useChentu.setState({
    opened: { dataset: { rules: [], endedRules: [], earlierPlans: [], kinds: [], settings: {} } } as never,
  })
  useReviewSitting.setState({ day: null, seen: '' })
  await ledger().database.reviews.clear()
  events = []
  for (const [i, body] of [inspection('甲堆'), inspection('乙堆', doubtful)].entries())
    events.push(nextEvent(events.at(-1) ?? null, { device, at: `2022-10-31T0${i + 8}:00:00Z`, author: '张三', body }))
  useLedger.setState({
    events: new Map(events.map((event) => [event.id, event])),
    state: foldLedger(events),
    reviews: NO_REVIEWS,
    device: 'another',
    author: '李内勤',
  })
})
afterEach(cleanup)

const articleName = () => screen.getByRole('article').getAttribute('aria-label')

describe('the desk’s review', () => {
  it('shows notable records first, moves by arrow keys, and counts the unreviewed ones', async () => {
    render(<Review all={visits()} day="2022-10-31" />)
    fireEvent.click(screen.getByRole('button', { name: '逐条审核（2 条未审）' }))
    expect(articleName()).toBe('乙堆')
    expect(within(screen.getByRole('article')).getByText('离污染源 1.7 公里')).toBeTruthy()
    expect(screen.getByText('巡查人说明：在场外核查')).toBeTruthy()
    expect(screen.getByText(/定位精度 ±8 米.*70 分钟前/)).toBeTruthy()
    fireEvent.keyDown(document, { key: 'ArrowRight' })
    expect(articleName()).toBe('甲堆')
    fireEvent.keyDown(document, { key: 'ArrowLeft' })
    expect(articleName()).toBe('乙堆')
  })

  it('returns a record with a note, accepts the next, and saves both', async () => {
    render(<Review all={visits()} day="2022-10-31" />)
    fireEvent.click(screen.getByRole('button', { name: '逐条审核（2 条未审）' }))
    fireEvent.click(screen.getByRole('button', { name: '退回' }))
    fireEvent.click(screen.getByRole('button', { name: '位置与污染源不符，请到现场重查' }))
    fireEvent.click(screen.getByRole('button', { name: '退回这次检查' }))
    await waitFor(() => expect(articleName()).toBe('甲堆'))
    fireEvent.click(screen.getByRole('button', { name: '接受' }))
    await waitFor(() => expect(screen.getByText(/未审 0 条/)).toBeTruthy())
    const { reviews } = useLedger.getState()
    expect(reviewOf([events[1]!], reviews)).toMatchObject({
      verdict: 'returned',
      note: '位置与污染源不符，请到现场重查',
    })
    expect(reviewOf([events[0]!], reviews)).toMatchObject({ verdict: 'accepted', author: '李内勤' })
    expect(await ledger().database.reviews.count()).toBe(2)
  })
})

describe('a found source', () => {
  const found = nextEvent(null, {
    ...{ device: 'b1b2c3d4e5f60718', at: '2022-10-31T02:00:00Z', author: '王五' },
    body: {
      ...{ type: 'discovery', target: { kind: 'stockpile', code: 'XC1', name: '渣土堆' }, position: [108.7, 34.3] },
      ...{ accuracyMetres: 6, placed: 'stood', outline: [], note: '', photos: [] },
      evidence: { measuredAt: '', distanceMetres: null, flags: ['no-photo', 'clock'], reason: '未能进入，在门口核查' },
    },
  })
  const CITY = { counties: [{ code: '1', name: '秦都区' }], outlines: { features: [] } }
  const finds = () => findsOf(useLedger.getState().state, [found])

  it('is reviewed with the checks, notable ones first, and returned in the same way', async () => {
    worker.nearestSources.mockResolvedValueOnce([{ kind: 'stockpile', code: 'D1', name: '北门煤场', metres: 35 }])
    useChentu.setState({
      opened: { dataset: { rules: [], endedRules: [], earlierPlans: [], kinds: [], settings: {}, ...CITY } } as never,
    })
    useLedger.setState({ state: foldLedger([...events, found]) })
    render(<Review all={[...visits(), ...finds()]} day="2022-10-31" />)
    fireEvent.click(screen.getByRole('button', { name: '逐条审核（3 条未审）' }))
    expect(articleName()).toBe('渣土堆')
    const article = within(screen.getByRole('article'))
    await article.findByText('附近 35 米已有“北门煤场”，请核对是否为同一处')
    const flags = within(article.getByRole('list', { name: '需要留意' })).getAllByRole('listitem')
    expect(flags.map(({ textContent }) => textContent).slice(0, 3)).toEqual([
      '没有照片',
      '平板时间可能不准，请核对',
      '巡查人说明：未能进入，在门口核查',
    ])
    expect(article.getByText('2022-10-31 10:00 王五')).toBeTruthy()
    expect(article.getByText('登记时所在处 · ±6 米')).toBeTruthy()
    fireEvent.click(screen.getByRole('button', { name: '退回' }))
    expect(screen.queryByRole('button', { name: '检查项没有填全' })).toBeNull()
    fireEvent.click(screen.getByRole('button', { name: '类别有误，请核实' }))
    fireEvent.click(screen.getByRole('button', { name: '退回这处新污染源' }))
    await waitFor(() => expect(articleName()).toBe('乙堆'))
    expect(reviewOf([found], useLedger.getState().reviews)).toMatchObject({ verdict: 'returned', author: '李内勤' })
  })

  it('once corrected, is reviewed again with the last note and the changes since', async () => {
    const body = { ...(found.body as Discovery), corrects: found.id, foundAt: found.at, note: '北门外' }
    const photo = { hash: 'a'.repeat(64), bytes: 1, at: found.at, position: null, taken: null }
    const next = nextEvent(found, { ...found, at: '2022-11-01T02:00:00Z', body: { ...body, photos: [photo] } })
    const word = { event: found.id, hash: found.hash, verdict: 'returned' as const, note: '请补拍' }
    const reviews = lastReviews([{ ...word, author: '李内勤', at: '2022-11-01T00:00:00Z' }])
    const twice = { kind: 'stockpile', code: 'D1', name: '北门煤场', metres: 35 }
    worker.nearestSources.mockResolvedValueOnce([twice, { ...twice, code: 'D2' }])
    useChentu.setState({
      opened: { dataset: { rules: [], endedRules: [], earlierPlans: [], kinds: [], settings: {}, ...CITY } } as never,
    })
    useLedger.setState({ state: foldLedger([found, next]), reviews })
    const [find] = findsOf(useLedger.getState().state, [found, next])
    render(<Review all={[find!]} day="2022-10-31" />)
    fireEvent.click(screen.getByRole('button', { name: '逐条审核（1 条未审）' }))
    const note = screen.getByRole('note', { name: '上次审核' })
    expect(note.textContent).toBe('上次退回意见（李内勤 2022-11-01 08:00）：请补拍此后更正：改动 1 项、新照片 1 张')
    expect(screen.getByText(/^照片 2022/).textContent).toContain('新照片')
    // Two nearby sources of one name share a line.
    expect(await screen.findAllByText(/附近 35 米已有/)).toHaveLength(1)
    cleanup()
    render(<ReviewMark of={find!} />)
    screen.getByText('退回后已更正，待审')
  })

  it('is not in the file for import if it was returned, and is listed as returned', () => {
    const review = { event: found.id, hash: found.hash, note: '重复', author: '李内勤', at: '2022-11-01T00:00:00Z' }
    useChentu.setState({
      opened: {
        dataset: { rules: [], endedRules: [], earlierPlans: [], kinds: KINDS, settings: {}, ...CITY },
      } as never,
    })
    useLedger.setState({ state: foldLedger([found]) })
    const { rerender } = render(<FoundSources finds={finds()} />)
    expect(screen.getByRole('button', { name: /geojson/ })).toBeTruthy()
    useLedger.setState({ reviews: lastReviews([{ ...review, verdict: 'returned' }]) })
    rerender(<FoundSources finds={finds()} />)
    expect(screen.queryByRole('button', { name: /geojson/ })).toBeNull()
    expect(screen.getByText('已退回、重复')).toBeTruthy()
    fireEvent.click(screen.getByRole('button', { name: '查看新污染源“渣土堆”' }))
    expect(articleName()).toBe('渣土堆')
  })

  it('is counted, with waiting checks, where bundles are received, with a link to the review', () => {
    const setView = vi.fn()
    useChentu.setState({ setView } as never)
    useLedger.setState({ state: foldLedger([...events, found]), tablets: [{ device }] as never })
    render(<ReviewLink />)
    fireEvent.click(screen.getByRole('button', { name: '去审核：检查 2 处次、新污染源 1 处' }))
    expect(setView).toHaveBeenCalledWith({ mode: 'explore', panel: 'visits' })
    expect(useReviewSitting.getState().day).toBe('2022-10-31')
    act(() => useLedger.setState({ tablets: [{ device: 'another' }] as never }))
    expect(screen.queryByRole('button', { name: /去审核/ })).toBeNull()
  })
})

describe('a returned record', () => {
  const review = {
    event: `${device}-2`,
    verdict: 'returned' as const,
    note: '补拍',
    author: '李内勤',
    at: '2022-11-01T00:00:00Z',
  }
  beforeEach(() => {
    const pin = { code: '1', key: null, how: 'code' as const, at: '2022-10-01T00:00:00Z', reason: '' }
    const receipt = { bundle: 'b', at: review.at, from: 1, upTo: 2, photos: [], desk: '1' }
    const reviews = [{ ...review, hash: events[1]!.hash }]
    useLedger.setState({ device, exchanged: { sent: [], receipts: [{ ...receipt, reviews }], pins: [pin] } })
  })

  it('is listed by its state with the note, and opens its source on a press', () => {
    const setView = vi.fn()
    useChentu.setState({ setView })
    render(<DeliveryList />)
    expect(screen.getByRole('button', { name: '已收到 1 条' })).toBeTruthy()
    fireEvent.click(screen.getByRole('button', { name: '已退回 1 条' }))
    fireEvent.click(screen.getByRole('button', { name: /^乙堆.*补拍/ }))
    expect(setView).toHaveBeenCalledWith({ selected: { kind: 'stockpile', code: '乙堆' } })
  })

  it('is marked on its source until it is corrected, and a press starts the correction', () => {
    const onCorrect = vi.fn()
    const source = { kind: 'stockpile', code: '乙堆', sameCode: null }
    const { rerender } = render(<ReturnedRecords source={source} correcting="" onCorrect={onCorrect} />)
    expect(screen.getByText(/内勤退回（李内勤.*补拍/)).toBeTruthy()
    fireEvent.click(screen.getByRole('button', { name: '更正这条记录' }))
    expect(onCorrect.mock.calls[0]![0].id).toBe(events[1]!.id)
    // It stays while that source is corrected, and does not apply to another one.
    rerender(<ReturnedRecords source={source} correcting={events[1]!.id} onCorrect={null} />)
    expect(screen.getByText(/内勤退回（李内勤.*补拍/)).toBeTruthy()
    expect(screen.queryByRole('button')).toBeNull()
    expect(screen.queryByText(/另有未保存的草稿/)).toBeNull()
    rerender(<ReturnedRecords source={source} correcting="another" onCorrect={null} />)
    expect(screen.queryByText(/内勤退回/)).toBeNull()
    rerender(<ReturnedRecords source={source} correcting={events[1]!.id} onCorrect={null} />)
    const body = inspection('乙堆', { corrects: events[1]!.id })
    const next = nextEvent(events[1]!, { device, at: '2022-11-01T01:00:00Z', author: '张三', body })
    act(() => useLedger.setState({ state: foldLedger([...events, next]) }))
    expect(screen.queryByText(/内勤退回/)).toBeNull()
  })
})

describe('the mark of a returned visit', () => {
  const check = (last: LedgerEvent | null, change: Partial<Inspection>) =>
    nextEvent(last, {
      ...{ device, at: `2022-10-31T1${last?.sequence ?? 0}:00:00Z`, author: '张三' },
      body: inspection('丙堆', change),
    })
  const one = check(null, { answers: { covered: 'no' } })
  const two = check(one, { answers: { fenced: 'no' } })
  /** The text after these were returned together and this one was written later. */
  function mark(returned: readonly LedgerEvent[], next: LedgerEvent) {
    const word = { verdict: 'returned' as const, note: '补拍', author: '李内勤', at: '2022-11-01T00:00:00Z' }
    const reviews = lastReviews(returned.map(({ id, hash }) => ({ event: id, hash, ...word })))
    const [visit] = foldLedger([...returned, next]).get('stockpile/丙堆')!.visits
    useLedger.setState({ reviews })
    const { container } = render(<ReviewMark of={visit!} />)
    return container.textContent
  }

  it('shows a correction only if the returned record was corrected, not if another record was added', () => {
    expect(mark([one], two)).toBe('未审')
    expect(mark([one], check(one, { corrects: one.id }))).toBe('退回后已更正，待审')
    for (const { id } of [one, two]) expect(mark([one, two], check(two, { corrects: id }))).toBe('退回后已更正，待审')
  })
})

describe('a check under review', () => {
  const items = [
    { id: 'covered', title: { zh: '物料覆盖', en: 'Covered' } },
    { id: 'fenced', title: { zh: '围挡', en: 'Fenced' } },
    { id: 'washed', title: { zh: '车辆冲洗', en: 'Washed' } },
  ].map(({ id, title }) => ({ id, title, kind: 'stockpile', clause: 25, check: { type: 'inspected' } }))

  function show(...bodies: EventBody[]) {
    useChentu.setState({
      opened: { dataset: { rules: items, endedRules: [], earlierPlans: [], kinds: [], settings: {} } } as never,
    })
    const made: LedgerEvent[] = []
    for (const [i, body] of bodies.entries())
      made.push(
        nextEvent(made.at(-1) ?? null, {
          device,
          at: `2022-10-31T${String(i + 8).padStart(2, '0')}:00:00Z`,
          author: '张三',
          body,
        }),
      )
    useLedger.setState({ events: new Map(made.map((event) => [event.id, event])), state: foldLedger(made) })
    render(<Review all={visits()} day="2022-10-31" />)
    fireEvent.click(screen.getByRole('button', { name: /^逐条审核/ }))
    const rows = within(screen.getByRole('table', { name: '逐项结果' })).getAllByRole('row')
    return rows.slice(1).map((row) => row.textContent)
  }

  it('shows every answer', () => {
    expect(
      show(inspection('甲堆', { answers: { covered: 'yes', fenced: 'not-seen', washed: 'not-applicable' } })),
    ).toEqual(['物料覆盖符合', '围挡无法核查', '车辆冲洗不适用'])
  })

  it('says that another tablet recorded otherwise on the same day, before other doubts, until it is settled', () => {
    useChentu.setState({
      opened: { dataset: { rules: items, endedRules: [], earlierPlans: [], kinds: [], settings: {} } } as never,
    })
    const bodies = [
      inspection('甲堆', {
        answers: { covered: 'no', fenced: 'no' },
        shortcomings: { covered: { found: [], rectifyBy: '2022-11-07', told: '' } },
      }),
      inspection('甲堆', { answers: { covered: 'yes', fenced: 'yes', washed: 'yes' } }),
    ]
    const [found, fine] = bodies.map((body, i) =>
      nextEvent(null, {
        ...{ device: `${i + 1}`.repeat(16), at: `2022-10-31T0${i + 2}:00:00Z`, author: ['张三', '李四'][i]!, body },
      }),
    ) as [LedgerEvent, LedgerEvent]
    const doubtfulOne = nextEvent(null, {
      ...{ device, at: '2022-10-31T01:00:00Z', author: '王五', body: inspection('乙堆', doubtful) },
    })
    useLedger.setState({ state: foldLedger([doubtfulOne, found, fine]) })
    const { rerender } = render(<Review all={visits()} day="2022-10-31" />)
    fireEvent.click(screen.getByRole('button', { name: /^逐条审核/ }))
    const flags = () => within(screen.getByRole('list', { name: '需要留意' })).getAllByRole('listitem')[0]!.textContent
    const line =
      '同一天两台平板结果不一致：物料覆盖（期限 2022-11-07）、围挡，张三 2022-10-31 10:00 记为不符合，李四 2022-10-31 11:00 记为符合'
    const open = `${line}；接受记为符合的检查前，仍按不符合计`
    expect([articleName(), flags()]).toEqual(['甲堆', open])
    fireEvent.keyDown(document, { key: 'ArrowRight' })
    expect([articleName(), flags()]).toEqual(['甲堆', open])
    const said = (event: LedgerEvent, verdict: 'accepted' | 'returned') =>
      lastReviews([{ event: event.id, hash: event.hash, verdict, note: '', author: '', at: '2022-11-01T00:00:00Z' }])
    act(() => useLedger.setState({ reviews: said(fine, 'accepted') }))
    rerender(<Review all={visits()} day="2022-10-31" />)
    expect(flags()).toBe(line)
    act(() => useLedger.setState({ reviews: said(found, 'returned') }))
    expect(screen.getByText('没有需要留意的情况')).toBeTruthy()
  })

  it('shows why an item could not be checked, and its previous answer', () => {
    const answers = { covered: 'not-seen', fenced: 'no', washed: 'not-applicable' } as const
    const first = inspection('甲堆', { answers, reasons: { covered: '大门锁闭', washed: '没有车辆' } })
    const second = inspection('甲堆', {
      answers,
      reasons: { covered: '被拒绝进入', washed: '没有车辆' },
      shortcomings: { fenced: { found: ['缺两块'], rectifyBy: '', told: '' } },
      corrects: `${device}-1`,
    })
    expect(show(first)).toEqual(['物料覆盖无法核查大门锁闭', '围挡不符合', '车辆冲洗不适用没有车辆'])
    cleanup()
    expect(show(first, second)).toEqual([
      '物料覆盖无法核查被拒绝进入更正前：大门锁闭',
      '围挡不符合缺两块更正前：（无）',
      '车辆冲洗不适用没有车辆',
    ])
  })

  it('shows answers before a correction, also for items without an answer now', () => {
    const found = { found: ['缺两块'], rectifyBy: '2022-11-03', told: '' }
    const first = inspection('甲堆', { answers: { covered: 'yes', washed: 'yes' }, note: '写错了' })
    const second = inspection('甲堆', {
      answers: { covered: 'no', fenced: 'yes' },
      shortcomings: { covered: found },
      corrects: `${device}-1`,
    })
    expect(show(first, second)).toEqual([
      '物料覆盖不符合更正前：符合缺两块、2022-11-03 前（含当日）整改',
      '围挡符合',
      '车辆冲洗未答更正前：符合',
    ])
    expect(screen.getByText('更正前的情况说明：写错了')).toBeTruthy()
  })

  it('is reviewed again with the last note, and marks the changes since', () => {
    const photo = (hash: string) => ({ hash, bytes: 1, at: `2022-10-31T08:0${hash}:00Z`, position: null, taken: null })
    const first = inspection('甲堆', { answers: { covered: 'no', washed: 'yes' }, photos: [photo('1')] })
    const second = inspection('甲堆', {
      answers: { covered: 'yes', fenced: 'no', washed: 'yes' },
      photos: [photo('2')],
      corrects: `${device}-1`,
    })
    const at = '2022-10-31T08:00:00Z'
    const made = [nextEvent(null, { device, at, author: '张三', body: first })]
    const review = { event: made[0]!.id, hash: made[0]!.hash, author: '李内勤', at: '2022-11-01T00:00:00Z' }
    const returned = { ...review, verdict: 'returned' as const, note: '请补拍围挡' }
    useLedger.setState({ reviews: new Map([[returned.hash, returned]]) })
    expect(show(first, second)).toEqual([
      '物料覆盖有改动符合更正前：不符合',
      '围挡有改动不符合更正前：未答',
      '车辆冲洗符合',
    ])
    const note = screen.getByRole('note', { name: '上次审核' })
    expect(note.textContent).toBe('上次退回意见（李内勤 2022-11-01 08:00）：请补拍围挡此后更正：改动 2 项、新照片 1 张')
    const photos = screen.getAllByText(/^照片 2022/).map(({ textContent }) => textContent)
    expect(photos).toEqual(['照片 2022-10-31 16:02 场所情况第 2 张新照片', '照片 2022-10-31 16:01 场所情况第 1 张'])
  })

  it('shows at its top where it was corrected, and that the signature is for the earlier text', () => {
    const first = inspection('甲堆', doubtful)
    const near = { measuredAt: '', distanceMetres: 2.4, flags: [], reason: '' }
    const corrects = `${device}-1`
    const made = nextEvent(null, { device, at: '2022-10-31T08:00:00Z', author: '张三', body: first })
    const signature = {
      type: 'signature',
      ...{ target: first.target, event: made.id, eventHash: made.hash, name: '李工', photos: [] },
    } as const
    show(first, signature, inspection('甲堆', { evidence: near, accuracyMetres: 5, corrects }))
    expect(screen.getByText('更正时距污染源 2 米 · ±5 米')).toBeTruthy()
    expect(screen.getByText(/^离污染源 1.7 公里.*±8 米/)).toBeTruthy()
    expect(screen.getByText('更正后未重新签字（李工 2022-10-31 17:00 所签为更正前的内容）')).toBeTruthy()
    cleanup()
    show(first, signature)
    expect(screen.queryByText(/未重新签字|更正时距/)).toBeNull()
  })

  it('keeps items open on the spot with their reasons, and shows what a correction improved', () => {
    const first = inspection('甲堆', { ...doubtful, answers: { covered: 'no' } })
    const second = inspection('甲堆', {
      answers: { covered: 'yes' },
      corrects: `${device}-1`,
      evidence: { measuredAt: '', distanceMetres: 9000, flags: ['no-position'], reason: '' },
      position: null,
    })
    show(first, second)
    const flags = within(screen.getByRole('list', { name: '需要留意' })).getAllByRole('listitem')
    expect(flags.map(({ textContent }) => textContent)).toEqual([
      '更正后由不符合改为符合：物料覆盖',
      '离污染源 1.7 公里',
      '巡查人说明：在场外核查',
    ])
    expect(screen.getByText(/^离污染源 1.7 公里.*±8 米/)).toBeTruthy()
    expect(screen.getByText(/^2022-10-31 16:00 张三 · .*更正于 2022-10-31 17:00（张三）/)).toBeTruthy()
  })
})

it('the review continues at the last reviewed record', async () => {
  const { unmount } = render(<Review all={visits()} day="2022-10-31" />)
  fireEvent.click(screen.getByRole('button', { name: '逐条审核（2 条未审）' }))
  fireEvent.keyDown(document, { key: 'ArrowRight' })
  expect(articleName()).toBe('甲堆')
  unmount()
  render(<Review all={visits()} day="2022-10-31" />)
  fireEvent.click(screen.getByRole('button', { name: '逐条审核（2 条未审）' }))
  expect(articleName()).toBe('甲堆')
})
