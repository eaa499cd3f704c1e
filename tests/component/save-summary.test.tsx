import { cleanup, fireEvent, render, screen } from '@testing-library/react'
import { useState } from 'react'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { missingPartsOf } from '@/features/field/check/missing-parts'
import { SaveSummary } from '@/features/field/check/SaveSummary'
import { summaryOf } from '@/features/field/check/write-check'
import { NOTHING_CHECKED } from '@/features/field/record/drafts'
import { startI18n } from '@/i18n'
import type { Answer } from '@/ledger/event'
import { useChentu } from '@/store/chentu'
import { KINDS } from '../fixtures/kinds'

const items = ['wet', 'sealed', 'fenced', 'paved'].map((id) => ({ id }))
const rules = ['喷淋', '密闭', '围挡', '硬化'].map((zh, at) => ({
  ...{ id: items[at]!.id, kind: 'stockpile', clause: 1, title: { zh, en: zh } },
  check: { type: 'all-yes', fields: [items[at]!.id] },
}))
const onItem = vi.fn()
const onSave = vi.fn()

function Asked({ answers }: { readonly answers: Readonly<Record<string, Answer>> }) {
  const [reasons, setReasons] = useState<Readonly<Record<string, string>>>({})
  const draft = { ...NOTHING_CHECKED, answers, reasons }
  return (
    <SaveSummary
      evidence={{ measuredAt: '', distanceMetres: null, flags: ['no-photo'], reason: '' }}
      accuracyMetres={5}
      summary={summaryOf(draft, { checklist: { version: '', items }, events: new Map() })}
      kind="stockpile"
      lacks={missingPartsOf(draft, items, [])}
      unanswered={items.flatMap(({ id }) => (answers[id] ? [] : id))}
      events={[]}
      asksAuthor={false}
      onReason={(of, reason) => setReasons({ ...reasons, ...Object.fromEntries(of.map((id) => [id, reason])) })}
      onItem={onItem}
      onSave={onSave}
      onBack={vi.fn()}
    />
  )
}

const button = (name: string | RegExp) => screen.getByRole('button', { name }) as HTMLButtonElement
const rows = () => screen.getAllByRole('listitem').map((each) => each.textContent)

beforeEach(async () => {
  await startI18n('zh-CN')
  HTMLDialogElement.prototype.showModal = function () {
    this.open = true
  }
  useChentu.setState({ opened: { dataset: { rules, kinds: KINDS } } as never })
})
afterEach(() => {
  cleanup()
  vi.clearAllMocks()
})

it('names what each item lacks, and a press scrolls to it', () => {
  render(<Asked answers={{ wet: 'no', sealed: 'not-applicable' }} />)
  expect(rows()).toEqual([
    expect.stringMatching(/缺照片、情况、整改期限$/),
    expect.stringMatching(/不适用，建议注明原因$/),
    expect.stringMatching(/^还有 2 项未答/),
  ])
  // None of it prevents saving.
  expect(button('仍然保存').disabled).toBe(false)
  fireEvent.click(button(/缺照片/))
  expect(onItem).toHaveBeenLastCalledWith('wet')
  fireEvent.click(button(/项未答/))
  expect(onItem).toHaveBeenLastCalledWith('fenced')
})

it('recommends a reason for all items that do not apply, given by one press', () => {
  render(<Asked answers={{ wet: 'not-applicable', sealed: 'not-applicable', fenced: 'yes', paved: 'yes' }} />)
  expect(button('仍然保存').disabled).toBe(false)
  expect(screen.getByRole('group', { name: '不适用的 2 项，原因（建议注明）' })).toBeTruthy()
  fireEvent.click(button('已停工'))
  expect(rows().filter((row) => row?.includes('不适用'))).toEqual([])
})

it('asks why items could not be checked; one press gives the reason for all', () => {
  render(<Asked answers={{ wet: 'not-seen', sealed: 'not-seen', fenced: 'yes', paved: 'yes' }} />)
  expect(button('仍然保存').disabled).toBe(true)
  expect(rows().filter((row) => row?.endsWith('无法核查，须注明原因'))).toHaveLength(2)
  fireEvent.click(button('未能进入现场'))
  expect(button(/保存$/).disabled).toBe(false)
  // Another reason replaces it; an empty one removes it.
  fireEvent.click(button('被遮挡，看不到'))
  fireEvent.click(button(/被遮挡，看不到/))
  expect(button('仍然保存').disabled).toBe(true)
})
