import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { AgendaItem } from '@/io/package/descriptor'
import classes from './AgendaItems.module.css'
import { isScene } from './agenda'

interface Props {
  readonly items: readonly AgendaItem[]
  onChange(items: readonly AgendaItem[]): void
}

/** The scenes in their order: each can be moved, removed, and given notes. The last one can't be removed. */
export function AgendaItems({ items, onChange }: Props) {
  const { t } = useTranslation()
  const [dragged, setDragged] = useState<number | null>(null)

  function move(from: number, to: number) {
    if (to < 0 || to >= items.length) return
    const next = [...items]
    next.splice(to, 0, ...next.splice(from, 1))
    onChange(next)
  }

  return (
    <ol className={classes.agenda}>
      {items.map((item, i) => {
        const title = item.title ?? (isScene(item) ? t(`meeting.scene.${item.scene}`) : t('meeting.laterScene'))
        return (
          <li
            // biome-ignore lint/suspicious/noArrayIndexKey: an item is told by its place
            key={i}
            draggable
            onDragStart={() => setDragged(i)}
            onDragOver={(event) => event.preventDefault()}
            onDrop={() => {
              if (dragged !== null) move(dragged, i)
              setDragged(null)
            }}
          >
            <b>{`${i + 1} ${title}`}</b>
            <button
              type="button"
              aria-label={t('meeting.up', { title })}
              disabled={i === 0}
              onClick={() => move(i, i - 1)}
            >
              {'↑'}
            </button>
            <button
              type="button"
              aria-label={t('meeting.down', { title })}
              disabled={i === items.length - 1}
              onClick={() => move(i, i + 1)}
            >
              {'↓'}
            </button>
            <button
              type="button"
              aria-label={t('meeting.drop', { title })}
              disabled={items.length === 1}
              onClick={() => onChange(items.filter((_, at) => at !== i))}
            >
              {'×'}
            </button>
            <textarea
              rows={1}
              aria-label={t('meeting.notesOf', { title })}
              placeholder={t('meeting.notes')}
              value={item.notes}
              onChange={({ target }) =>
                onChange(items.map((each, at) => (at === i ? { ...each, notes: target.value } : each)))
              }
            />
          </li>
        )
      })}
    </ol>
  )
}
