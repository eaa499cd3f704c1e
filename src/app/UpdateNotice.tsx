import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useChentu } from '@/store/chentu'
import { unsavedWork } from '@/store/unsaved'
import { datasetWorker } from '@/workers/client'
import classes from './App.module.css'
import { type AppUpdate, followUpdates } from './service-worker'

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
  const following = useRef<ReturnType<typeof followUpdates> | null>(null)
  const started = useChentu((state) => state.phase !== 'loading')
  const [update, setUpdate] = useState<AppUpdate | null>(null)
  const [unsaved, setUnsaved] = useState<Awaited<ReturnType<typeof unsavedWork>>>(null)

  useEffect(() => {
    if (!started || following.current) return
    return whenIdle(() => {
      // What can't be kept is there as long as the network is.
      datasetWorker()
        .keepDelivered()
        .catch(() => undefined)
      if (!('serviceWorker' in navigator)) return
      following.current = followUpdates(setUpdate)
      following.current.catch(() => undefined)
    })
  }, [started])

  // Neither on the wall nor in the middle of a check.
  if (update === null || mode === 'meeting' || checking) return null

  async function letIn() {
    if (update === 'elsewhere') location.reload()
    else (await following.current)?.letIn()
  }

  async function ask() {
    const found = await unsavedWork()
    if (found) setUnsaved(found)
    else await letIn()
  }

  return (
    <p className={classes.notice} role="status">
      {t(unsaved ? `update.${unsaved}` : `update.${update}`)}
      <button type="button" className="action" onClick={() => void ask()}>
        {t(update === 'elsewhere' ? 'update.reload' : 'update.now')}
      </button>
      {unsaved === 'importing' && (
        <button type="button" onClick={() => void letIn()}>
          {t('update.anyway')}
        </button>
      )}
      <button
        type="button"
        onClick={() => {
          setUpdate(null)
          setUnsaved(null)
        }}
      >
        {t('update.later')}
      </button>
    </p>
  )
}
