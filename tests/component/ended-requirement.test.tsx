import { act, cleanup, render, screen } from '@testing-library/react'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import type { EndedRule, Rule } from '@/domain/rules/rule'
import { NO_FILTERS } from '@/domain/sources/view/filters'
import { Requirements } from '@/features/explore/detail/Requirements'
import { useChoices } from '@/features/explore/filters/use-choices'
import { Chips } from '@/features/explore/question/Chips'
import { startI18n } from '@/i18n'
import { datasetOf } from '@/questions/dataset'
import { evaluateRules } from '@/questions/evaluated-package'
import { type SourceRecord, sourceRecord } from '@/questions/source/source-record'
import { useAnswer } from '@/store/answers/use-answer'
import { useChentu } from '@/store/chentu'
import { FIRST_VIEW } from '@/store/view/view'
import { openFromDisk } from '../unit/package-from-disk'

const opened = (await openFromDisk('')).value!
const evaluated = evaluateRules(opened, '2022-10-31')
const before = datasetOf(opened)
const record = sourceRecord(evaluated, evaluated.order[0]!)
const answers = vi.hoisted(() => [] as (() => void)[])
vi.mock('@/workers/client', () => ({
  datasetWorker: () => ({ sourceRecord: () => new Promise((answer) => answers.push(() => answer(record))) }),
  onDatasetWorkerStopped: () => undefined,
  whenAnswered: async () => undefined,
  whenMapDrawn: async () => undefined,
}))

const facets = { leads: new Map() }
const show = (rules: readonly Rule[], endedRules: readonly EndedRule[], requirements: readonly string[]) =>
  act(async () =>
    useChentu.setState({
      view: { ...FIRST_VIEW, filters: { ...NO_FILTERS, requirements } },
      opened: {
        dataset: { ...before, rules, endedRules },
        evaluation: evaluated.evaluation,
        shown: {},
        counts: { facets },
      } as never,
    }),
  )
const ended = (rule: Rule): EndedRule => ({ ...rule, ended: { by: '张三', why: '完成', at: 1 } })
const six = before.rules.find(({ id }) => id === '23-six')!
const others = before.rules.filter(({ id }) => id !== '23-six')

beforeEach(async () => {
  await startI18n('zh-CN')
})
afterEach(cleanup)

function Offered() {
  return (
    <p>
      {useChoices()
        .requirements.map(({ label }) => label)
        .join('|')}
    </p>
  )
}

it('is named as no longer in force if a link or a saved view still filters by it', async () => {
  await show(others, [ended(six)], ['23-six', '23-six/wetWork', 'nothing'])
  render(<Chips />)
  const chips = document.body.textContent
  expect(chips).toContain('六个100%（已停用）')
  expect(chips).toContain('六个100% · 湿法作业（已停用）')
  expect(chips).toContain('方案中没有的要求')
  expect(chips).not.toContain('23-six')
  cleanup()
  render(<Offered />)
  expect(screen.getByText(/六个100%（已停用）/)).toBeTruthy()
})

it('is named so too after its last day', async () => {
  await show([{ ...six, until: '2022-10-30' }, ...others], [], ['23-six'])
  render(<Chips />)
  expect(document.body.textContent).toContain('六个100%（已停用）')
  await show([{ ...six, until: '2022-10-31' }, ...others], [], ['23-six'])
  expect(document.body.textContent).not.toContain('已停用')
})

it('shows on a card who changed it, and why', async () => {
  const changed = { by: '张三', why: '会议议定', at: 1 }
  await show(
    before.rules.map((rule) => ({ ...rule, changed })),
    [],
    [],
  )
  render(<Requirements record={record} />)
  expect(screen.getAllByText(/本单位修改.*张三.*会议议定/)).toHaveLength(record.findings.length)
})

function Card() {
  const found = useAnswer<SourceRecord>(async (worker) => worker.sourceRecord(1))
  return found ? <Requirements record={found} /> : <p>…</p>
}

it('hides a card whose findings refer to requirements by outdated numbers', async () => {
  await show(before.rules, [], [])
  render(<Card />)
  await act(async () => answers.shift()!())
  expect(screen.queryByText('…')).toBeNull()
  // The last one of the plan: its number is no longer used.
  const number = Math.max(...record.findings.map(({ rule }) => rule))
  await show(before.rules.slice(0, number), [ended(before.rules[number]!)], [])
  expect(screen.getByText('…')).toBeTruthy()
})
