import { IconCircle, IconCircleCheck, IconX } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useEscape } from '@/features/explore/frame/use-escape'
import { useChentu } from '@/store/chentu'
import { usePreferences } from '@/store/device/preferences'
import { useMayOfferFirstTasks } from '@/store/page/first-tasks'
import { Button } from '@/ui/controls/Button'
import { IconButton } from '@/ui/controls/IconButton'
import classes from './FirstTasks.module.css'
import { useFirstTasks } from './use-first-tasks'

/**
 * Shown to first-time users: an officer's typical tasks, each done by a press on the open data. Once closed, it stays
 * closed.
 */
export function FirstTasks() {
  const { toured } = usePreferences()
  const { offered } = useMayOfferFirstTasks()
  return toured || !offered ? null : <Tasks />
}

function Tasks() {
  const { t } = useTranslation()
  const { tried, setToured, setTried } = usePreferences()
  const tasks = useFirstTasks()
  // Escape first closes what covers the ranking, and the comparison of two months.
  const isOnTop = useChentu(({ selected, view }) => selected === null && view.point === null && view.other === null)
  useEscape(isOnTop, () => setToured(true))
  const isDone = tasks.every(({ id }) => tried.includes(id))
  return (
    <section className={classes.tasks} aria-label={t('tour.title')}>
      <h2>{t('tour.title')}</h2>
      <ol>
        {tasks.map(({ id, label, run }) => {
          const isTried = tried.includes(id)
          return (
            <li key={id}>
              <Button
                weight="quiet"
                className={classes.task}
                onClick={() => {
                  if (!isTried) setTried([...tried, id])
                  run()
                }}
              >
                {isTried ? (
                  <IconCircleCheck size={18} aria-label={t('tour.tried')} />
                ) : (
                  <IconCircle size={18} aria-hidden="true" />
                )}
                {label}
              </Button>
            </li>
          )
        })}
        {isDone && (
          <li>
            <Button onClick={() => setToured(true)}>{t('tour.done')}</Button>
          </li>
        )}
      </ol>
      <IconButton className={classes.close} label={t('tour.skip')} onClick={() => setToured(true)}>
        <IconX size={16} aria-hidden="true" />
      </IconButton>
    </section>
  )
}
