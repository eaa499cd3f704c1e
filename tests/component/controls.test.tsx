import { act, cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react'
import { useState } from 'react'
import { afterEach, beforeAll, expect, it, vi } from 'vitest'
import { changeLanguage, startI18n } from '@/i18n'
import { Button } from '@/ui/controls/Button'
import { Chip, ChipList } from '@/ui/controls/Chip'
import { ComboBox } from '@/ui/controls/ComboBox'
import { DatePicker } from '@/ui/controls/DatePicker'
import { IconButton } from '@/ui/controls/IconButton'
import { Menu } from '@/ui/controls/Menu'
import { MonthPicker } from '@/ui/controls/MonthPicker'
import { RangeSlider } from '@/ui/controls/RangeSlider'
import { SegmentedControl } from '@/ui/controls/SegmentedControl'
import { Select } from '@/ui/controls/Select'
import { SortedList } from '@/ui/controls/SortedList'
import { Dialog } from '@/ui/Dialog'

beforeAll(async () => {
  // happy-dom reports a changed selection at once, browsers a moment later; a date field would loop for ever.
  vi.spyOn(Selection.prototype, 'collapse').mockReturnValue()
  // A popup’s code is loaded when its control gets the focus, and handles only keys pressed later.
  await Promise.all(
    Object.values(import.meta.glob('../../src/ui/popups/*{Popup,Field,Bubble}.tsx')).map((load) => load()),
  )
  await startI18n('zh-CN')
})
afterEach(cleanup)

/** Presses a key on the focused element, as a person does. */
function press(key: string) {
  const target = document.activeElement!
  fireEvent.keyDown(target, { key })
  fireEvent.keyUp(target, { key })
}

/** Moves the focus to the element at which a popup opens, as browsers do; happy-dom leaves it on the popup. */
async function arriveAt(role: string, name: string) {
  const item = await screen.findByRole(role, { name })
  await waitFor(() => {
    item.focus()
    expect(document.activeElement).toBe(item)
  })
}

/** A control that stores the values it is given. */
function Kept({
  first,
  children,
}: {
  readonly first: string
  children(value: string, keep: (next: string) => void): React.ReactNode
}) {
  const [value, keep] = useState(first)
  return (
    <>
      <output>{value}</output>
      {children(value, keep)}
    </>
  )
}
const outputText = () => document.querySelector('output')!.textContent

function Chips() {
  const [all, setAll] = useState(['已逾期', '三原县', '道路'])
  return (
    <ChipList label="条件">
      {all.map((each) => (
        <Chip key={each} text={each} onRemove={() => setAll(all.filter((one) => one !== each))} />
      ))}
    </ChipList>
  )
}

function Sorted() {
  const [items, setItems] = useState(['排名', '地图', '任务'])
  return (
    <SortedList items={items} nameOf={(item) => item} onChange={setItems}>
      {(item) => <b>{item}</b>}
    </SortedList>
  )
}

const KINDS = [
  { value: 'site', label: '建筑工地' },
  { value: 'pile', label: '物料堆场', disabled: true },
  { value: 'road', label: '道路' },
]

it('chooses in a select by arrow keys, skips disabled options, and returns the focus', async () => {
  render(
    <Kept first="site">{(value, keep) => <Select label="类别" options={KINDS} value={value} onChange={keep} />}</Kept>,
  )
  const trigger = screen.getByRole('button', { name: '类别 建筑工地' })
  trigger.focus()
  press('ArrowDown')
  await screen.findByRole('listbox', { name: '类别' })
  await arriveAt('option', '建筑工地')
  press('ArrowDown')
  expect(document.activeElement).toBe(screen.getByRole('option', { name: '道路' }))
  press('Enter')
  await waitFor(() => expect(screen.queryByRole('listbox')).toBeNull())
  expect(outputText()).toBe('road')
  await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('button', { name: '类别 道路' })))
})

it('keeps the focus on a button that is disabled meanwhile, and does nothing on a press', () => {
  const pressed = vi.fn()
  const show = (disabled: boolean) => (
    <form onSubmit={pressed}>
      <Button type="submit" disabled={disabled} onClick={pressed}>
        {'生成'}
      </Button>
    </form>
  )
  const { rerender } = render(show(false))
  const button = screen.getByRole<HTMLButtonElement>('button', { name: '生成' })
  act(() => button.focus())
  rerender(show(true))
  expect(document.activeElement).toBe(button)
  expect([button.disabled, button.getAttribute('aria-disabled')]).toEqual([false, 'true'])
  fireEvent.click(button)
  expect(pressed).not.toHaveBeenCalled()
  act(() => button.blur())
  expect([button.disabled, button.getAttribute('aria-disabled')]).toEqual([true, null])
})

