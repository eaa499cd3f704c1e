import { IconDownload, IconPlus, IconRefresh } from '@tabler/icons-react'
import { type ReactNode, useRef, useState } from 'react'
import { Button } from '@/ui/controls/Button'
import { Chip, ChipList, ToggleChip } from '@/ui/controls/Chip'
import { ComboBox } from '@/ui/controls/ComboBox'
import { DatePicker } from '@/ui/controls/DatePicker'
import { IconButton } from '@/ui/controls/IconButton'
import { Menu } from '@/ui/controls/Menu'
import { MonthPicker } from '@/ui/controls/MonthPicker'
import { RangeSlider } from '@/ui/controls/RangeSlider'
import { SegmentedControl } from '@/ui/controls/SegmentedControl'
import { Select } from '@/ui/controls/Select'
import { SortedList } from '@/ui/controls/SortedList'
import { Tooltip } from '@/ui/controls/Tooltip'
import { Dialog } from '@/ui/Dialog'
import { PopupHost } from '@/ui/popups/popup-host'
import { Switch } from '@/ui/Switch'
import { EmptyState } from '@/ui/states/EmptyState'
import { Skeleton } from '@/ui/states/Skeleton'
import classes from './Gallery.module.css'

const WEIGHTS = ['primary', 'secondary', 'quiet'] as const
const COUNTIES = ['Xunyi', 'Changwu', 'Yongshou', 'Qianxian', 'Binzhou', 'Liquan', 'Wugong', 'Sanyuan', 'Xingping'].map(
  (label, i) => ({ value: String(i), label, note: String(i * 7), disabled: i === 3 }),
)
const GROUPED = COUNTIES.map((option, i) => ({ ...option, group: i < 4 ? 'North' : 'South' }))
const VIEWS = [
  { value: 'clause', label: 'Clause' },
  { value: 'county', label: 'County' },
  { value: 'lead', label: 'Lead' },
]

interface Props {
  onTheme(theme: 'light' | 'dark'): void
  onLanguage(language: string): void
}

/** Every component in every state, at desk and tablet size; shown at `#/ui` in development. */
export function Gallery({ onTheme, onLanguage }: Props) {
  return (
    <main className={classes.gallery}>
      <nav className={classes.row}>
        <Button onClick={() => onTheme('light')}>{'Light'}</Button>
        <Button onClick={() => onTheme('dark')}>{'Dark'}</Button>
        <Button onClick={() => onLanguage('zh-CN')}>{'zh-CN'}</Button>
        <Button onClick={() => onLanguage('en')}>{'en'}</Button>
      </nav>
      <Parts size="desk" />
      <Parts size="tablet" />
    </main>
  )
}

