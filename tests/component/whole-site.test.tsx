import { act, renderHook } from '@testing-library/react'
import i18next from 'i18next'
import { beforeEach, describe, expect, it } from 'vitest'
import type { CheckedItem } from '@/domain/warnings/on-site'
import type { Done } from '@/features/field/check/DoneLine'
import type { WholeSite } from '@/features/field/check/whole-site'
import { type CheckDraft, NOTHING_CHECKED } from '@/features/field/record/drafts'
import { useAnswerRest } from '@/features/field/record/use-answer-rest'
import type { Change } from '@/features/field/record/use-draft'
import { startI18n } from '@/i18n'
import { visitsOf } from '@/ledger/visit'
import { visitResult } from '@/store/words/visit-result'
import { inspection, write } from '../unit/ledger/records'

const item = (id: string, more = {}) => ({ id, clause: 1, field: null, title: { zh: id, en: id }, ...more })
const ITEMS = [item('wet'), item('sealed'), item('fenced'), item('stop', { warning: '黄色预警' })] as CheckedItem[]
/** Failed at the last check. */
const MISSED = 'sealed'

beforeEach(() => startI18n('zh-CN'))

/** A check with the first item answered, after a press for the whole site. */
function pressed(site: WholeSite) {
  let draft: CheckDraft = { ...NOTHING_CHECKED, answers: { wet: 'yes' } }
  let done: Done | null = null
  const change = (part: Change<CheckDraft>) => {
    draft = { ...draft, ...(typeof part === 'function' ? part(draft) : part) }
  }
  const { result } = renderHook(() =>
    useAnswerRest(
      ITEMS,
      ({ id }) => id === MISSED,
      draft,
      change,
      (each) => (done = each),
    ),
  )
  act(() => result.current.asWhole(site))
  const told = done as Done | null
  const undone = () => {
    told!.undo()
    return draft
  }
  return { given: draft, words: told!.words, undone }
}

describe('one press for a whole site', () => {
  it.each([
    ['finished', 'not-applicable', '已完工'],
    ['entry', 'not-seen', '未能进入现场'],
  ] as const)('%s: answers all open items with one reason, and is undone as a whole', (site, answer, reason) => {
    const { given, words, undone } = pressed(site)
    expect(given.answers).toEqual({ wet: 'yes', sealed: answer, fenced: answer, stop: answer })
    expect(given.reasons).toEqual({ sealed: reason, fenced: reason, stop: reason })
    expect(words).toContain(`3 项已答“`)
    expect(undone()).toMatchObject({ answers: { wet: 'yes' }, reasons: {} })
  })

  it('stopped: leaves what failed before and what a warning asks, which one press must not settle', () => {
    const { given, words } = pressed('stopped')
    expect(given.answers).toEqual({ wet: 'yes', fenced: 'not-applicable' })
    expect(words).toBe('1 项已答“不适用”（已停工）；此前不符合的和预警措施共 2 项请逐项答')
  })
})

it('a list shows what the last visit came to, with the reason if all items have the same', () => {
  const dataset = { rules: [], kinds: [], endedRules: [], earlierPlans: [] } as never
  const visited = (reasons: Readonly<Record<string, string>>) => {
    const answers = { wet: 'not-applicable', sealed: 'not-applicable' } as const
    const [visit] = visitsOf([write('a', null, inspection({ answers, reasons })) as never])
    return visitResult(i18next.t.bind(i18next) as never, dataset, visit!)
  }
  expect(visited({ wet: '已完工', sealed: '已完工' })).toBe('不适用（已完工）')
  expect(visited({ wet: '已完工', sealed: '无此项内容' })).toBe('不适用')
})
