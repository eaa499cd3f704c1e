import 'fake-indexeddb/auto'
import { cleanup, fireEvent, render, screen, within } from '@testing-library/react'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { CheckForm } from '@/features/field/record/CheckForm'
import { startI18n } from '@/i18n'
import { NO_EXCHANGE } from '@/ledger/delivery'
import { type EventBody, eventsById, type LedgerEvent } from '@/ledger/event'
import { foldLedger } from '@/ledger/fold'
import { useChentu } from '@/store/chentu'
import { ledger, useLedger } from '@/store/ledger'
import { KINDS } from '../fixtures/kinds'
import { squareCity } from '../fixtures/square-city'
import { target, write } from '../unit/ledger/records'

vi.mock('@/store/answers/use-answer', () => ({ useAnswer: () => null }))

const rules = [
  {
    ...{ id: 'fenced', kind: 'stockpile', clause: 1, title: { zh: '围挡', en: 'Fence' }, lead: [], others: [] },
    check: { type: 'all-yes', fields: ['fenced'] },
  },
]
const CITY = {
  counties: [{ code: '610402', name: '秦都区', nameEn: 'Qindu', aliases: [], ranked: true }],
  outlines: { features: [{ id: '610402', geometry: squareCity([108.7, 34.3], 0.1) }] },
  ...{ rules, endedRules: [], earlierPlans: [], warnings: [], lines: [], settings: {} },
}
const press = (name: string | RegExp) => fireEvent.click(screen.getByRole('button', { name }), { detail: 0 })
const scrolled = vi.fn()

beforeEach(async () => {
  await startI18n('zh-CN')
  await ledger().database.drafts.clear()
  HTMLDialogElement.prototype.showModal = function () {
    this.open = true
  }
  Element.prototype.scrollIntoView = scrolled
  scrolled.mockClear()
  useChentu.setState({ opened: { dataset: { ...CITY, kinds: KINDS } } } as never)
  const chain: LedgerEvent[] = []
  const append = async (body: EventBody) => {
    chain.push(write('this', chain.at(-1) ?? null, body))
    const events = eventsById(chain)
    useLedger.setState({ events, state: foldLedger(events.values()) })
    return chain.at(-1)!
  }
  const known = { events: new Map(), state: new Map(), exchanged: NO_EXCHANGE }
  useLedger.setState({ ...known, device: 'this', author: '张三', append: append as never })
})
afterEach(cleanup)

it('a check that is withdrawn right after saving is no longer confirmed nor offered for signing', async () => {
  const source = { ...target, sameCode: null, position: null, summary: null }
  const origin = { position: [108.7, 34.3], kind: 'measured', accuracyMetres: 5, headingDegrees: null } as const
  render(<CheckForm source={source} fix={null} origin={origin} onClose={vi.fn()} onMap={vi.fn()} />)
  fireEvent.click(await screen.findByRole('button', { name: '符合' }))
  press(/^保存记录/)
  fireEvent.click(within(await screen.findByRole('dialog')).getByRole('button', { name: /保存$/ }), { detail: 0 })
  await screen.findByText(/^✓ 已保存到本机/)
  press(/^作废 /)
  // The form opens below the fold.
  expect(scrolled).toHaveBeenCalledWith({ block: 'center' })
  press('重复记录')
  fireEvent.submit(screen.getByRole('form', { name: /^作废 / }))
  await screen.findByText('这条记录已作废，不再计入')
  expect(screen.queryByText(/^✓ 已保存到本机/)).toBeNull()
  expect(screen.queryByRole('button', { name: '请受检方签字' })).toBeNull()
})
