import i18next from 'i18next'
import { describe, expect, it } from 'vitest'
import { coverageRows } from '@/features/explore/visits/report/coverage-table'
import { caseWork, recordsOfPeriod } from '@/features/explore/visits/report/period-records'
import { deadlineCell, placeLines, resultLines, shortcomingLines } from '@/features/explore/visits/report/report-cells'
import { marksOf } from '@/features/explore/visits/report/report-map'
import { wantedPhotos } from '@/features/explore/visits/report/report-photos'
import { startI18n } from '@/i18n'
import { casesOf } from '@/ledger/cases'
import type { Answer, EventBody, LedgerEvent } from '@/ledger/event'
import { nextEvent } from '@/ledger/event-chain'
import { findsOf } from '@/ledger/find'
import { foldLedger } from '@/ledger/fold'
import type { PhotoRef } from '@/ledger/references'
import { lastReviews, type Review, returningReview } from '@/ledger/review'
import { targetKey } from '@/ledger/shared-code'
import type { Dataset } from '@/questions/dataset'
import { stepBody } from '@/store/cases/write-step'
import { outcomeOfVisit, recordLine, visitLine } from '@/store/words/inspection-line'
import { inspection, write } from '../ledger/records'

/** No rules are needed here: texts come from the records. */
const dataset = {
  rules: [],
  endedRules: [],
  earlierPlans: [],
  kinds: [{ id: 'stockpile', title: { zh: '物料堆场', en: 'Stockpiles' }, symbol: { shape: 'triangle' }, fields: [] }],
} as unknown as Dataset

/** A record of a tablet: day and hour, author, source, answers. */
type Said = readonly [at: string, author: string, code: string, answers: Readonly<Record<string, Answer>>]
const body = (code: string, answers: Readonly<Record<string, Answer>>, corrects?: string): EventBody =>
  inspection({ target: { kind: 'stockpile', code, name: code }, answers, asked: 2, ...(corrects && { corrects }) })

function written(device: string, said: readonly Said[]): LedgerEvent[] {
  const events: LedgerEvent[] = []
  for (const [at, author, code, answers] of said)
    events.push(nextEvent(events.at(-1) ?? null, { device, at: `2022-${at}:00Z`, author, body: body(code, answers) }))
  return events
}

const [YES, NO] = [
  { covered: 'yes', fenced: 'yes' },
  { covered: 'no', fenced: 'yes' },
] as const
const PART = { covered: 'yes' } as const

/**
 * Two weeks of two teams with one tablet each; 10-24 and 10-31 are Mondays. Q… are in 秦都区, W… in 渭城区, X… in no
 * county.
 */
const FIRST = written('a1b2c3d4e5f60718', [
  ['10-24T01:00', '张三', 'Q1', NO],
  // The same source again on the same day is the same visit, which is now in order.
  ['10-24T03:00', '张三', 'Q1', YES],
  ['10-25T01:00', '张三', 'Q1', NO],
  ['10-26T01:00', '张三', 'W1', PART],
  // A Sunday.
  ['10-30T01:00', '张三', 'Q2', NO],
  ['10-31T01:00', '张三', 'Q1', YES],
  ['11-01T01:00', '张三', 'X1', YES],
])
const SECOND = written('b1b2c3d4e5f60718', [
  ['10-25T02:00', '李四', 'Q1', YES],
  ['10-27T02:00', '李四', 'W2', NO],
  ['10-28T02:00', '李四', 'W2', NO],
  ['10-31T02:00', '李四', 'W3', NO],
])
const places = new Map(
  ['Q1', 'Q2', 'W1', 'W2', 'W3'].map((code) => [
    targetKey({ kind: 'stockpile', code }),
    {
      kind: 'stockpile',
      code,
      county: code.startsWith('Q') ? '610402' : '610404',
      address: '',
      contact: '',
      position: null,
    },
  ]),
)
const say = (event: LedgerEvent, verdict: Review['verdict'], note = ''): Review => ({
  event: event.id,
  hash: event.hash,
  verdict,
  note,
  author: '王内勤',
  at: '2022-11-02T01:00:00Z',
})
const visitsOf = (events: readonly LedgerEvent[]) => [...foldLedger(events).values()].flatMap(({ visits }) => visits)
const week = { from: '2022-10-24', to: '2022-10-30' }
const codes = (visits: readonly { readonly target: { readonly code: string } }[]) =>
  visits.map(({ target }) => target.code)

