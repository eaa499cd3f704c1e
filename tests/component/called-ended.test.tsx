import { cleanup, render, renderHook, screen } from '@testing-library/react'
import { afterEach, beforeAll, expect, it } from 'vitest'
import type { TeamObservation } from '@/domain/rules/team-observations'
import { CalledLine } from '@/features/explore/warnings/CalledLine'
import { useCallTable } from '@/features/explore/warnings/use-call-table'
import { startI18n } from '@/i18n'
import { datasetOf } from '@/questions/dataset'
import { evaluateRules } from '@/questions/evaluated-package'
import { calledRows, calledSource } from '@/questions/warnings/warning-duties'
import { useChentu } from '@/store/chentu'
import { FIRST_VIEW } from '@/store/view/view'
import { openFromDisk } from '../unit/package-from-disk'

const opened = (await openFromDisk('')).value!
const AS_OF = '2022-10-31'
const dataset = datasetOf(opened)
const [warning] = dataset.warnings

const calledAfter = (seen: readonly TeamObservation[]) => {
  const evaluated = evaluateRules(opened, AS_OF, seen)
  return calledRows(evaluated, warning!.code).map((row) => calledSource(evaluated, row))
}
const before = calledAfter([])
/** A source by itself, one without a name in its record, and a line of a firm. */
const alone = before.find(({ role, parts }) => role === 'asked' && parts.length === 0)!
const unnamed = before.findLast(({ role, parts }) => role === 'asked' && parts.length === 0)!
const works = before.find(({ role, parts }) => role === 'asked' && parts.length > 0)!
const said = { day: '2022-10-30', answers: {}, deadlines: {}, ended: '已完工' } as const
const ofSource = ({ kind, code, sameCode }: Pick<typeof alone, 'kind' | 'code' | 'sameCode'>) => ({
  ...{ kind, code },
  ...(sameCode && { nth: sameCode.nth }),
})
const after = calledAfter([
  { ...said, ...ofSource(alone), endedBy: '张三' },
  { ...said, ...ofSource(unnamed), isLeftOut: true },
  { ...said, ...ofSource(works.parts[0]!), endedBy: '李四' },
])
const find = ({ kind, code, sameCode }: typeof alone) =>
  after.find((each) => each.kind === kind && each.code === code && each.sameCode?.nth === sameCode?.nth)!

beforeAll(() => startI18n('zh-CN').then(() => undefined))
afterEach(cleanup)

it('a source that a team recorded as completed still stands on its call sheet, which says so, by whom and when', () => {
  expect(after.map(({ code, role }) => [code, role])).toEqual(before.map(({ code, role }) => [code, role]))
  expect(find(alone).endedOnSite).toEqual({ day: '2022-10-30', words: '已完工', by: '张三' })
  useChentu.setState({ view: FIRST_VIEW, opened: { dataset, evaluation: { asOf: AS_OF }, shown: {} } as never })
  const called = { standingOf: () => ({ calls: [], onSite: [] }), asOf: AS_OF } as never
  const { result } = renderHook(() => useCallTable(warning!, called))
  const { rows, notes } = result.current({ name: '秦都区', sources: [alone, unnamed, works].map(find) })
  expect(rows[0]![1]).toContain('（2022年10月30日现场记录“已完工”，记录人：张三，请先核实）')
  expect(rows[1]![1]).toContain('（2022年10月30日现场记录“已完工”，请先核实）')
  expect(rows[2]![2]).toContain(`${works.parts[0]!.label}（2022年10月30日现场记录“已完工”，记录人：李四，请先核实）`)
  expect(notes![0]).toMatch(/^现场记录中有 2 处记为已完工等，请先核实是否应响应：.*，已完工）。$/)
})

it('the list on the screen says so too, of a source and of a line of a firm', () => {
  useChentu.setState({ view: FIRST_VIEW, opened: { dataset, evaluation: { asOf: AS_OF }, shown: {} } as never })
  const state = { standing: 'none', calls: [], later: [], withdrawn: [], failed: null, onSite: [] } as const
  const shown = (of: typeof alone) => render(<CalledLine source={find(of)} state={state} warning={warning!} />)
  shown(alone)
  screen.getByText('2022-10-30 张三现场记录“已完工”，请先核实是否应响应')
  cleanup()
  shown(unnamed)
  screen.getByText('2022-10-30 现场记录“已完工”，请先核实是否应响应')
  cleanup()
  shown(works)
  screen.getByText('2022-10-30 李四现场记录“已完工”，请先核实是否应响应')
  cleanup()
  render(<CalledLine source={{ ...before[0]!, ended: '竣工' }} state={state} warning={warning!} />)
  screen.getByText('台账记为“竣工”，请先核实是否应响应')
})
