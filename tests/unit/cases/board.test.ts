import fc from 'fast-check'
import i18next from 'i18next'
import { beforeAll, describe, expect, it } from 'vitest'
import { officialText } from '@/domain/bulletin/official'
import type { RoundOrder } from '@/domain/field/round-order'
import {
  caseNotes,
  caseRows,
  casesAsOf,
  casesHeadline,
  casesParagraph,
  casesTable,
  casesTables,
  countingNote,
  hoursText,
  paperHeadline,
  wallNotes,
} from '@/features/meeting/case-facts'
import { keyLines, storyLines, wallLines } from '@/features/meeting/case-story'
import { startI18n } from '@/i18n'
import { fitForTablet } from '@/io/field/round-order-file'
import type { CaseOpened, CaseStepped } from '@/ledger/case-bodies'
import { casesOf } from '@/ledger/cases'
import type { EventBody, LedgerEvent } from '@/ledger/event'
import { assignedCase, finishedCases } from '@/store/cases/assigned-case'
import { CASE_COLUMNS, caseFigures, casesLater } from '@/store/cases/case-figures'
import {
  AGES,
  ALL_CASES,
  BOARD_STAGES,
  type CaseView,
  caseBoard,
  caseView,
  caseViewAt,
  openedFrom,
} from '@/store/cases/case-view'
import { stepBody } from '@/store/cases/write-step'
import { clockText } from '@/store/words/case-words'
import { DOT } from '@/ui/dot'
import { write } from '../ledger/records'

const DESK = 'a1b2c3d4e5f60718'
const TO = { team: '一组', day: '2022-11-01' }
const NOW = Date.parse('2022-10-31T00:00:00Z')

const opened = (change: Partial<CaseOpened> = {}): CaseOpened => ({
  type: 'case',
  ...{ sort: 'fire', sortName: '火点', title: '火点一', reason: '卫星', from: 'fire/1' },
  ...{ position: null, county: '610402', lead: ['市农业农村局'], observed: '2022-10-29T00:00:00.000Z' },
  likely: [{ kind: 'stockpile', code: 'DC-1', name: '堆', metres: 9, azimuth: 3, standing: 'fine', overdueDays: 0 }],
  terms: [{ step: 'arrived', minutes: 60, confirmed: false }],
  note: '',
  ...change,
})
const done = (of: string, step: string, when: string, knows: readonly string[], more: Partial<CaseStepped> = {}) => ({
  ...stepBody({ id: of, title: '火点一' }, undefined, { step, when }, knows),
  ...more,
})

function views(bodies: readonly EventBody[], now = NOW) {
  const events: LedgerEvent[] = []
  for (const body of bodies) {
    // A case is opened when its value is noticed, unless a test says otherwise.
    const at = body.type === 'case' ? body.observed : undefined
    events.push(write(DESK, events.at(-1) ?? null, body, at))
  }
  return [...casesOf(events).values()].map((record) => caseView(record, now))
}
const id = (sequence: number) => `${DESK}-${sequence}`

