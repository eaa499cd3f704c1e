import { IconArrowDown, IconArrowUp, IconGripVertical } from '@tabler/icons-react'
import { type DragEvent, type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { IconButton } from './IconButton'
import classes from './sorted-list.module.css'

interface Props<Item> {
  readonly items: readonly Item[]
  nameOf(item: Item): string
  /** Content of an item beside its move buttons. */
  children(item: Item, place: number): ReactNode
  /** Further buttons at the end of an item. */
  buttons?(item: Item, place: number): ReactNode
  onChange(items: Item[]): void
}

/** A list the user can reorder: by dragging with the mouse, or by two buttons for keyboard and touch. */
export function SortedList<Item>({ items, nameOf, children, buttons, onChange }: Props<Item>) {
  const { t } = useTranslation()
  const [dragged, setDragged] = useState<number | null>(null)
  const [over, setOver] = useState<number | null>(null)

  function move(from: number, to: number) {
    if (to < 0 || to >= items.length || from === to) return
    const next = [...items]
    next.splice(to, 0, ...next.splice(from, 1))
    onChange(next)
  }

  function onDragOver(event: DragEvent, place: number) {
    if (dragged === null) return
    event.preventDefault()
    setOver(place)
  }

  return (
    <ol className={classes.sorted}>
      {items.map((item, i) => {
        const name = nameOf(item)
        return (
          <li
            // biome-ignore lint/suspicious/noArrayIndexKey: items are identified by position
            key={i}
            data-over={dragged !== null && over === i ? (dragged < i ? 'after' : 'before') : undefined}
            onDragOver={(event) => onDragOver(event, i)}
            onDrop={(event) => {
              event.preventDefault()
              if (dragged !== null) move(dragged, i)
              setDragged(null)
            }}
          >
            <span
              className={classes.grip}
              // Only the grip is draggable, so that text in the item can still be selected.
              draggable
              aria-hidden="true"
              onDragStart={({ dataTransfer, currentTarget }) => {
                dataTransfer.effectAllowed = 'move'
                // Firefox only drags if data is set.
                dataTransfer.setData('text/plain', name)
                dataTransfer.setDragImage(currentTarget.parentElement!, 8, 8)
                setDragged(i)
              }}
              onDragEnd={() => setDragged(null)}
            >
              <IconGripVertical size={16} />
            </span>
            <div>{children(item, i)}</div>
            <IconButton label={t('ui.up', { name })} disabled={i === 0} onClick={() => move(i, i - 1)}>
              <IconArrowUp size={16} aria-hidden="true" />
            </IconButton>
            <IconButton label={t('ui.down', { name })} disabled={i === items.length - 1} onClick={() => move(i, i + 1)}>
              <IconArrowDown size={16} aria-hidden="true" />
            </IconButton>
            {buttons?.(item, i)}
          </li>
        )
      })}
    </ol>
  )
}
