import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { usePreferences } from '@/store/preferences'
import classes from './Shortcuts.module.css'

const STEPS = ['board', 'map', 'data', 'hand'] as const

/** Four words of welcome, once on a device; skipped for good with one press. */
export function Tour() {
  const { t } = useTranslation()
  const { toured, setToured } = usePreferences()
  const dialog = useRef<HTMLDialogElement>(null)
  const [step, setStep] = useState(0)
  useEffect(() => {
    if (!toured) dialog.current?.show()
  }, [toured])
  if (toured) return null
  const last = step === STEPS.length - 1
  return (
    <dialog ref={dialog} className={`dialog ${classes.tour}`} aria-label={t('tour.title')}>
      <h2>{t(`tour.${STEPS[step]!}.title`)}</h2>
      <p>{t(`tour.${STEPS[step]!}.text`)}</p>
      <p className="quiet">{t('tour.step', { step: step + 1, count: STEPS.length })}</p>
      <div className="buttons">
        <button type="button" className="action" onClick={() => (last ? setToured(true) : setStep(step + 1))}>
          {t(last ? 'tour.done' : 'tour.next')}
        </button>
        <button type="button" className="action" onClick={() => setToured(true)}>
          {t('tour.skip')}
        </button>
      </div>
    </dialog>
  )
}
