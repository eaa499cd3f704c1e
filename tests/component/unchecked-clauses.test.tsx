import { cleanup, fireEvent, render, screen } from '@testing-library/react'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { ClauseRules } from '@/features/explore/plan/rules/ClauseRules'
import { UncheckedClauses } from '@/features/explore/plan/UncheckedClauses'
import { startI18n } from '@/i18n'
import { datasetOf } from '@/questions/dataset'
import { useChentu } from '@/store/chentu'
import { useRuleDesk } from '@/store/rules'
import { FIRST_VIEW } from '@/store/view/view'
import { openFromDisk } from '../unit/package-from-disk'

const whole = datasetOf((await openFromDisk('')).value!)
/** The plan without the requirements and measures of two of its clauses. */
const BARE = [23, 30]
const dataset = {
  ...whole,
  clauses: whole.clauses.map((clause) => (BARE.includes(clause.number) ? { ...clause, targets: [] } : clause)),
  rules: whole.rules.filter(({ clause }) => !BARE.includes(clause)),
}
const clause = dataset.clauses.find(({ number }) => number === 23)!

beforeEach(async () => {
  await startI18n('zh-CN')
  useChentu.setState({ view: FIRST_VIEW, opened: { dataset, evaluation: { asOf: '2022-10-31' } } as never })
  useRuleDesk.getState().close()
})
afterEach(cleanup)

it('a clause without requirements is marked, and a press adds the first one', () => {
  render(<ClauseRules clause={clause} />)
  expect(document.body.textContent).toContain('尚无可核对的要求')
  fireEvent.click(screen.getByRole('button', { name: '新建要求' }))
  expect(useRuleDesk.getState().draft).toMatchObject({ clause: 23, original: null, lead: clause.lead })
  cleanup()
  useChentu.setState({ opened: { dataset: whole, evaluation: { asOf: '2022-10-31' } } as never })
  render(<ClauseRules clause={clause} />)
  expect(document.body.textContent).not.toContain('尚无可核对的要求')
})

it('a clause whose requirements have all ended counts as unchecked', () => {
  const rules = whole.rules.map((rule) => (BARE.includes(rule.clause) ? { ...rule, until: '2022-10-30' } : rule))
  const opened = (asOf: string) => ({ dataset: { ...dataset, rules }, evaluation: { asOf } }) as never
  useChentu.setState({ opened: opened('2022-10-31') })
  const { rerender } = render(<UncheckedClauses onShow={() => undefined} />)
  expect(document.body.textContent).toContain('有 2 条尚无可核对的要求')
  useChentu.setState({ opened: opened('2022-10-30') })
  rerender(<UncheckedClauses onShow={() => undefined} />)
  expect(document.body.textContent).toBe('')
})

it('the plan counts unchecked clauses and links from one to the next, and shows nothing if there are none', () => {
  const onShow = vi.fn()
  const { rerender } = render(<UncheckedClauses onShow={onShow} />)
  expect(document.body.textContent).toContain('有 2 条尚无可核对的要求')
  fireEvent.click(screen.getByRole('button', { name: '到第23条新建要求' }))
  expect(onShow).toHaveBeenLastCalledWith(23)
  useChentu.setState({ view: { ...FIRST_VIEW, clause: 23 } })
  rerender(<UncheckedClauses onShow={onShow} />)
  fireEvent.click(screen.getByRole('button', { name: '到第30条新建要求' }))
  expect(onShow).toHaveBeenLastCalledWith(30)
  useChentu.setState({ opened: { dataset: whole, evaluation: { asOf: '2022-10-31' } } as never })
  rerender(<UncheckedClauses onShow={onShow} />)
  expect(document.body.textContent).toBe('')
})