describe('the board of cases', () => {
  it('has each case in exactly one stage under any filter, and all cases without a filter', () => {
    const bodies = fc.array(
      fc.record({
        county: fc.constantFrom('', '610402', '610404'),
        lead: fc.subarray(['甲局', '乙局']),
        hours: fc.nat(300),
        step: fc.constantFrom(null, 'given', 'arrived', 'closed', 'audited'),
        isGone: fc.boolean(),
      }),
      { maxLength: 12 },
    )
    const filters = fc.record({
      stage: fc.constantFrom(null, ...BOARD_STAGES),
      county: fc.constantFrom(null, '', '610402'),
      lead: fc.constantFrom('', '甲局'),
      age: fc.constantFrom(null, ...AGES),
      isLate: fc.boolean(),
    })
    fc.assert(
      fc.property(bodies, filters, (some, filter) => {
        const all = views(
          some.flatMap(({ county, lead, hours, step, isGone }, i): EventBody[] => {
            const of = id(3 * i + 1)
            const observed = new Date(NOW - hours * 3_600_000).toISOString()
            return [
              opened({ county, lead, observed }),
              done(of, step ?? 'given', new Date(NOW).toISOString(), []),
              { type: 'withdrawal', event: isGone ? of : step === null ? id(3 * i + 2) : 'x', reason: '' },
            ]
          }),
        )
        const whole = caseBoard(all, ALL_CASES)
        expect(whole.shown.map((view) => view.id).sort()).toEqual(all.map((view) => view.id).sort())
        expect(Object.values(whole.counts).reduce((sum, count) => sum + count, 0)).toBe(some.length)
        const narrowed = caseBoard(all, filter)
        const counted = filter.stage === null ? Object.values(narrowed.counts) : [narrowed.counts[filter.stage]]
        expect(narrowed.shown).toHaveLength(counted.reduce((sum, count) => sum + count, 0))
      }),
    )
  })

  it('lists the case whose next term ends first at the top, and returns which openings have a case already', () => {
    const all = views([
      opened({ title: '新', observed: '2022-10-30T23:50:00.000Z', from: 'a' }),
      opened({ title: '旧', from: 'b' }),
      opened({ title: '无时限', terms: [], from: 'c' }),
      { type: 'withdrawal', event: id(3), reason: '误' },
      opened({ title: '也无时限', terms: [{ step: 'audited', minutes: 5, confirmed: true }], from: '' }),
    ])
    expect(caseBoard(all, ALL_CASES).shown.map(({ title }) => title)).toEqual(['旧', '新', '也无时限', '无时限'])
    expect(caseBoard(all, { ...ALL_CASES, isLate: true }).shown.map(({ title }) => title)).toEqual(['旧'])
    expect(openedFrom(all.map(({ record }) => record))).toEqual([{ key: 'a' }, { key: 'b' }])
  })

  it('lists closed cases by the time of closing, latest first, however long each took', () => {
    const all = views([
      opened({ title: '早结', observed: '2022-10-01T00:00:00.000Z' }),
      opened({ title: '晚结' }),
      done(id(1), 'closed', '2022-10-29T05:00:00.000Z', []),
      done(id(2), 'closed', '2022-10-30T05:00:00.000Z', []),
    ])
    expect(caseBoard(all, ALL_CASES).shown.map(({ title }) => title)).toEqual(['晚结', '早结'])
  })

  it('gives a team the facts of a case, the terms that still run, and the steps that the desk knew', () => {
    const [view] = views([opened(), done(id(1), 'arrived', '2022-10-29T00:30:00.000Z', [])])
    const given = assignedCase(view!, view!.opened!, TO, [])
    expect(given).toMatchObject({ title: '火点一', due: [], likely: [{ code: 'DC-1' }], knows: [id(2)] })
    const [fresh] = views([opened()])
    expect(assignedCase(fresh!, fresh!.opened!, TO, []).due).toEqual([
      { step: 'arrived', at: '2022-10-29T01:00:00.000Z' },
    ])
  })

  it('gives a team the desk’s note, and for a reopened case the reason and the earlier report; a round file keeps them', () => {
    const told = (bodies: readonly EventBody[]) => {
      const [view] = views(bodies)
      return assignedCase(view!, view!.opened!, TO, [])
    }
    expect(told([opened()])).not.toHaveProperty('again')
    expect(told([opened({ note: '夜间作业' })]).note).toBe('夜间作业')
    const step = (name: string, day: number, knows: string[], more: object) =>
      done(id(1), name, `2022-10-${day}T00:00:00.000Z`, knows, more)
    const given = told([
      opened(),
      step('reported', 29, [], { finding: 'put-right', note: '已覆盖' }),
      step('closed', 30, [id(2)], { note: '复查' }),
      step('reopened', 31, [id(2), id(3)], { note: '又有举报' }),
    ])
    expect(given.again).toEqual({
      ...{ turn: 2, why: '又有举报' },
      found: { at: '2022-10-29T00:00:00.000Z', finding: 'put-right', note: '已覆盖' },
    })
    const order = { ...TO, name: '路线', stops: [], cases: [given], from: 'desk' } as const
    expect(fitForTablet(order).cases![0]!.again).toEqual(given.again)
  })

  it('counts a handing-out as known if it went to the same team and day and nothing happened since', () => {
    const say = (to: typeof TO, knows: string[]) => done(id(1), 'given', '2022-10-30T00:00:00.000Z', knows, to)
    const knows = (bodies: readonly EventBody[]) => {
      const [view] = views(bodies)
      return assignedCase(view!, view!.opened!, TO, []).knows
    }
    expect(knows([opened()])).toEqual([])
    expect(knows([opened(), say(TO, [])])).toEqual([])
    expect(knows([opened(), say({ ...TO, day: '2022-11-02' }, []), say(TO, [id(2)])])).toEqual([id(2)])
    // After a reopening the case is handed out again.
    const turn = done(id(1), 'reopened', '2022-10-30T01:00:00.000Z', [id(2)])
    expect(knows([opened(), say(TO, []), turn])).toEqual([id(2), id(3)])
  })

  it('tells the teams that had a case when it is closed or withdrawn', () => {
    const events: LedgerEvent[] = []
    const bodies: EventBody[] = [
      opened(),
      opened(),
      opened(),
      done(id(1), 'closed', '2022-10-30T00:00:00.000Z', []),
      { type: 'withdrawal', event: id(2), reason: '误' },
    ]
    for (const body of bodies) events.push(write(DESK, events.at(-1) ?? null, body))
    const records = casesOf(events)
    const order = (n: number, team: string): RoundOrder => {
      const view = caseView(records.get(id(n))!, NOW)
      return { ...TO, team, name: `${n}`, stops: [], cases: [assignedCase(view, view.opened!, TO, [])], from: 'desk' }
    }
    const orders = [order(3, ''), order(2, '一组'), order(1, '二组')]
    expect(finishedCases(records, orders, '')).toEqual([
      { id: id(2), by: id(5) },
      { id: id(1), by: id(4) },
    ])
    expect(finishedCases(records, orders, '一组')).toEqual([{ id: id(2), by: id(5) }])
    // A team that was told already is not told again.
    expect(finishedCases(records, [{ ...order(3, '一组'), done: [{ id: id(1), by: id(4) }] }], '一组')).toHaveLength(1)
  })
})

