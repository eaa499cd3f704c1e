import i18next from 'i18next'
import { beforeAll, expect, it, vi } from 'vitest'
import { caseMarks, withoutPlace } from '@/features/explore/cases/case-marks'
import { startI18n } from '@/i18n'
import type { CaseView } from '@/store/cases/case-view'
import { DOT } from '@/ui/dot'

beforeAll(async () => {
  await startI18n('zh-CN')
})

const view = (id: string, change: object = {}, position: unknown = [108.7, 34.3]) =>
  ({ id, title: `案件${id}`, stage: 'given', isLate: false, opened: { position }, ...change }) as CaseView
const some = [
  view('a'),
  view('b', { isLate: true }),
  view('c', { stage: 'closed' }),
  view('d', { stage: 'withdrawn' }),
  view('e', {}, null),
  view('f', { opened: null }),
]

it('the map marks open cases that have a position; late ones differ in state and letter', () => {
  const marks = caseMarks(i18next.t, some, 'a', null)
  expect(marks.map(({ at, text, label, state }) => [at, text, label, state])).toEqual([
    [[108.7, 34.3], '案', ['案件a', '已派发'].join(DOT), 'case shown'],
    [[108.7, 34.3], '超', ['案件b', '已派发', '超时'].join(DOT), 'case late'],
  ])
  expect(withoutPlace(some)).toBe(2)
})

it('pressing a mark opens its case, and marks cannot be pressed while the map itself uses taps', () => {
  const press = vi.fn()
  for (const mark of caseMarks(i18next.t, some, null, press)) mark.onPress?.()
  expect(press.mock.calls).toEqual([['a'], ['b']])
  expect(caseMarks(i18next.t, some, null, null).some(({ onPress }) => onPress)).toBe(false)
})