describe('the coverage of visits', () => {
  it('equals a count by hand, by week, county and team', () => {
    const visits = visitsOf([...FIRST, ...SECOND])
    // 李四 went to W2 on 10-28 and has to go again.
    const reviews = lastReviews([say(SECOND[2]!, 'returned', '补拍'), say(SECOND[1]!, 'accepted')])
    const rows = coverageRows(dataset, visits, places, (visit) => returningReview(visit, reviews) !== null)
    const row = (week: string, county: string, team: string, counts: readonly number[]) => {
      const [visits, sources, failing, partial, returned] = counts
      return { week, county, team, visits, sources, failing, partial, unseen: 0, returned }
    }
    expect(rows).toEqual([
      row('2022-10-31', '', '张三', [1, 1, 0, 0, 0]),
      row('2022-10-31', '610402', '张三', [1, 1, 0, 0, 0]),
      row('2022-10-31', '610404', '李四', [1, 1, 1, 0, 0]),
      row('2022-10-24', '610402', '张三', [3, 2, 2, 0, 0]),
      row('2022-10-24', '610402', '李四', [1, 1, 0, 0, 0]),
      row('2022-10-24', '610404', '张三', [1, 1, 0, 1, 0]),
      row('2022-10-24', '610404', '李四', [1, 1, 1, 0, 1]),
    ])
  })
})