describe('the cases of a month', () => {
  beforeAll(() => startI18n('zh-CN'))
  const t = () => i18next.getFixedT('zh-CN')
  const month = () =>
    views([
      // Four cases: arrived in time and closed after four hours; late and still open; from another month; withdrawn.
      opened({ illustrative: true }),
      done(id(1), 'arrived', '2022-10-29T01:00:00.000Z', []),
      done(id(1), 'closed', '2022-10-29T04:00:00.000Z', [id(2)]),
      opened({ title: '火点二', county: '' }),
      done(id(4), 'reported', '2022-10-29T03:00:00.000Z', [], { finding: 'cause' }),
      // 2022-09-30 23:30 in Chinese time.
      opened({ observed: '2022-09-30T15:30:00.000Z' }),
      opened(),
      { type: 'withdrawal', event: id(7), reason: '重复' },
    ])

  it('are those noticed in it, with how many were closed, in time or late per county, and how long that took', () => {
    const figures = caseFigures(month(), '2022-10')
    expect(figures.all).toEqual({ opened: 2, closed: 1, inTime: 1, late: 1, running: 1 })
    expect(figures.counties.get('')).toEqual({ opened: 1, closed: 0, inTime: 0, late: 1, running: 1 })
    expect(figures).toMatchObject({ hoursToArrive: 2, hoursToClose: 4, withdrawn: 1, illustrative: 1 })
    expect(figures.stories.map(({ title }) => title)).toEqual(['火点二', '火点一'])
    expect(caseFigures(month(), '2022-09').all.opened).toBe(1)
    expect(caseFigures([], '2022-10')).toMatchObject({ hoursToArrive: null, hoursToClose: null })
  })

  it('appear as they were at the end of the meeting’s day, without what came later', () => {
    const [{ record }] = views([
      opened(),
      done(id(1), 'arrived', '2022-10-29T00:30:00.000Z', []),
      done(id(1), 'closed', '2022-11-05T00:00:00.000Z', [id(2)]),
    ]) as [CaseView]
    const at = (when: string) => caseViewAt(record, Date.parse(when))
    expect(at('2022-10-28T00:00:00Z')).toBeNull()
    expect(at('2022-10-29T00:10:00Z')).toMatchObject({ stage: 'opened', isLate: false })
    expect(at('2022-10-31T15:59:59Z')).toMatchObject({ stage: 'arrived', isLate: false, age: 230_399_000 })
    expect(at('2022-11-06T00:00:00Z')).toMatchObject({ stage: 'closed' })
  })

  it('count what came after that day separately and mention it', () => {
    const records = views([
      opened(),
      done(id(1), 'arrived', '2022-10-29T00:30:00.000Z', []),
      done(id(1), 'closed', '2022-10-30T00:00:00.000Z', [id(2)]),
      opened({ observed: '2022-10-30T01:00:00.000Z' }),
      opened({ observed: '2022-11-02T01:00:00.000Z' }),
      opened({ observed: '2022-10-31T01:00:00.000Z' }),
      { type: 'withdrawal', event: id(6), reason: '重复立案' },
    ]).map(({ record }) => record)
    const at = Date.parse('2022-10-29T15:59:59Z')
    const known = records.flatMap((record) => caseViewAt(record, at) ?? [])
    const figures = caseFigures(known, '2022-10')
    expect(figures.all).toMatchObject({ opened: 1, closed: 0, running: 1 })
    expect(figures).toMatchObject({ hoursToArrive: 0.5, hoursToClose: null })
    const later = casesLater(records, '2022-10', at)
    expect(later).toEqual({ opened: 1, steps: 1 })
    expect(casesLater(records, '2022-10', NOW)).toEqual({ opened: 0, steps: 0 })
    const dated = { ...figures, day: '2022-10-29', later }
    expect(casesAsOf(t(), dated)).toBe('截至2022年10月29日，其后又立案 1 件，未计入，其后又有 1 条办理记录，未计入')
    expect(casesParagraph(t(), dated, () => '秦都区')).toContain(officialText('其后又立案 1 件，未计入'))
    expect(casesTables(t(), dated, ['610402'], () => '秦都区')[0]!.lines).toContain(casesAsOf(t(), dated))
    expect(casesAsOf(t(), { day: '2022-10-29', later: { opened: 0, steps: 0 } })).toBe('截至2022年10月29日')
  })

  it('are not counted before they were opened, however early their value was noticed', () => {
    const opening = write(DESK, null, opened({ observed: '2022-10-28T04:00:00.000Z' }), '2026-12-01T01:00:00.000Z')
    const records = [...casesOf([opening]).values()]
    const on = (day: string) => {
      const at = Date.parse(`${day}T15:59:59Z`)
      const { all } = caseFigures(
        records.flatMap((record) => caseViewAt(record, at) ?? []),
        '2022-10',
      )
      return [all.opened, all.late, casesLater(records, '2022-10', at).opened]
    }
    expect(on('2022-10-31')).toEqual([0, 0, 1])
    expect(on('2026-12-01')).toEqual([1, 1, 0])
  })

  it('are stated in papers also if all of them were opened after the counting day', () => {
    const none = { ...caseFigures([], '2022-10'), day: '2022-10-31' }
    const dated = { ...none, later: { opened: 2, steps: 0 } }
    const said = '本月无异常处置；截至2022年10月31日，其后又立案 2 件，未计入'
    expect(paperHeadline(t(), dated)).toBe(said)
    expect(casesParagraph(t(), dated, () => '')).toBe(officialText(`${said}。`))
    const alone = { ...none, later: { opened: 0, steps: 0 } }
    expect([paperHeadline(t(), alone), casesParagraph(t(), alone, () => '')]).toEqual(['本月无异常处置', ''])
  })

  it('took hours or, from 72 hours on, days, on screen and on paper', () => {
    expect([71.94, 72, 35_820.9, null].map((hours) => hoursText(t(), hours))).toEqual([
      '71.9 小时',
      '3 天',
      '1,492.5 天',
      '—',
    ])
    const dated = { ...caseFigures(month(), '2022-10'), day: '2022-10-31', later: { opened: 0, steps: 0 } }
    expect(casesParagraph(t(), { ...dated, hoursToArrive: 35_820.9 }, () => '秦都区')).toContain(
      '到场1492.5天，办结4小时。',
    )
  })

  it('have the same figures on screen and on paper, with cases of no known county last', () => {
    const dated = { day: '2022-10-31', later: { opened: 0, steps: 0 } }
    const figures = { ...caseFigures(month(), '2022-10'), ...dated }
    const none = { ...caseFigures([], '2022-10'), ...dated }
    expect(casesHeadline(t(), figures)).toBe('本月发现的异常立案 2 件，截至2022年10月31日办结 1 件，超时 1 件')
    expect(casesHeadline(t(), none)).toBe('本月无异常处置')
    expect(caseRows(figures, ['610404', '610402']).map(([code]) => code)).toEqual(['610402', ''])
    const [counties, stories] = casesTables(t(), figures, ['610402'], () => '秦都区')
    const paper = casesTable(t(), figures, ['610402'], () => '秦都区')
    expect(counties).toMatchObject(paper)
    expect(paper.total?.[1]).toBe(figures.all.opened)
    expect(casesTable(t(), caseFigures([], '2022-10'), ['610402'], () => '')).toMatchObject({ rows: [] })
    expect(casesTable(t(), caseFigures([], '2022-10'), ['610402'], () => '').total).toBeUndefined()
    const [said, notes, ...told] = casesParagraph(t(), figures, () => '秦都区').split('\n')
    expect(said).toContain(`截至2022年10月31日，本月发现的异常情况立案${figures.all.opened}件，`)
    expect(notes).toBe(officialText([countingNote(t(), figures), ...caseNotes(t(), figures)].join('')))
    expect(told.map((each) => each.slice(0, 12))).toEqual(['火点二（区县不明）：20', '火点一（秦都区，示例）：'])
    expect(told[0]).toBe('火点二（区县不明）：2022年10月29日08:00发现 卫星；2022年10月29日11:00反馈 查到来源。')
    expect(casesParagraph(t(), none, () => '')).toBe('')
    expect(casesParagraph(t(), null, () => '')).toBe('')
    expect(counties!.rows).toEqual([
      ['秦都区', 1, 1, 1, 0, 0],
      ['区县不明', 1, 0, 0, 1, 1],
    ])
    expect(counties!.total).toEqual(['合计', ...CASE_COLUMNS.map((column) => figures.all[column])])
    expect(stories!.rows.map(([title]) => title)).toEqual(['火点二', ['火点一', '示例'].join(DOT)])
    expect(String(stories!.rows[1]![2])).toContain('2022-10-29 12:00 办结')
    expect(caseNotes(t(), figures)).toHaveLength(3)
  })

  /** Arrived two hours late, closed in time, opened again, closed in time without anybody there. */
  const reopened = () =>
    views(
      [
        opened({
          terms: ['arrived', 'reported', 'closed'].map((step, i) => ({
            step,
            minutes: [60, 600, 9000][i]!,
            confirmed: true,
          })),
        }),
        done(id(1), 'given', '2022-10-29T00:10:00.000Z', [], { team: '一组' }),
        done(id(1), 'arrived', '2022-10-29T03:00:00.000Z', [id(2)]),
        done(id(1), 'reported', '2022-10-29T04:00:00.000Z', [id(2), id(3)], {
          ...{ finding: 'cause', note: '裸土未覆盖' },
          cause: { kind: 'stockpile', code: 'DC-1', name: '堆' },
        }),
        done(id(1), 'assessed', '2022-10-29T20:00:00.000Z', [2, 3, 4].map(id), {
          effect: 'better',
          note: '读数'.repeat(200),
        }),
        done(id(1), 'closed', '2022-10-30T00:00:00.000Z', [2, 3, 4, 5].map(id), { note: '已覆盖' }),
        done(id(1), 'reopened', '2022-10-30T01:00:00.000Z', [2, 3, 4, 5, 6].map(id), { note: '又有举报' }),
        done(id(1), 'closed', '2022-10-30T02:00:00.000Z', [2, 3, 4, 5, 6, 7].map(id), {
          note: '无须到场',
          effect: 'same',
        }),
      ],
      NOW,
    )[0]!

  it('are closed in time by the limit of closing alone, and late by any', () => {
    const view = reopened()
    expect(view).toMatchObject({ isLate: false, wasLate: true, isClosedLate: false })
    expect(caseFigures([view], '2022-10').all).toEqual({ opened: 1, closed: 1, inTime: 1, late: 1, running: 0 })
    // The board finds it among the late ones.
    expect(caseBoard([view], { ...ALL_CASES, isLate: true }).shown).toHaveLength(1)
    const late = views([
      opened({ terms: [{ step: 'closed', minutes: 60, confirmed: true }] }),
      done(id(1), 'closed', '2022-10-30T00:00:00.000Z', []),
    ])
    expect(caseFigures(late, '2022-10').all).toMatchObject({ closed: 1, inTime: 0, late: 1 })
    const figures = { ...caseFigures([view], '2022-10'), day: '2022-10-31', later: { opened: 0, steps: 0 } }
    const counting = countingNote(t(), figures)
    expect(counting).toMatch(/^按时办结：各次办理都在办结时限内办结/)
    expect(casesTables(t(), figures, ['610402'], () => '秦都区')[0]!.lines).toContain(counting)
    expect(casesParagraph(t(), figures, () => '秦都区')).toContain(counting)
    // On the wall too, where a case stands in both columns.
    const short = '一案可同时计入两列。'
    expect(wallNotes(t(), figures).join('')).toContain(short)
    expect(wallNotes(t(), { ...figures, all: { ...figures.all, late: 0 } }).join('')).not.toContain(short)
  })

  it('say that nobody was there if one was closed without', () => {
    const view = reopened()
    const [arrived, reported] = view.clocks
    expect([arrived, reported].map((clock) => clockText(t(), clock!, NOW))).toEqual([
      '到场：未到场，办结时时限未到',
      '反馈：未反馈，办结时时限未到',
    ])
    expect(keyLines(t(), view).join('\n')).toContain('未到场，没有现场反馈')
  })

  it('are told with their last step, so that a case that was opened again is not told as if it had ended', () => {
    const [view] = views([
      opened(),
      done(id(1), 'arrived', '2022-10-29T03:00:00.000Z', []),
      done(id(1), 'assessed', '2022-10-29T20:00:00.000Z', [id(2)], { effect: 'better' }),
      done(id(1), 'closed', '2022-10-30T00:00:00.000Z', [2, 3].map(id), { note: '已覆盖' }),
      done(id(1), 'reopened', '2022-10-30T01:00:00.000Z', [2, 3, 4].map(id), { note: '又有举报' }),
      // Where it is says nothing about how it stands.
      done(id(1), 'moved', '2022-10-30T02:00:00.000Z', [2, 3, 4, 5].map(id)),
    ])
    const last = '10-30 09:00 重新打开 又有举报'
    expect(keyLines(t(), view!, true).at(-1)).toBe(last)
    expect(wallLines(t(), view!, 3).lines).toHaveLength(3)
    for (const most of [3, 4]) expect(wallLines(t(), view!, most).lines.at(-1)).toMatch(new RegExp(`${last}$`))
  })

  it('are told with arrival, how late it was, the source, the effect and the closing, also where there is no room for all', () => {
    const view = reopened()
    const { lines, isShort } = wallLines(t(), view, 3)
    expect(isShort).toBe(true)
    expect(lines).toEqual([
      '10-29 08:00 发现 卫星',
      `10-29 11:00 到场（超时 2 小时）（前次办理）；10-29 12:00 反馈（前次办理） 查到来源${DOT}来源：堆${DOT}裸土未覆盖`,
      '未到场，没有现场反馈；10-30 10:00 办结 效果：没有变化',
    ])
    // With more room, each key step has its line.
    const alone = wallLines(t(), view, 8).lines.join('\n')
    for (const text of ['到场（超时 2 小时）', '来源：堆', '重新打开', '10-30 10:00 办结'])
      expect(alone).toContain(text)
    const figures = { ...caseFigures([view], '2022-10'), day: '2022-10-31', later: { opened: 0, steps: 0 } }
    const stories = casesTables(t(), figures, ['610402'], () => '秦都区')[1]!
    // A slide has the key steps, the web page all of it.
    expect(stories.onSlides![0]![2]).toBe(keyLines(t(), view).join('\n'))
    expect(stories.rows[0]![2]).toBe(storyLines(t(), view).join('\n'))
    expect(String(stories.onSlides![0]![2])).not.toContain('读数')
    expect(casesParagraph(t(), figures, () => '秦都区')).toContain('2022年10月29日11:00到场（超时2小时）（前次办理）')
  })
})
