import { act, renderHook } from '@testing-library/react'
import i18next from 'i18next'
import { beforeEach, describe, expect, it } from 'vitest'
import dust from '#data/kinds.json'
import beyondDust from '#data/kinds-beyond-dust.json'
import { kindWithId } from '@/domain/sources/kinds/kind'
import type { CheckedItem } from '@/domain/warnings/on-site'
import type { Done } from '@/features/field/check/DoneLine'
import { type CheckDraft, NOTHING_CHECKED } from '@/features/field/record/drafts'
import { useAnswerRest } from '@/features/field/record/use-answer-rest'
import type { Change } from '@/features/field/record/use-draft'
import { startI18n } from '@/i18n'
import { packageKinds } from '@/io/package/package-kinds'
import { visitsOf } from '@/ledger/visit'
import { useChentu } from '@/store/chentu'
import { outcomeWords } from '@/store/words/inspection-line'
import { visitResult } from '@/store/words/visit-result'
import { type WholeSite, wholeSitesOf } from '@/store/words/whole-site'
import { kindOf } from '../fixtures/kinds'
import { inspection, write } from '../unit/ledger/records'

const item = (id: string, more = {}) => ({ id, clause: 1, field: null, title: { zh: id, en: id }, ...more })
const ITEMS = [item('wet'), item('sealed'), item('fenced'), item('stop', { warning: '黄色预警' })] as CheckedItem[]
/** Failed at the last check. */
const MISSED = 'sealed'

const dataset = { rules: [], kinds: [], endedRules: [], earlierPlans: [] } as never

beforeEach(async () => {
  await startI18n('zh-CN')
  useChentu.setState({ opened: { dataset } as never })
})

/** A check with the first item answered, after a press for the whole site. */
function pressed(site: WholeSite) {
  let draft: CheckDraft = { ...NOTHING_CHECKED, answers: { wet: 'yes' } }
  let done: Done | null = null
  const change = (part: Change<CheckDraft>) => {
    draft = { ...draft, ...(typeof part === 'function' ? part(draft) : part) }
  }
  const isMissed = ({ id }: CheckedItem) => id === MISSED
  const { result } = renderHook(() =>
    useAnswerRest('stockpile', ITEMS, isMissed, draft, change, (each) => {
      done = each
    }),
  )
  act(() => result.current.asWhole(site))
  return { done: () => done as Done | null, draft: () => draft, change }
}

describe('one press for a whole site', () => {
  const given = [
    ['finished', 'not-applicable', '已完工'],
    ['stopped', 'not-applicable', '已停工'],
    ['entry', 'not-seen', '未能进入现场'],
  ] as const

  it.each(given)('%s: leaves and names what failed before and what a warning asks', (site, answer, reason) => {
    const { done, draft } = pressed(site)
    expect(draft().answers).toEqual({ wet: 'yes', fenced: answer })
    expect(draft().reasons).toEqual({ fenced: reason })
    expect(done()!.words).toMatch(/^1 项已答“.*；此前不符合的和预警措施 2 项未答，请逐项答：sealed、stop$/)
  })

  it.each(given)('%s: includes these with one more press, and is undone as a whole', (site, answer, reason) => {
    const { done, draft } = pressed(site)
    done()!.more!.act()
    expect(draft().answers).toEqual({ wet: 'yes', sealed: answer, fenced: answer, stop: answer })
    expect(draft().reasons).toEqual({ sealed: reason, fenced: reason, stop: reason })
    expect(done()!.words).toMatch(/^3 项已答“/)
    done()!.undo!()
    expect(draft()).toMatchObject({ answers: { wet: 'yes' }, reasons: {} })
  })

  it('can still be undone after an item was changed, which keeps its answer', () => {
    const { done, draft, change } = pressed('finished')
    expect(done()!.stays).toBe(true)
    change(({ answers }) => ({ answers: { ...answers, fenced: 'no', sealed: 'yes' } }))
    done()!.more!.act()
    done()!.undo!()
    expect(draft().answers).toEqual({ wet: 'yes', fenced: 'no', sealed: 'yes' })
  })
})

it('without a declaration a source is finished or stopped where work is done: no report, no figures of a county', () => {
  const { wholeSite: _, ...point } = kindOf('stockpile')
  const field = (means: string) => ({ ...point.fields[0]!, name: means, means })
  const kind = (...means: string[]) => ({ ...point, fields: [...point.fields, ...means.map(field)] }) as never
  expect(wholeSitesOf(point)).toEqual(['finished', 'stopped', 'entry'])
  for (const means of ['reportedOn', 'settled', 'task', 'device']) expect(wholeSitesOf(kind(means))).toEqual(['entry'])
  for (const place of ['county', 'line'] as const) expect(wholeSitesOf({ ...point, place })).toEqual(['entry'])
  expect(wholeSitesOf(undefined)).toEqual(['entry'])
})

it('a kind declares what a team may find of a whole source', () => {
  const { wholeSite: _, ...point } = kindOf('stockpile')
  expect(wholeSitesOf({ ...point, wholeSite: [] })).toEqual(['entry'])
  expect(wholeSitesOf({ ...point, wholeSite: ['stopped'] })).toEqual(['stopped', 'entry'])
  // What a later version may add is not offered.
  expect(wholeSitesOf({ ...point, wholeSite: ['finished', 'flooded'] })).toEqual(['finished', 'entry'])
  const { kinds } = packageKinds(
    [dust, beyondDust].map((value) => ({ path: '', value })),
    [],
  )
  const offered = (id: string) => wholeSitesOf(kindWithId(kinds, id)!).join()
  for (const id of ['inspectorate-finding', 'enforcement-case', 'illegal-fuel', 'voc-sample', 'complaint'])
    expect(offered(id), id).toBe('entry')
  for (const id of ['catering', 'boiler', 'enterprise']) expect(offered(id), id).toBe('stopped,entry')
  for (const id of ['construction-site', 'stockpile']) expect(offered(id), id).toBe('finished,stopped,entry')
})

describe('a list shows what the last visit came to', () => {
  const said = (
    answers: Readonly<Record<string, 'yes' | 'no' | 'not-applicable' | 'not-seen'>>,
    reasons: Readonly<Record<string, string>>,
    asked = Object.keys(answers).length,
  ) => {
    const [visit] = visitsOf([write('a', null, { ...inspection({ answers, reasons }), asked }) as never])
    const t = i18next.t.bind(i18next) as never
    return [outcomeWords(t, dataset, visit!), visitResult(t, dataset, visit!)]
  }
  const off = 'not-applicable'

  it('for the whole site, as the team said it, with what is left', () => {
    expect(said({ a: off, b: off }, { a: '已完工', b: '已完工' })).toEqual(['已完工', '已完工，待内勤核实台账'])
    expect(said({ a: off, b: off, c: 'yes' }, { a: '已停工', b: '已停工' }, 5)).toEqual(
      Array(2).fill('已停工，未答 2 项'),
    )
    expect(said({ a: 'not-seen' }, { a: '未能进入现场' })[0]).toBe('无法进入')
  })

  it('as before where one item had that reason, or one failed', () => {
    expect(said({ a: off, b: off }, { a: '已完工', b: '无此项内容' })).toEqual(['不适用', '不适用'])
    expect(said({ a: off }, { a: '已停工' }, 5)[0]).toBe('部分核查')
    expect(said({ a: off, b: off, c: 'no' }, { a: '已停工', b: '已停工' })[0]).toBe('不符合')
    expect(said({ a: off, b: off }, { a: '无此项内容', b: '无此项内容' })[1]).toBe('不适用（无此项内容）')
  })
})