it('leaves a select unchanged on Escape, and on Enter at the selected option', async () => {
  render(
    <Kept first="road">{(value, keep) => <Select label="类别" options={KINDS} value={value} onChange={keep} />}</Kept>,
  )
  for (const key of ['Escape', 'Enter']) {
    screen.getByRole('button', { name: '类别 道路' }).focus()
    press('ArrowUp')
    await arriveAt('option', '道路')
    press(key)
    await waitFor(() => expect(screen.queryByRole('listbox')).toBeNull())
    expect(outputText()).toBe('road')
  }
})

it('opens the list of a modal dialog in it, where the rest of the page is inert', async () => {
  render(
    <Dialog title="导出" onClose={() => undefined}>
      <Select<string> label="格式" options={KINDS} value="site" onChange={() => undefined} />
    </Dialog>,
  )
  fireEvent.click(screen.getByRole('button', { name: '格式 建筑工地' }))
  expect((await screen.findByRole('listbox')).closest('dialog')).toBe(
    screen.getByRole('dialog', { name: '导出', hidden: true }),
  )
})

it('shows a day in the language of the app, and accepts a typed day', async () => {
  render(<Kept first="2022-10-31">{(value, keep) => <DatePicker label="截至" value={value} onChange={keep} />}</Kept>)
  fireEvent.click(screen.getByRole('button', { name: '截至 2022年10月31日' }))
  const [year, , day] = await screen.findAllByRole('spinbutton')
  expect(year!.getAttribute('aria-valuenow')).toBe('2022')
  day!.focus()
  press('ArrowDown')
  expect(outputText()).toBe('2022-10-31')
  press('Enter')
  await waitFor(() => expect(outputText()).toBe('2022-10-30'))
  await changeLanguage('en')
  await screen.findByRole('button', { name: '截至 Oct 30, 2022' })
  await changeLanguage('zh-CN')
})

it('accepts a day from the calendar within its bounds only', async () => {
  render(
    <Kept first="2022-10-31">
      {(value, keep) => <DatePicker label="截至" value={value} min="2022-10-10" onChange={keep} />}
    </Kept>,
  )
  fireEvent.click(screen.getByRole('button', { name: /^截至/ }))
  await screen.findByRole('grid')
  const cell = (day: string) => screen.getAllByText(day).find((each) => each.closest('[role="grid"]'))!
  expect(cell('9').getAttribute('aria-disabled')).toBe('true')
  cell('31').focus()
  press('ArrowUp')
  press('Enter')
  await waitFor(() => expect(outputText()).toBe('2022-10-24'))
})

it('clears a day if it is optional', async () => {
  render(
    <Kept first="2022-10-31">
      {(value, keep) => <DatePicker label="整改期限" value={value} clearable onChange={keep} />}
    </Kept>,
  )
  fireEvent.click(screen.getByRole('button', { name: /^整改期限/ }))
  fireEvent.click(await screen.findByRole('button', { name: '清除日期' }))
  await screen.findByRole('button', { name: '整改期限 选择日期' })
  expect(outputText()).toBe('')
})

it('chooses a month of another year by keys', async () => {
  render(<Kept first="2022-10">{(value, keep) => <MonthPicker label="月份" value={value} onChange={keep} />}</Kept>)
  fireEvent.click(screen.getByRole('button', { name: '月份 2022年10月' }))
  fireEvent.click(await screen.findByRole('button', { name: '上一年' }))
  await arriveAt('option', '1月')
  press('ArrowRight')
  press('Enter')
  await waitFor(() => expect(outputText()).toBe('2021-02'))
})

it('begins without a month at the year that is given', async () => {
  render(
    <Kept first="">{(value, keep) => <MonthPicker label="月份" value={value} from="2021" onChange={keep} />}</Kept>,
  )
  fireEvent.click(screen.getByRole('button', { name: /^月份/ }))
  await screen.findByText('2021年')
})

