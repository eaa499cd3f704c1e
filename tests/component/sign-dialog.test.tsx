import 'fake-indexeddb/auto'
import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/react'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import type { CheckTarget } from '@/features/field/record/check-target'
import { RecordPapers } from '@/features/field/sign/RecordPapers'
import { startI18n } from '@/i18n'
import { checkHistory } from '@/ledger/check-history'
import type { EventBody, Inspection, LedgerEvent } from '@/ledger/event'
import { nextEvent } from '@/ledger/event-chain'
import { foldLedger } from '@/ledger/fold'
import { targetKey } from '@/ledger/shared-code'
import type { InspectionEvent } from '@/ledger/visit'
import { useChentu } from '@/store/chentu'
import { useLedger } from '@/store/ledger'

vi.mock('@/features/field/sign/SignPad', () => ({
  SignPad: ({ onDrawn }: { onDrawn(read: () => Promise<Blob>): void }) => (
    <button type="button" onClick={() => onDrawn(async () => new Blob(['line'], { type: 'image/png' }))}>
      pad
    </button>
  ),
}))

const target = { kind: 'stockpile', code: 'DC-1', name: '煤堆' }
const photo = {
  hash: 'a'.repeat(64),
  bytes: 3,
  at: '2022-10-31T08:00:00Z',
  position: null,
  taken: null,
  item: 'covered',
}
const body: Inspection = {
  type: 'inspection',
  target,
  checklist: '',
  answers: { covered: 'no', fenced: 'yes' },
  shortcomings: { covered: { found: ['防尘网破损'], rectifyBy: '2022-11-03', told: '' } },
  note: '东门积尘较多',
  rectifyBy: '2022-11-03',
  told: '',
  position: null,
  accuracyMetres: null,
  photos: [photo],
  supersedes: [],
}
const device = 'a1b2c3d4e5f60718'
let events: LedgerEvent[]
const say = (said: EventBody) => {
  const at = `2022-10-31T08:0${events.length}:00Z`
  events.push(nextEvent(events.at(-1) ?? null, { device, at, author: '王建国', body: said }))
  useLedger.setState({ events: new Map(events.map((event) => [event.id, event])), state: foldLedger(events) })
  return events.at(-1)!
}
const append = vi.fn(async (said: EventBody, _photos: unknown, _draft: unknown) => say(said))

beforeEach(async () => {
  await startI18n('zh-CN')
  HTMLDialogElement.prototype.showModal = function () {
    this.open = true
  }
  vi.stubGlobal(
    'ResizeObserver',
    class {
      observe() {}
      disconnect() {}
    },
  )
  useChentu.setState({
    opened: { dataset: { rules: [], endedRules: [], earlierPlans: [], kinds: [], settings: {} } } as never,
  })
  events = []
  append.mockClear()
  useLedger.setState({ device, author: '王建国', append: append as never })
})
afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

const source = { ...target, sameCode: null, position: null, summary: null } satisfies CheckTarget
const facts = {
  record: null,
  text: (meaning: string) => (meaning === 'operator' ? '甲公司' : ''),
  isUnmet: () => false,
  ofData: () => null,
  readings: () => null,
  passedDeadline: () => null,
}

function open() {
  const record = say(body) as InspectionEvent
  render(<RecordPapers source={source} facts={facts} contacts={['李工']} record={checkHistory(undefined, record)} />)
  fireEvent.click(screen.getByRole('button', { name: '请受检方签字' }))
  return record
}
const save = (name: string) => screen.getByRole<HTMLButtonElement>('button', { name })

