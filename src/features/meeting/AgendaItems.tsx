import { IconX } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { AgendaItem } from '@/io/package/descriptor'
import { IconButton } from '@/ui/controls/IconButton'
import { SortedList } from '@/ui/controls/SortedList'
import classes from './AgendaItems.module.css'
import { isScene } from './agenda'

interface Props {
  readonly items: readonly AgendaItem[]
  onChange(items: readonly AgendaItem[]): void
}

/** The scenes in their order: each can be moved, removed, and given notes. The last one can't be removed. */
export function AgendaItems({ items, onChange }: Props) {
  const { t } = useTranslation()
  const titleOf = (item: AgendaItem) =>
    item.title ?? (isScene(item) ? t(`meeting.scene.${item.scene}`) : t('meeting.laterScene'))
  return (
    <SortedList
      items={items}
      nameOf={titleOf}
      onChange={onChange}
      buttons={(item, i) => (
        <IconButton
          label={t('meeting.drop', { title: titleOf(item) })}
          disabled={items.length === 1}
          onClick={() => onChange(items.filter((_, at) => at !== i))}
        >
          <IconX size={16} aria-hidden="true" />
        </IconButton>
      )}
    >
      {(item, i) => (
        <>
          <b>{`${i + 1} ${titleOf(item)}`}</b>
          <textarea
            className={classes.notes}
            rows={1}
            aria-label={t('meeting.notesOf', { title: titleOf(item) })}
            placeholder={t('meeting.notes')}
            value={item.notes}
            onChange={({ target }) =>
              onChange(items.map((each, at) => (at === i ? { ...each, notes: target.value } : each)))
            }
          />
        </>
      )}
    </SortedList>
  )
}