it('runs a menu command by keys, once', async () => {
  const run: string[] = []
  render(
    <Menu
      label="导出"
      entries={['xlsx', 'csv', 'png'].map((key) => ({ key, label: key, onChoose: () => run.push(key) }))}
    />,
  )
  const trigger = screen.getByRole('button', { name: '导出' })
  trigger.focus()
  press('ArrowDown')
  await arriveAt('menuitem', 'xlsx')
  press('ArrowDown')
  press('Enter')
  await waitFor(() => expect(screen.queryByRole('menu')).toBeNull())
  expect(run).toEqual(['csv'])
  await waitFor(() => expect(document.activeElement).toBe(trigger))
})

it('removes chips by Delete, and keeps the focus among the remaining ones', async () => {
  render(<Chips />)
  const cross = (name: string) => screen.getByRole('button', { name: `去掉条件：${name}` })
  cross('已逾期').focus()
  press('ArrowRight')
  expect(document.activeElement).toBe(cross('三原县'))
  press('Delete')
  await waitFor(() => expect(document.activeElement).toBe(cross('道路')))
  press('Backspace')
  await waitFor(() => expect(document.activeElement).toBe(cross('已逾期')))
  expect(screen.getAllByRole('listitem')).toHaveLength(1)
})

it('filters a combo box by the typed text, and also accepts a text that is not on the list', async () => {
  const counties = ['三原县', '泾阳县', '淳化县'].map((label) => ({ value: label, label }))
  render(
    <Kept first="">{(value, keep) => <ComboBox label="区县" options={counties} value={value} onChange={keep} />}</Kept>,
  )
  const input = await screen.findByRole('combobox', { name: '区县' })
  input.focus()
  fireEvent.change(input, { target: { value: '泾' } })
  await waitFor(() => expect(screen.getAllByRole('option').map((each) => each.textContent)).toEqual(['泾阳县']))
  press('ArrowDown')
  press('Enter')
  await waitFor(() => expect(outputText()).toBe('泾阳县'))
  fireEvent.change(input, { target: { value: '某开发区' } })
  fireEvent.blur(input)
  expect(outputText()).toBe('某开发区')
})

it('shows the meaning of an icon button when it gets the keyboard focus', async () => {
  render(<IconButton label="放大">{'+'}</IconButton>)
  const button = screen.getByRole('button', { name: '放大' })
  vi.spyOn(button, 'matches').mockReturnValue(true)
  button.focus()
  expect((await screen.findByRole('tooltip')).textContent).toBe('放大')
  press('Escape')
  await waitFor(() => expect(screen.queryByRole('tooltip')).toBeNull())
})

it('chooses one of a few options', () => {
  const options = [
    { value: 'clause', label: '条款' },
    { value: 'county', label: '区县' },
  ]
  render(
    <Kept first="clause">
      {(value, keep) => <SegmentedControl label="按" options={options} value={value} onChange={keep} />}
    </Kept>,
  )
  expect(screen.getByRole<HTMLInputElement>('radio', { name: '条款' }).checked).toBe(true)
  fireEvent.click(screen.getByRole('radio', { name: '区县' }))
  expect(outputText()).toBe('county')
})

it('sorts a list by buttons and by dragging', () => {
  const { container } = render(<Sorted />)
  const order = () => [...container.querySelectorAll('b')].map((each) => each.textContent).join('')
  fireEvent.click(screen.getByRole('button', { name: '下移排名' }))
  expect(order()).toBe('地图排名任务')
  const dataTransfer = { setData: () => undefined, setDragImage: () => undefined, effectAllowed: '' }
  const [first, , last] = screen.getAllByRole('listitem')
  fireEvent.dragStart(first!.querySelector('[draggable]')!, { dataTransfer })
  fireEvent.dragOver(last!, { dataTransfer })
  fireEvent.drop(last!, { dataTransfer })
  expect(order()).toBe('排名任务地图')
})

function Range() {
  const [value, setValue] = useState<readonly [number, number]>([0, 2])
  return (
    <>
      <output>{value.join('–')}</output>
      <RangeSlider label="天数" labels={['从', '到']} least={0} most={3} step={1} value={value} onChange={setValue} />
    </>
  )
}

it('moves each end of a range by keys, and neither past the other', async () => {
  render(<Range />)
  const from = await screen.findByRole('slider', { name: /从/ })
  from.focus()
  for (let i = 0; i < 4; i++) press('ArrowRight')
  expect(outputText()).toBe('2–2')
  screen.getByRole('slider', { name: /到/ }).focus()
  press('End')
  expect(outputText()).toBe('2–3')
})
