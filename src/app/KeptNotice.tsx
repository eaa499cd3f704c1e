import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { localMinute } from '@/domain/calendar'
import { useChentu } from '@/store/chentu'
import classes from './App.module.css'

/** Says that what is shown is not what should be: what this device kept, or the data as delivered in place of what it keeps. */
export function KeptNotice() {
  const { t } = useTranslation()
  const problem = useChentu((state) =>
    state.problems.find(({ code }) => code === 'versions-unread' || code === 'kept-copy'),
  )
  const [read, setRead] = useState(false)
  if (!problem || read) return null
  return (
    <p className={classes.notice} role="status">
      {problem.code === 'kept-copy'
        ? t('app.kept', { at: localMinute(problem.seen ?? '') })
        : t('problem.versions-unread')}
      <button type="button" className="action" onClick={() => setRead(true)}>
        {t('app.close')}
      </button>
    </p>
  )
}
