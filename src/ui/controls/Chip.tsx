import { IconX } from '@tabler/icons-react'
import { type KeyboardEvent, type ReactNode, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { countText } from '@/i18n/counted'
import classes from './chip.module.css'

interface ToggleProps {
  readonly pressed: boolean
  /** Count shown after the text. */
  readonly count?: number | undefined
  readonly disabled?: boolean
  /** Full text, if the label is shortened. */
  readonly title?: string | undefined
  readonly children: ReactNode
  onToggle(): void
}

/** A chip that can be toggled independently of others. */
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
  /** Accessible name of its remove button; by default that of removing a filter. */
  readonly removeLabel?: string
  /** Keeps its place but is invisible and not focusable. */
  readonly hidden?: boolean
  onRemove(): void
}

/** A filter condition with a button that removes it. Used within a {@link ChipList}. */
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

/** A row of chips: arrow keys move between them, Delete removes one, and the focus stays within the row. */
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

  /** The pressed chip is removed and loses the focus, so focus the next chip, or else the last. */
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
