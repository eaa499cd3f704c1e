import { registerSW } from 'virtual:pwa-register'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { isRecording } from '@/ledger/recording'
import { useChentu } from '@/store/chentu'
import { datasetWorker } from '@/workers/client'
import classes from './App.module.css'

/** Keeping what is there already must not make anybody wait for it; Safari can't say when it is idle. */
function whenIdle(act: () => void): () => void {
  if (!('requestIdleCallback' in window)) {
    const timer = setTimeout(act, 3000)
    return () => clearTimeout(timer)
  }
  const asked = requestIdleCallback(act, { timeout: 20_000 })
  return () => cancelIdleCallback(asked)
}

/** Keeps app and data for the days without a signal, and says when a newer one is there; it comes only when the user wants it. */
export function UpdateNotice() {
  const { t } = useTranslation()
  const mode = useChentu((state) => state.view.mode)
  const checking = useChentu((state) => state.view.mode === 'field' && state.view.selected !== null)
  const update = useRef<(() => Promise<void>) | null>(null)
  const started = useChentu((state) => state.phase !== 'loading')
  const [state, setState] = useState<'none' | 'waiting' | 'recording'>('none')

  useEffect(() => {
    if (!started || update.current) return
    return whenIdle(() => {
      void datasetWorker().keepDelivered()
      update.current = registerSW({
        onNeedRefresh: () => setState('waiting'),
        onRegisteredSW: (_, registration) => {
          // An installed app is seldom loaded anew: it asks when it is looked at again.
          document.addEventListener('visibilitychange', () => {
            if (document.visibilityState === 'visible') void registration?.update().catch(() => undefined)
          })
        },
      })
    })
  }, [started])

  // Neither on the wall nor in the middle of a check.
  if (state === 'none' || mode === 'meeting' || checking) return null
  return (
    <p className={classes.notice} role="status">
      {t(state === 'waiting' ? 'app.update' : 'app.updateLater')}
      <button
        type="button"
        className="action"
        onClick={async () => {
          if (await isRecording()) setState('recording')
          else await update.current?.()
        }}
      >
        {t('app.updateNow')}
      </button>
      <button type="button" onClick={() => setState('none')}>
        {t('app.later')}
      </button>
    </p>
  )
}