it('shows the signer all text of the paper, and stores the signature with the hash of the record', async () => {
  const record = open()
  const read = within(screen.getByRole('region', { name: '请受检方核对的现场检查记录' }))
  for (const words of ['煤堆', '甲公司', '王建国', 'fenced', '防尘网破损', '整改期限：2022-11-03'])
    expect(read.getByText(words), words).toBeTruthy()
  expect(read.getByText(/东门积尘较多/)).toBeTruthy()
  expect(read.getByText('a'.repeat(16))).toBeTruthy()
  expect(read.getByText(new RegExp(record.hash.slice(0, 16)))).toBeTruthy()

  expect(save('保存签字').disabled).toBe(true)
  screen.getByText('还需：填写签字人姓名、在签字板上签名')
  fireEvent.click(screen.getByRole('button', { name: '李工' }))
  expect(save('保存签字').disabled).toBe(true)
  screen.getByText('还需：在签字板上签名')
  fireEvent.click(screen.getByRole('button', { name: 'pad' }))
  fireEvent.click(save('保存签字'))
  await screen.findByText('李工 已签字')
  const [signature, [stored]] = append.mock.lastCall as unknown as [Record<string, unknown>, [{ hash: string }]]
  expect(signature).toMatchObject({ type: 'signature', event: record.id, eventHash: record.hash, name: '李工' })
  expect(signature).not.toHaveProperty('unsigned')
  expect(signature.photos).toEqual([expect.objectContaining({ hash: stored.hash, bytes: 4 })])
  expect(screen.getByRole<HTMLButtonElement>('button', { name: '请受检方签字' }).disabled).toBe(true)
})

it('records why nobody signs and who witnessed it, under no name; it can still be signed later', async () => {
  open()
  fireEvent.click(screen.getByRole('button', { name: '当事人不在场' }))
  fireEvent.click(screen.getByRole('button', { name: '拒绝签字' }))
  expect(save('保存未签字说明').disabled).toBe(true)
  fireEvent.click(screen.getByRole('button', { name: '对检查结果有异议' }))
  fireEvent.change(screen.getByRole('textbox', { name: '当事人姓名（不清楚可不填）' }), {
    target: { value: ' 李工 ' },
  })
  fireEvent.change(screen.getByRole('textbox', { name: /^见证人姓名/ }), { target: { value: '张三、 李四,张三' } })
  fireEvent.click(save('保存未签字说明'))
  await waitFor(() => expect(append).toHaveBeenCalled())
  expect(append.mock.lastCall![0]).toMatchObject({
    name: '',
    photos: [],
    unsigned: { why: 'refused', person: '李工', reason: '对检查结果有异议', witnesses: ['张三', '李四'] },
  })
  expect(append.mock.lastCall![1]).toEqual([])
  await screen.findByText('未签字：李工拒绝签字：对检查结果有异议')
  expect(screen.getByRole<HTMLButtonElement>('button', { name: '请受检方签字' }).disabled).toBe(false)
})

it('shows that a record corrected after its signature was not signed again', () => {
  const record = open()
  cleanup()
  const signature = { type: 'signature', target, event: record.id, eventHash: record.hash, name: '李工' } as const
  say({ ...signature, photos: [] })
  const correction = say({ ...body, corrects: record.id }) as InspectionEvent
  const kept = checkHistory(foldLedger(events).get(targetKey(target)), correction)
  render(<RecordPapers source={source} facts={facts} contacts={[]} record={kept} />)
  expect(screen.getByText('更正后未重新签字（李工 2022-10-31 16:01 所签为更正前的内容）')).toBeTruthy()
  expect(screen.getByRole<HTMLButtonElement>('button', { name: '请受检方签字' }).disabled).toBe(false)
})

it('has separate reasons of each kind: a chosen one is not carried over', () => {
  open()
  fireEvent.click(screen.getByRole('button', { name: '拒绝签字' }))
  fireEvent.click(screen.getByRole('button', { name: '对检查结果有异议' }))
  fireEvent.click(screen.getByRole('button', { name: '当事人不在场' }))
  expect(screen.getByRole<HTMLInputElement>('textbox', { name: '理由或情况' }).value).toBe('')
  expect(save('保存未签字说明').disabled).toBe(true)
})
