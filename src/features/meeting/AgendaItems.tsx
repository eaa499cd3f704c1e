import { IconX } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { Month } from '@/domain/calendar'
import type { AgendaItem } from '@/io/package/descriptor'
import { useReport } from '@/store/chentu'
import { isScene, type SceneItem } from '@/store/meeting/agenda'
import { monthName } from '@/store/words/month-name'
import { IconButton } from '@/ui/controls/IconButton'
import { SortedList } from '@/ui/controls/SortedList'
import classes from './AgendaItems.module.css'
import { headlineText } from './headlines'
import { isStepped, REVEAL_STEPS } from './steps'
import { useFoundHeadline } from './use-headline'

interface Props {
  readonly items: readonly AgendaItem[]
  onChange(items: readonly AgendaItem[]): void
}

/** The scenes in their order. Each can be moved, removed and given notes; the last remaining scene can't be removed. */
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
          <label className={classes.line}>
            <span>{t('meeting.notes')}</span>
            <textarea
              rows={1}
              aria-label={t('meeting.notesOf', { title: titleOf(item) })}
              value={item.notes}
              onChange={({ target }) =>
                onChange(items.map((each, at) => (at === i ? { ...each, notes: target.value } : each)))
              }
            />
          </label>
          {isScene(item) && (
            <Shown
              item={item}
              title={titleOf(item)}
              onChange={(next) => onChange(items.map((each, at) => (at === i ? next : each)))}
            />
          )}
        </>
      )}
    </SortedList>
  )
}

/**
 * What a scene shows: its headline this month (the computed one unless the user enters another) and its reveal steps.
 */
function Shown({ item, title, onChange }: { item: SceneItem; title: string; onChange(item: SceneItem): void }) {
  const { t } = useTranslation()
  const report = useReport()
  const found = useFoundHeadline(item)
  if (!report) return null
  const { month } = report
  const steps: readonly string[] = item.steps ?? REVEAL_STEPS
  return (
    <>
      {found && (
        <label className={classes.line} title={t('meeting.wall.headlineHelp')}>
          <span>{t('meeting.wall.headlineWord')}</span>
          <input
            aria-label={t('meeting.wall.headline', { title, month: monthName(t, month) })}
            placeholder={headlineText(found)}
            value={item.headlines?.[month] ?? ''}
            onChange={({ target }) => onChange(withHeadline(item, month, target.value))}
          />
        </label>
      )}
      {isStepped(item.scene) && (
        <fieldset className={classes.steps}>
          <legend className="unseen">{t('meeting.wall.stepsOf', { title })}</legend>
          <span aria-hidden="true">{t('meeting.wall.steps')}</span>
          {REVEAL_STEPS.map((step) => (
            <label key={step}>
              <input
                type="checkbox"
                checked={steps.includes(step)}
                onChange={({ target }) =>
                  onChange({
                    ...item,
                    steps: REVEAL_STEPS.filter((each) => (each === step ? target.checked : steps.includes(each))),
                  })
                }
              />
              {t(`meeting.wall.step.${step}`)}
            </label>
          ))}
        </fieldset>
      )}
    </>
  )
}

/** Returns the item with its own headline for a month; an empty text restores the computed headline. */
function withHeadline(item: SceneItem, month: Month, text: string): SceneItem {
  const { [month]: _before, ...others } = item.headlines ?? {}
  return { ...item, headlines: text.trim() === '' ? others : { ...others, [month]: text } }
}
