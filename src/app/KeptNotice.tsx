import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { localMinute } from '@/domain/calendar'
import { useChentu } from '@/store/chentu'
import classes from './App.module.css'

/** Says that the data's folder was out of reach and what is shown is what this device kept of it. */
export function KeptNotice() {
  const { t } = useTranslation()
  const kept = useChentu((state) => state.problems.find(({ code }) => code === 'kept-copy'))
  const [read, setRead] = useState(false)
  if (!kept?.seen || read) return null
  return (
    <p className={classes.notice} role="status">
      {t('app.kept', { at: localMinute(kept.seen) })}
      <button type="button" className="action" onClick={() => setRead(true)}>
        {t('app.close')}
      </button>
    </p>
  )
}