describe('a report of visits', () => {
  const all = { visits: visitsOf([...FIRST, ...SECOND]), finds: [], withdrawn: [], rounds: [], cases: [] }

  it('counts all visits except returned ones, with the number of unreviewed ones, and lists the returned ones', () => {
    const reviews = lastReviews([say(SECOND[2]!, 'returned', '补拍'), say(SECOND[1]!, 'accepted')])
    const reported = recordsOfPeriod(week, { ...all, reviews })
    expect(codes(reported.visits)).toEqual(['Q1', 'Q1', 'Q1', 'W1', 'W2', 'Q2'])
    expect(reported.waiting).toBe(5)
    expect(reported.returned.map(({ visit, review }) => [visit.target.code, visit.day, review.note])).toEqual([
      ['W2', '2022-10-28', '补拍'],
    ])
  })

  it('tells a failure beside a later answer of the day that settles nothing, and counts it', async () => {
    await startI18n('zh-CN')
    const t = i18next.t.bind(i18next)
    for (const [answer, words] of [
      ['not-seen', '无法核查（大门锁闭）'],
      ['not-applicable', '不适用（大门锁闭）'],
    ] as const) {
      const first = write('a', null, body('Q1', NO), '2022-10-25T01:00:00Z')
      const again = inspection({
        target: { kind: 'stockpile', code: 'Q1', name: 'Q1' },
        answers: { covered: answer, fenced: answer },
        reasons: { covered: '大门锁闭', fenced: '大门锁闭' },
        asked: 2,
        supersedes: [first.id],
      })
      const events = [first, write('a', first, again, '2022-10-25T08:30:00Z')]
      const [visit] = recordsOfPeriod(week, { ...all, visits: visitsOf(events), reviews: lastReviews([]) }).visits
      const lines = [
        '不符合：covered',
        `16:30 再次检查：covered ${words}，仍按不符合计`,
        `${words.slice(0, -6)} 1 项（大门锁闭）`,
      ]
      expect(resultLines(t as never, dataset, visit!).sort()).toEqual(lines.sort())
      expect(outcomeOfVisit(dataset, visit!)).toBe('no')
      expect(coverageRows(dataset, visitsOf(events), places, () => false)).toMatchObject([{ visits: 1, failing: 1 }])
      expect(marksOf(dataset, [visit!], new Map()).marks).toMatchObject([{ state: 'failing' }])
      for (const line of lines) expect(visitLine(t as never, dataset, visitsOf(events)[0]!, 'zh-CN')).toContain(line)
    }
  })

  it('counts a returned visit after it is accepted or corrected', () => {
    const back = say(SECOND[2]!, 'returned', '补拍')
    const later = { ...say(SECOND[2]!, 'accepted'), at: '2022-11-03T01:00:00Z' }
    expect(recordsOfPeriod(week, { ...all, reviews: lastReviews([back, later]) }).returned).toEqual([])
    const last = SECOND.at(-1)!
    const correction = nextEvent(last, {
      device: last.device,
      at: '2022-11-03T01:00:00Z',
      author: '李四',
      body: body('W2', YES, SECOND[2]!.id),
    })
    const visits = visitsOf([...FIRST, ...SECOND, correction])
    const reported = recordsOfPeriod(week, { ...all, visits, reviews: lastReviews([back]) })
    expect([reported.returned, codes(reported.visits)]).toEqual([[], ['Q1', 'Q1', 'Q1', 'W1', 'W2', 'W2', 'Q2']])
  })

  it('has all found sources except returned ones, with the number of unreviewed ones, and lists the returned ones', () => {
    const found = (device: string, code: string) =>
      nextEvent(null, {
        ...{ device, at: '2022-10-26T01:00:00Z', author: '张三' },
        body: {
          ...{ type: 'discovery', target: { kind: 'yard', code, name: code }, position: [108.7, 34.3] },
          ...{ accuracyMetres: 5, outline: [], note: '', photos: [] },
        },
      })
    const [one, two, three] = [found('a', 'XC1'), found('b', 'XC2'), found('c', 'XC3')]
    const finds = findsOf(foldLedger([one, two, three]), [])
    const reviews = lastReviews([say(two, 'returned', '重复'), say(three, 'accepted')])
    const reported = recordsOfPeriod(week, { ...all, finds, reviews })
    expect(reported.found.map(({ body }) => body.target.code)).toEqual(['XC1', 'XC3'])
    expect(reported.foundWaiting).toBe(1)
    expect(reported.foundReturned.map(({ found, review }) => [found.id, review.note])).toEqual([[two.id, '重复']])
    expect(recordsOfPeriod({ from: '2022-10-25', to: '2022-10-25' }, { ...all, finds, reviews }).found).toEqual([])
  })

  it('leaves out visits of other days', () => {
    const reported = recordsOfPeriod({ from: '2022-10-31', to: '2022-10-31' }, { ...all, reviews: new Map() })
    expect(codes(reported.visits)).toEqual(['Q1', 'W3'])
  })
})

