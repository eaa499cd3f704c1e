import 'fake-indexeddb/auto'
import { cleanup, fireEvent, render, renderHook, screen } from '@testing-library/react'
import { useState } from 'react'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { parseDay } from '@/domain/calendar'
import { STATUS } from '@/domain/rules/status'
import { ShortcomingForm } from '@/features/field/check/ShortcomingForm'
import { useSourceFacts } from '@/features/field/check/use-source-facts'
import type { CheckTarget } from '@/features/field/record/check-target'
import { NO_SHORTCOMING } from '@/features/field/record/drafts'
import { startI18n } from '@/i18n'
import type { Answer, LedgerEvent } from '@/ledger/event'
import { foldLedger } from '@/ledger/fold'
import { useChentu } from '@/store/chentu'
import { useLedger } from '@/store/ledger'
import { inspection, write } from '../unit/ledger/records'

const record = {
  values: { covered: false, washed: true },
  findings: [{ rule: 0, status: STATUS.overdue, since: parseDay('2022-10-01'), due: parseDay('2022-10-05'), days: 26 }],
  kept: [],
  toVerify: [],
}
vi.mock('@/store/answers/use-answer', () => ({ useAnswer: () => record }))

const target: CheckTarget = { kind: 'yard', code: 'Y-1', name: '沙场', sameCode: null, position: null, summary: null }
const item = (field: string) => ({ id: field, field, clause: 25, title: { zh: field, en: field } })

function Form({ field }: { readonly field: string }) {
  const [shortcoming, setShortcoming] = useState(NO_SHORTCOMING)
  const facts = useSourceFacts(target)
  return (
    <ShortcomingForm
      shortcoming={shortcoming}
      usual={[]}
      contacts={[]}
      passed={facts.passedDeadline(item(field))}
      onChange={setShortcoming}
    />
  )
}

beforeEach(async () => {
  vi.useFakeTimers({ now: Date.parse('2022-10-31T04:00:00Z'), toFake: ['Date'] })
  await startI18n('zh-CN')
  const check = { type: 'all-yes', fields: ['covered', 'washed'] }
  useChentu.setState({
    opened: { dataset: { rules: [{ id: 'r', kind: 'yard', check }], kinds: [{ id: 'yard', fields: [] }] } } as never,
  })
})
afterEach(() => {
  cleanup()
  vi.useRealTimers()
})

it('notes that a new deadline does not end an existing delay, once a deadline is set', () => {
  render(<Form field="covered" />)
  expect(screen.queryByText(/原期限/)).toBeNull()
  fireEvent.click(screen.getByRole('button', { name: '3 天' }))
  expect(screen.getByText('原期限 2022-10-05 已过，逾期天数仍从原期限算起；新期限记入本次记录。')).toBeTruthy()
})

it('shows no note for an item that is met', () => {
  render(<Form field="washed" />)
  fireEvent.click(screen.getByRole('button', { name: '3 天' }))
  expect(screen.queryByText(/原期限/)).toBeNull()
})

it('still knows an item as not met after a visit in which nobody could enter', () => {
  const source = { kind: 'yard', code: 'Y-1', name: '沙场' }
  const told = (of: string, answer: Answer, at: string, last: LedgerEvent | null, supersedes: readonly string[] = []) =>
    write('a', last, inspection({ target: source, answers: { [of]: answer }, supersedes }), at)
  const found = told('washed', 'no', '2022-10-20T02:00:00Z', null)
  const locked = told('washed', 'not-seen', '2022-10-25T02:00:00Z', found, [found.id])
  useLedger.setState({ state: foldLedger([found, locked]) })
  const facts = renderHook(() => useSourceFacts(target)).result.current
  expect([item('washed'), item('covered')].map(facts.isUnmet)).toEqual([true, true])
})