function Parts({ size }: { readonly size: 'desk' | 'tablet' }) {
  const host = useRef<HTMLElement>(null)
  const [value, setValue] = useState('2')
  const [day, setDay] = useState('2022-10-31')
  const [month, setMonth] = useState('2022-10')
  const [text, setText] = useState('')
  const [view, setView] = useState('clause')
  const [chips, setChips] = useState(['Overdue', 'Sanyuan', 'A name that is much too long for a chip in a narrow bar'])
  const [items, setItems] = useState(['Ranking', 'Map', 'Tasks'])
  const [on, setOn] = useState(true)
  const [range, setRange] = useState<readonly [number, number]>([20, 70])
  const [isOpen, setOpen] = useState(false)
  return (
    <section ref={host} className={classes.parts} data-size={size}>
      <PopupHost value={host}>
        <Shown name="Button">
          {WEIGHTS.map((weight) => (
            <Button key={weight} weight={weight}>
              {weight}
            </Button>
          ))}
          <Button aria-pressed="true">{'pressed'}</Button>
          <Button>
            <IconDownload size={16} />
            {'with icon'}
          </Button>
          {WEIGHTS.map((weight) => (
            <Button key={weight} weight={weight} disabled>
              {weight}
            </Button>
          ))}
        </Shown>
        <Shown name="IconButton, Tooltip">
          <IconButton label="Add">
            <IconPlus size={18} />
          </IconButton>
          <IconButton label="Refresh" weight="secondary">
            <IconRefresh size={18} />
          </IconButton>
          <IconButton label="Off" disabled>
            <IconPlus size={18} />
          </IconButton>
          <Tooltip text={'Two lines\nof words'}>
            <Button weight="quiet">{'rest here'}</Button>
          </Tooltip>
        </Shown>
        <Shown name="Select">
          <Select label="County" options={COUNTIES} value={value} onChange={setValue} />
          <Select label="Grouped" labelled="beside" options={GROUPED} value={value} onChange={setValue} />
          <Select<string> label="None" options={COUNTIES} value="" placeholder="Choose…" onChange={setValue} />
          <Select label="Off" options={COUNTIES} value={value} disabled onChange={setValue} />
        </Shown>
        <Shown name="ComboBox">
          <ComboBox label="County" options={COUNTIES} value={text} onChange={setText} />
        </Shown>
        <Shown name="DatePicker, MonthPicker">
          <DatePicker label="Day" value={day} onChange={setDay} />
          <DatePicker label="Bounded" value={day} min="2022-10-05" max="2022-11-10" clearable onChange={setDay} />
          <DatePicker label="None" value="" onChange={setDay} />
          <MonthPicker label="Month" value={month} max="2022-11" onChange={setMonth} />
          <MonthPicker label="None" value="" onChange={setMonth} />
        </Shown>
        <Shown name="Menu">
          <Menu
            label="Export"
            entries={[
              { key: 'xlsx', label: 'Table', note: '.xlsx', onChoose: () => setText('.xlsx') },
              { key: 'png', label: 'Picture', note: '.png', onChoose: () => setText('.png') },
              { key: 'off', label: 'Nothing', disabled: true, onChoose: () => undefined },
            ]}
          />
        </Shown>
        <Shown name="Chip">
          <ChipList label="Conditions">
            {chips.map((chip) => (
              <Chip key={chip} text={chip} onRemove={() => setChips(chips.filter((each) => each !== chip))} />
            ))}
          </ChipList>
          <ToggleChip pressed={on} count={12} onToggle={() => setOn(!on)}>
            {'Stockpile'}
          </ToggleChip>
          <ToggleChip pressed={!on} count={0} onToggle={() => setOn(!on)}>
            {'Road'}
          </ToggleChip>
        </Shown>
        <Shown name="SegmentedControl, Switch">
          <SegmentedControl label="By" options={VIEWS} value={view} onChange={setView} />
          <Switch label="On" on={on} onChange={setOn} />
        </Shown>
        <Shown name="SortedList">
          <SortedList items={items} nameOf={(item) => item} onChange={setItems}>
            {(item) => <b>{item}</b>}
          </SortedList>
        </Shown>
        <Shown name="EmptyState">
          <EmptyState message="No source meets the conditions" help="Three conditions narrow the list.">
            <Button>{'Clear the conditions'}</Button>
          </EmptyState>
        </Shown>
        <Shown name="RangeSlider">
          <div className={classes.wide}>
            <RangeSlider
              label="Area"
              labels={['Area, at least', 'Area, at most']}
              least={0}
              most={100}
              step={1}
              value={range}
              onChange={setRange}
            />
          </div>
        </Shown>
        <Shown name="Skeleton">
          <Skeleton lines={4} />
        </Shown>
        <Shown name="Dialog">
          <Button onClick={() => setOpen(true)}>{'Open'}</Button>
          {isOpen && (
            <Dialog title="Dialog" actions={<Button weight="primary">{'Do it'}</Button>} onClose={() => setOpen(false)}>
              <DatePicker label="Day" value={day} onChange={setDay} />
              <Select label="County" options={COUNTIES} value={value} onChange={setValue} />
            </Dialog>
          )}
        </Shown>
      </PopupHost>
    </section>
  )
}

function Shown({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <div className={classes.shown}>
      <h2>{name}</h2>
      <div className={classes.row}>{children}</div>
    </div>
  )
}
