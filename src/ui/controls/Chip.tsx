import { IconX } from '@tabler/icons-react'
import { type KeyboardEvent, type ReactNode, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { countText } from '@/i18n/counted'
import classes from './chip.module.css'

interface ToggleProps {
  readonly pressed: boolean
  /** Behind the words: how many it stands for. */
  readonly count?: number | undefined
  readonly disabled?: boolean
  /** The whole, where the words are short for it. */
  readonly title?: string | undefined
  readonly children: ReactNode
  onToggle(): void
}

/** Something that may be chosen besides others. */
export function ToggleChip({ pressed, count, disabled, title, children, onToggle }: ToggleProps) {
  return (
    <button
      type="button"
      className={classes.chip}
      aria-pressed={pressed}
      title={title}
      disabled={disabled}
      onClick={onToggle}
    >
      {children} {count !== undefined && <span>{countText(count)}</span>}
    </button>
  )
}

interface ChipProps {
  readonly text: string
  /** Name of its cross, where it is no condition. */
  readonly removeLabel?: string
  /** It keeps its place, and is neither seen nor come to. */
  readonly hidden?: boolean
  onRemove(): void
}

/** What narrows the question; a press on its cross takes it off. It stands in a {@link ChipList}. */
export function Chip({ text, removeLabel, hidden = false, onRemove }: ChipProps) {
  const { t } = useTranslation()
  return (
    <li className={classes.removable} data-hidden={hidden}>
      <span title={text}>{text}</span>
      <button type="button" aria-label={removeLabel ?? t('ui.takeOff', { what: text })} onClick={onRemove}>
        <IconX size={14} aria-hidden="true" />
      </button>
    </li>
  )
}

/** Chips in a row: arrows go from one to the next, Delete takes one off, and the focus stays among them. */
export function ChipList({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  const list = useRef<HTMLUListElement>(null)

  function onKeyDown(event: KeyboardEvent) {
    const buttons = [...list.current!.querySelectorAll<HTMLButtonElement>('li:not([data-hidden="true"]) button')]
    const at = buttons.indexOf(event.target as HTMLButtonElement)
    if (at < 0) return
    if (event.key === 'ArrowRight') buttons[at + 1]?.focus()
    else if (event.key === 'ArrowLeft') buttons[at - 1]?.focus()
    else if (event.key === 'Delete' || event.key === 'Backspace') buttons[at]!.click()
    else return
    event.preventDefault()
  }

  /** What was pressed is gone a moment later, and the focus with it: the one that follows gets it, else the last. */
  function onClick({ target }: React.MouseEvent) {
    const at = [...list.current!.children].findIndex((each) => each.contains(target as Node))
    if (at < 0) return
    requestAnimationFrame(() => {
      const buttons = list.current?.querySelectorAll<HTMLButtonElement>('li:not([data-hidden="true"]) button')
      if (buttons?.length && document.activeElement === document.body)
        buttons[Math.min(at, buttons.length - 1)]!.focus()
    })
  }

  return (
    <ul ref={list} className={classes.list} aria-label={label} onKeyDown={onKeyDown} onClick={onClick}>
      {children}
    </ul>
  )
}