describe('the photos of a report', () => {
  const photo = (hash: string, item?: string, at = ''): PhotoRef => ({
    hash,
    bytes: 0,
    at,
    position: null,
    taken: null,
    ...(item === undefined ? {} : { item }),
  })
  const check = (code: string, answers: Readonly<Record<string, Answer>>, photos: readonly PhotoRef[]): EventBody =>
    inspection({ target: { kind: 'stockpile', code, name: code }, answers, asked: 2, photos })
  const groupsOf = async (bodies: readonly EventBody[]) => {
    await startI18n('zh-CN')
    const events: LedgerEvent[] = []
    for (const said of bodies) {
      const at = `2022-10-24T0${events.length}:00:00Z`
      events.push(nextEvent(events.at(-1) ?? null, { device: 'a1b2c3d4e5f60718', at, author: '张三', body: said }))
    }
    const states = [...foldLedger(events).values()]
    const visits = states.flatMap((state) => state.visits)
    const found = states.flatMap((state) => state.found ?? [])
    return wantedPhotos(i18next.getFixedT('zh-CN'), dataset, {
      visits,
      found,
      cases: caseWork(casesOf(events).values()),
    })
  }

  it('start with checks that found something, then found sources, then the others', async () => {
    const heap: EventBody = {
      type: 'discovery',
      target: { kind: 'stockpile', code: 'X1', name: '新料堆' },
      position: [108.7, 34.3],
      accuracyMetres: 5,
      outline: [],
      note: '',
      photos: [photo('f', undefined, '2022-10-24T05:00:00Z')],
    }
    const groups = await groupsOf([check('Q1', YES, [photo('a')]), heap, check('Q2', NO, [photo('b', 'covered')])])
    expect(groups.map(({ title }) => title)).toEqual([
      '现场照片：有不符合项的检查',
      '现场照片：新污染源',
      '现场照片：其他检查',
    ])
    expect(groups.map(({ photos }) => photos.map(({ hash, list, row, name }) => [hash, list, row, name]))).toEqual([
      [['b', 'own', 1, '2. Q2']],
      [['f', 'found', 0, '新1. 新料堆']],
      [['a', 'own', 0, '1. Q1']],
    ])
    expect(groups[1]!.photos[0]!.lines).toEqual(['2022-10-24 13:00'])
  })

  it('include those of a team’s arrival and report in a case, beside the rows of the cases', async () => {
    const opened: EventBody = {
      ...{ type: 'case', sort: 'fire', sortName: '火点', title: '火点一', reason: '卫星', from: '', position: null },
      ...{ county: '', lead: [], observed: '2022-10-24T00:00:00.000Z', likely: [], terms: [], note: '' },
    }
    const id = 'a1b2c3d4e5f60718-1'
    const when = '2022-10-24T01:30:00.000Z'
    const step = (name: string, photos: readonly PhotoRef[]) => ({
      ...stepBody({ id, title: '火点一' }, undefined, { step: name, when }, []),
      photos,
    })
    const reported = step('reported', [photo('e', undefined, '2022-10-24T01:20:00Z'), photo('g')])
    const groups = await groupsOf([opened, step('arrived', [photo('d')]), reported, check('Q1', NO, [photo('b')])])
    expect(groups.map(({ title }) => title)).toEqual(['现场照片：有不符合项的检查', '现场照片：异常处置'])
    expect(groups[1]!.photos.map(({ hash, list, row, name, lines }) => [hash, list, row, name, lines])).toEqual([
      ['d', 'cases', 0, '火点一', ['到场', '2022-10-24 09:30']],
      ['e', 'cases', 1, '火点一', ['反馈', '2022-10-24 09:20']],
      ['g', 'cases', 1, '火点一', ['反馈', '2022-10-24 09:30']],
    ])
  })

  it('of a check start with unmet items, and state their number if not all are shown', async () => {
    const all = [photo('a'), photo('b'), photo('c', 'covered', '2022-10-24T01:05:00Z')]
    const [failing] = await groupsOf([check('Q1', NO, all)])
    expect(failing!.photos.map(({ hash, lines }) => [hash, lines])).toEqual([
      ['c', ['covered（不符合）', '2022-10-24 09:05']],
      // A photo without a time has that of its check.
      ['a', ['场所情况', '2022-10-24 08:00', '共 3 张，附 2 张']],
    ])
    const [others] = await groupsOf([check('Q1', YES, all.slice(1))])
    expect(others!.title).toBe('现场照片')
    expect(others!.photos.flatMap(({ lines }) => lines).join()).not.toContain('共')
  })
})

it('of a corrected check have its original place, and one deadline if all are equal', async () => {
  await startI18n('zh-CN')
  const t = i18next.getFixedT('zh-CN')
  const device = 'a1b2c3d4e5f60718'
  const evidence = (distanceMetres: number) => ({ measuredAt: '', distanceMetres, flags: [], reason: '' })
  const by = { found: [], rectifyBy: '2022-11-03', told: '' }
  const said = { answers: { covered: 'no', fenced: 'no' }, shortcomings: { covered: by, fenced: by } } as const
  const first = nextEvent(null, {
    device,
    at: '2022-10-24T01:00:00Z',
    author: '张三',
    body: inspection({ ...said, evidence: evidence(10) }),
  })
  const correction = nextEvent(first, {
    device,
    at: '2022-10-25T01:00:00Z',
    author: '张三',
    body: inspection({ ...said, position: [109, 35], corrects: first.id, evidence: evidence(7026) }),
  })
  const [visit] = visitsOf([first, correction])
  expect(placeLines(t, dataset, visit!, new Map())).toEqual(['记录时距其 10 米，更正时距其 7026 米'])
  expect(marksOf(dataset, [visit!], new Map()).marks).toMatchObject([{ at: [108.7, 34.3] }])
  expect(deadlineCell(t, visit!)).toBe('2022-11-03')
})

