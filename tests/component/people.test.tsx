import 'fake-indexeddb/auto'
import { act, cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { BeforeSaving } from '@/features/field/check/BeforeSaving'
import { SaveSummary } from '@/features/field/check/SaveSummary'
import { FieldHeader } from '@/features/field/frame/FieldHeader'
import { ForeignDraft } from '@/features/field/people/ForeignDraft'
import { PinPrompt } from '@/features/field/people/PinPrompt'
import { NOTHING_CHECKED } from '@/features/field/record/drafts'
import { WithdrawForm } from '@/features/field/record/WithdrawForm'
import { startI18n } from '@/i18n'
import { NO_EXCHANGE } from '@/ledger/delivery'
import { eventsById } from '@/ledger/event'
import { foldLedger } from '@/ledger/fold'
import { useChentu } from '@/store/chentu'
import { pinClearedOn, usePeople } from '@/store/device/people'
import { keepPin } from '@/store/device/person-pin'
import { today } from '@/store/device/today'
import { useLedger } from '@/store/ledger'
import { inspection, photoOf, write } from '../unit/ledger/records'

const nobody = (name: string) => ({ name, pin: null, cleared: null })
const author = () => useLedger.getState().author
const press = (name: string | RegExp) => fireEvent.click(screen.getByRole('button', { name }))
const origin = { position: [108.7, 34.3], kind: 'default', accuracyMetres: null, headingDegrees: null } as const
const renderHeader = () => render(<FieldHeader origin={origin} isChosen={false} onPosition={vi.fn()} />)

function Asked({ onSave }: { onSave(): void }) {
  const asked = { lacks: null, flags: ['没有定位'], asksWhy: true, whys: [], onSave, onBack: () => undefined }
  return (
    <BeforeSaving {...asked} asksAuthor={useLedger((all) => all.author) === ''}>
      {''}
    </BeforeSaving>
  )
}

beforeEach(async () => {
  await startI18n('zh-CN')
  HTMLDialogElement.prototype.showModal = function () {
    this.open = true
  }
  usePeople.setState({ people: [nobody('张三'), nobody('李四'), nobody('王五')], shift: today(), companions: [] })
  useLedger.setState({ author: '张三', events: new Map(), device: 'this' })
})
afterEach(cleanup)

describe('the person on patrol', () => {
  it('is changed by two presses, and shown in the header', () => {
    renderHeader()
    press('记录人：张三')
    press('李四')
    expect(author()).toBe('李四')
    expect(screen.getByRole('button', { name: '记录人：李四' })).toBeTruthy()
  })

  it('is asked at the start of a day if several people share the tablet, with companions', async () => {
    usePeople.setState({ shift: '2022-10-30', companions: ['王五'] })
    renderHeader()
    expect(screen.getByRole('dialog', { name: '今天的巡查人员' })).toBeTruthy()
    press('李四')
    expect(author()).toBe('李四')
    expect(screen.getByText(/须有两名以上执法人员/)).toBeTruthy()
    press('同行：王五')
    press('关闭')
    expect(screen.queryByRole('dialog')).toBeNull()
    expect(screen.getByRole('button', { name: '记录人：李四，同行：王五' }).textContent).toBe('李四+1')
  })

  it('is not asked of a single user, nor twice a day', () => {
    usePeople.setState({ people: [nobody('张三')], shift: '' })
    renderHeader()
    expect(screen.queryByRole('dialog')).toBeNull()
    cleanup()
    usePeople.setState({ people: [nobody('张三'), nobody('李四')], shift: today() })
    renderHeader()
    expect(screen.queryByRole('dialog')).toBeNull()
  })
})

describe('a PIN', () => {
  beforeEach(async () => {
    usePeople.getState().setPin('李四', await keepPin('2580', 1000))
    renderHeader()
    press('记录人：张三')
    press(/^李四.*已设 PIN/)
  })

  it('is required before its name can be chosen', async () => {
    const confirm = async (pin: string) => {
      fireEvent.change(screen.getByLabelText('李四 的 PIN'), { target: { value: pin } })
      press('确定')
    }
    await confirm('0000')
    expect((await screen.findByRole('alert')).textContent).toBe('PIN 不正确，请重新输入。')
    expect(author()).toBe('张三')
    await confirm('2580')
    await waitFor(() => expect(author()).toBe('李四'))
  })

  it('is removed if forgotten, with a recorded reason and name', async () => {
    press('忘记 PIN')
    press('本人忘记')
    expect((screen.getByRole('button', { name: '清除 PIN' }) as HTMLButtonElement).disabled).toBe(true)
    fireEvent.change(screen.getByLabelText(/^经办人/), { target: { value: '张三' } })
    press('清除 PIN')
    await waitFor(() => expect(author()).toBe('李四'))
    expect(usePeople.getState().people.find(({ name }) => name === '李四')?.pin).toBeNull()
    expect(pinClearedOn(usePeople.getState().people, '李四', today())).toBe('本人忘记，张三')
  })
})

describe('choosing an own PIN', () => {
  const type = (label: string, value: string) => fireEvent.change(screen.getByLabelText(label), { target: { value } })
  const kept = () => usePeople.getState().people.find(({ name }) => name === '张三')?.pin
  beforeEach(() => {
    renderHeader()
    press('记录人：张三')
    press(/^给 张三 设 PIN/)
  })

  it('requires typing it twice, hidden, and saves it only if both are equal', async () => {
    for (const label of [/^新 PIN/, '再输一次'])
      expect((screen.getByLabelText(label) as HTMLInputElement).type).toBe('password')
    type('新 PIN（4 至 8 位数字）', '2580')
    type('再输一次', '2589')
    press('保存 PIN')
    expect((await screen.findByRole('alert')).textContent).toBe('两次输入不一致，请再输一次。')
    expect(kept()).toBeNull()
    type('再输一次', '2580')
    press('保存 PIN')
    await waitFor(() => expect(kept()).not.toBeNull(), { timeout: 10_000 })
  })

  it('reports a PIN that could not be saved', async () => {
    const refused = vi.spyOn(crypto.subtle, 'importKey').mockRejectedValue(new Error('off'))
    type('新 PIN（4 至 8 位数字）', '2580')
    type('再输一次', '2580')
    press('保存 PIN')
    expect((await screen.findByRole('alert')).textContent).toBe('PIN 未能保存：off')
    expect((screen.getByRole('button', { name: '保存 PIN' }) as HTMLButtonElement).disabled).toBe(false)
    refused.mockRestore()
  })
})

describe('a reason sent to the office', () => {
  it('is in the office’s language, whatever the language of the screen', async () => {
    await startI18n('en')
    usePeople.getState().setPin('李四', await keepPin('2580', 1000))
    render(<PinPrompt name="李四" onRight={vi.fn()} onCancel={vi.fn()} />)
    press('Forgot PIN')
    press('本人忘记')
    cleanup()
    const onSave = vi.fn()
    const evidence = { measuredAt: '', distanceMetres: null, flags: ['no-position'], reason: '' }
    const counts = { yes: 1, no: 0, 'not-applicable': 0, 'not-seen': 0, unanswered: 0 }
    const summary = { counts, photos: [], voices: 0, deadlines: [] }
    const asked = { evidence, summary, accuracyMetres: null, asksAuthor: false, onSave, onBack: vi.fn() }
    const open = { kind: 'stockpile', lacks: [], unanswered: [], events: [], onReason: vi.fn(), onItem: vi.fn() }
    useChentu.setState({ opened: { dataset: { rules: [], kinds: [] } } as never })
    render(<SaveSummary {...asked} {...open} />)
    press('在场外核查')
    press('Save anyway')
    expect(onSave).toHaveBeenCalledWith('在场外核查')
  })
})

describe('without a name', () => {
  beforeEach(() => useLedger.setState({ author: '', setAuthor: async (name) => useLedger.setState({ author: name }) }))

  it('a record is not saved until somebody is named', () => {
    const onSave = vi.fn()
    render(<Asked onSave={onSave} />)
    press('仍然保存')
    expect(onSave).not.toHaveBeenCalled()
    expect(screen.getByText('请选择或填写记录人（必填）')).toBeTruthy()
    fireEvent.change(screen.getByLabelText('记录人'), { target: { value: '赵六' } })
    fireEvent.blur(screen.getByLabelText('记录人'))
    expect(author()).toBe('赵六')
    press('仍然保存')
    expect(onSave).toHaveBeenCalledOnce()
  })

  it('a record is saved under a name as soon as it is typed, once that is stored', async () => {
    let store: () => void = () => undefined
    useLedger.setState({
      setAuthor: (name) =>
        new Promise((done) => {
          store = () => {
            useLedger.setState({ author: name })
            done()
          }
        }),
    })
    const onSave = vi.fn(() => author())
    render(<Asked onSave={onSave} />)
    const save = () => screen.getByRole('button', { name: '仍然保存' }) as HTMLButtonElement
    fireEvent.change(screen.getByLabelText('记录人'), { target: { value: ' ' } })
    expect(save().disabled || save().ariaDisabled === 'true').toBe(true)
    fireEvent.change(screen.getByLabelText('记录人'), { target: { value: '赵六' } })
    press('仍然保存')
    expect(onSave).not.toHaveBeenCalled()
    act(() => store())
    await waitFor(() => expect(onSave).toHaveReturnedWith('赵六'))
    expect(onSave).toHaveBeenCalledOnce()
  })

  it('a typed name with a PIN is asked for it before anything is saved', async () => {
    usePeople.getState().setPin('李四', await keepPin('2580', 1000))
    const onSave = vi.fn()
    render(<Asked onSave={onSave} />)
    fireEvent.change(screen.getByLabelText('记录人'), { target: { value: '李四' } })
    press('仍然保存')
    fireEvent.change(screen.getByLabelText('李四 的 PIN'), { target: { value: '2580' } })
    press('确定')
    await waitFor(() => expect(author()).toBe('李四'))
    expect(onSave).not.toHaveBeenCalled()
    press('仍然保存')
    expect(onSave).toHaveBeenCalledOnce()
  })

  it('a name chosen after another was typed is the one that counts', () => {
    const onSave = vi.fn(() => author())
    render(<Asked onSave={onSave} />)
    fireEvent.change(screen.getByLabelText('记录人'), { target: { value: '赵六' } })
    press('王五')
    press('仍然保存')
    expect(onSave).toHaveReturnedWith('王五')
  })

  it('a record is not withdrawn until somebody is named', async () => {
    const onGive = vi.fn(async () => undefined)
    const words = { title: '作废', warning: '', reasons: ['重复记录'], confirm: '作废这条' }
    render(<WithdrawForm {...words} onGive={onGive} onCancel={vi.fn()} />)
    press('重复记录')
    press('作废这条')
    fireEvent.submit(screen.getByRole('form'))
    expect(onGive).not.toHaveBeenCalled()
    press('李四')
    press('作废这条')
    await waitFor(() => expect(onGive).toHaveBeenCalledWith('重复记录'))
  })

  it('a record is not withdrawn by the Enter that gives the name', () => {
    useLedger.setState({ author: '' })
    const words = { title: '作废', warning: '', reasons: ['重复记录'], confirm: '作废这条' }
    render(<WithdrawForm {...words} onGive={vi.fn()} onCancel={vi.fn()} />)
    press('重复记录')
    const field = screen.getByLabelText('记录人')
    fireEvent.change(field, { target: { value: '赵六' } })
    // A browser submits the form, whose button can be pressed by then, unless the key does nothing else.
    expect(fireEvent.keyDown(field, { key: 'Enter' })).toBe(false)
    expect(author()).toBe('赵六')
  })
})

it('the count in the header is one of records, and says of which sorts', () => {
  const photo = photoOf(3).ref
  const check = write('this', null, inspection({ photos: [photo, { ...photo, hash: 'b'.repeat(64) }] }))
  const again = write('this', check, inspection({ target: { kind: 'stockpile', code: 'DC-2', name: '砂堆' } }))
  const withdrawn = write('this', again, { type: 'withdrawal', event: again.id, reason: '误录' })
  const events = eventsById([check, again, withdrawn])
  useLedger.setState({ events, state: foldLedger(events.values()), exchanged: NO_EXCHANGE })
  renderHeader()
  const chip = screen.getByRole('button', { name: '未交记录 3 条' })
  expect(chip.title).toBe('未交记录 3 条：检查 2 条、作废 1 条；照片、语音随所在记录交，不另计；草稿不计')
  useLedger.setState({ state: new Map() })
})

describe('a record that is withdrawn without a name', () => {
  const words = { title: '作废', warning: '', reasons: ['重复记录'], confirm: '作废这条' }
  const type = (name: string) => fireEvent.change(screen.getByLabelText('记录人'), { target: { value: name } })

  it('can be withdrawn as soon as one is typed, once that is stored', async () => {
    useLedger.setState({
      author: '',
      setAuthor: async (name) => {
        await Promise.resolve()
        useLedger.setState({ author: name })
      },
    })
    const onGive = vi.fn(async () => void expect(author()).toBe('赵六'))
    render(<WithdrawForm {...words} onGive={onGive} onCancel={vi.fn()} />)
    press('重复记录')
    type('赵六')
    fireEvent.submit(screen.getByRole('form'))
    await waitFor(() => expect(onGive).toHaveBeenCalledExactlyOnceWith('重复记录'))
  })

  it('is not withdrawn by the key that ends a name', () => {
    useLedger.setState({ author: '' })
    render(<WithdrawForm {...words} onGive={vi.fn()} onCancel={vi.fn()} />)
    type('赵六')
    // Prevented, so that the form is not submitted.
    expect(fireEvent.keyDown(screen.getByLabelText('记录人'), { key: 'Enter' })).toBe(false)
  })

  it('asks for the PIN of a typed name first, and then can be withdrawn', async () => {
    usePeople.getState().setPin('李四', await keepPin('2580', 1000))
    useLedger.setState({ author: '', setAuthor: async (name) => useLedger.setState({ author: name }) })
    const onGive = vi.fn(async () => undefined)
    render(<WithdrawForm {...words} onGive={onGive} onCancel={vi.fn()} />)
    press('重复记录')
    type('李四')
    press('作废这条')
    fireEvent.change(screen.getByLabelText('李四 的 PIN'), { target: { value: '2580' } })
    press('确定')
    await waitFor(() => expect(author()).toBe('李四'))
    expect(onGive).not.toHaveBeenCalled()
    press('作废这条')
    await waitFor(() => expect(onGive).toHaveBeenCalledExactlyOnceWith('重复记录'))
  })
})

describe('a draft of another person', () => {
  it('names its author, and is taken over by one press', () => {
    const onTake = vi.fn()
    const draft = { ...NOTHING_CHECKED, begunAt: '2022-10-31T04:00:00Z', begunBy: '李四', heldBy: '李四' }
    render(<ForeignDraft draft={draft} author="张三" onTake={onTake} />)
    expect(screen.getByRole('alert').textContent).toContain('这份草稿由李四于 2022-10-31 12:00 开始填写')
    press('由张三接着填写')
    expect(onTake).toHaveBeenCalled()
  })
})
