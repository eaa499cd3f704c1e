import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { usePreferences } from '@/store/device/preferences'
import { Button } from '@/ui/controls/Button'
import { Dialog } from '@/ui/Dialog'

const STEPS = ['board', 'map', 'data', 'hand'] as const

/** A welcome in four steps, shown once on a device beside a page that can be used; one press skips it for good. */
export function Tour() {
  const { t } = useTranslation()
  const { toured, setToured } = usePreferences()
  const [at, setAt] = useState(0)
  if (toured) return null
  const step = STEPS[at]!
  const isLast = at === STEPS.length - 1
  const finish = () => setToured(true)
  return (
    <Dialog
      title={`${t('tour.title')} · ${t(`tour.${step}.title`)}`}
      modal={false}
      closeLabel={t('tour.skip')}
      onClose={finish}
      actions={
        <Button weight="primary" onClick={isLast ? finish : () => setAt(at + 1)}>
          {t(isLast ? 'tour.done' : 'tour.next')}
        </Button>
      }
    >
      <p>{t(`tour.${step}.text`)}</p>
      <p className="quiet">{t('tour.step', { step: at + 1, count: STEPS.length })}</p>
    </Dialog>
  )
}