it('of a check have each item’s own deadline, and say which items have none', async () => {
  await startI18n('zh-CN')
  const t = i18next.getFixedT('zh-CN')
  const device = 'a1b2c3d4e5f60718'
  const body = inspection({
    answers: { covered: 'no', fenced: 'no' },
    shortcomings: { covered: { found: [], rectifyBy: '2022-11-03', told: '' } },
  })
  const event = nextEvent(null, { device, at: '2022-10-24T01:00:00Z', author: '张三', body })
  const [visit] = visitsOf([event])
  expect(deadlineCell(t, visit!)).toBe('2022-11-03\n另 1 项未定期限')
  expect(shortcomingLines(t, dataset, visit!)).toEqual(['covered：2022-11-03 前（含当日）整改', 'fenced：未定期限'])
  const words = 'covered 2022-11-03 前（含当日）整改；fenced未定期限'
  expect(recordLine(t, dataset, visit!.records[0]!, 'zh-CN')).toMatch(new RegExp(`${words}$`))
  expect(visitLine(t, dataset, visit!, 'zh-CN')).toMatch(new RegExp(`${words}$`))
})

it('of a check say how many items a reason was given for', async () => {
  await startI18n('zh-CN')
  const t = i18next.getFixedT('zh-CN')
  const line = (count: number, reasons: Record<string, string>) => {
    const answers = Object.fromEntries(Array.from({ length: count }, (_, i) => [`i${i}`, 'not-applicable' as const]))
    const body = inspection({ answers, reasons })
    const [visit] = visitsOf([
      nextEvent(null, { device: 'a1b2c3d4e5f60718', at: '2022-10-24T01:00:00Z', author: '张三', body }),
    ])
    return resultLines(t, dataset, visit!)[0]
  }
  expect(line(13, { i0: '已完工' })).toBe('不适用 13 项（已完工 1 项，12 项未注明）')
  expect(line(2, { i0: '已完工', i1: '已完工' })).toBe('不适用 2 项（已完工）')
  expect(line(2, { i0: '已完工', i1: '无此项内容' })).toBe('不适用 2 项（已完工 1 项，无此项内容 1 项）')
  expect(line(2, {})).toBe('不适用 2 项')
})

describe('the map of a report', () => {
  it('takes a position from the data, otherwise from the record, and lists the numbers without one', () => {
    const visits = visitsOf([
      ...written('a1b2c3d4e5f60718', [
        ['10-24T01:00', '张三', 'Q1', NO],
        ['10-24T02:00', '张三', 'W1', PART],
      ]),
      nextEvent(null, {
        device: 'c1b2c3d4e5f60718',
        at: '2022-10-24T03:00:00Z',
        author: '',
        body: { ...inspection({ target: { kind: 'stockpile', code: 'X1', name: 'X1' } }), position: null },
      }),
    ])
    const placed = new Map([...places].map(([key, place]) => [key, { ...place, position: [108.1, 34.1] as const }]))
    placed.delete(targetKey({ kind: 'stockpile', code: 'W1' }))
    // The same symbol of the kind as on every map.
    const symbol = { kind: 'stockpile', shape: 'triangle', letter: '' }
    expect(marksOf(dataset, visits, placed)).toEqual({
      marks: [
        { at: [108.1, 34.1], number: 1, state: 'failing', ...symbol },
        { at: [108.7, 34.3], number: 2, state: 'partial', ...symbol },
      ],
      nowhere: [3],
    })
  })
})
