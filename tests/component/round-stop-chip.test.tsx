import { cleanup, render, screen } from '@testing-library/react'
import { afterEach, expect, it } from 'vitest'
import { RoundStopRow } from '@/features/field/around/RoundStopRow'
import { startI18n } from '@/i18n'
import { visitsOf } from '@/ledger/visit'
import { useChentu } from '@/store/chentu'
import { KINDS } from '../fixtures/kinds'
import { inspection, target, write } from '../unit/ledger/records'

afterEach(cleanup)

/** The line of a stop of which two items have an answer and one is open. */
async function line(reason: string) {
  await startI18n('zh-CN')
  const dataset = { rules: [], kinds: KINDS, endedRules: [], earlierPlans: [] }
  useChentu.setState({ opened: { dataset } as never })
  const answers = { a: 'not-applicable', b: 'not-applicable' } as const
  const body = { ...inspection({ answers, reasons: { a: reason, b: reason } }), asked: 3 }
  const visit = visitsOf([write('a', null, body) as never])[0]!
  const source = { ...target, source: 0, status: 0, position: [108.7, 34.3], sameCode: null }
  const stop = { source, number: 1, visit, before: null, state: 'partial', reason: '' }
  render(
    <RoundStopRow
      stop={stop as never}
      far={null}
      draftDay={null}
      isUnderWarning={false}
      onSkip={() => undefined}
      onDrop={null}
    />,
  )
  return screen.getByRole('listitem').querySelector('small')!.textContent!.replace(/\s/g, ' ')
}

it('a stop of the round says what the whole site came to, beside that items are open', async () => {
  expect(await line('已停工')).toBe('部分核查 · 已停工，未答 1 项')
  cleanup()
  expect(await line('已完工')).toBe('部分核查 · 已完工，未答 1 项，待内勤核实台账')
  cleanup()
  expect(await line('无此项内容')).toBe('部分核查')
})
