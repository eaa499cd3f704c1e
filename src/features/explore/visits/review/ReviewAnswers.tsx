import { Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { reasonOf } from '@/domain/problem'
import { chainOf, MAX_PARTS } from '@/ledger/chain'
import { shortDevice } from '@/ledger/device'
import { exchangeWorker } from '@/ledger/exchange'
import { today } from '@/store/device/today'
import { useLedger } from '@/store/ledger'
import { Button } from '@/ui/controls/Button'
import { lazyPart } from '@/ui/lazy-part'
import panel from '@/ui/panel.module.css'
import { saveFile } from '@/ui/save-file'
import classes from './ReviewDialog.module.css'

const QrChain = lazyPart(() => import('@/ui/QrChain'))

/**
 * Sends the reviews to the tablets whose records were reviewed: one signed receipt per tablet, as a file or by QR
 * codes.
 */
export function ReviewAnswers() {
  const { t } = useTranslation()
  const { events, reviews, device: own } = useLedger()
  const [parts, setParts] = useState<readonly string[] | null>(null)
  const [message, setMessage] = useState('')
  const devices = new Set(
    [...reviews.values()].flatMap(({ event, hash }) => {
      const of = events?.get(event)
      return of?.hash === hash && of.device !== own ? [of.device] : []
    }),
  )
  if (devices.size === 0) return null

  async function answer(device: string, give: (receipt: string) => void) {
    setMessage('')
    try {
      const made = await exchangeWorker().answer(device, new Date().toISOString())
      if (!made) return
      give(made.receipt)
      if (!made.signed) setMessage(t('review.unsigned'))
    } catch (error) {
      setMessage(t('review.failed', { reason: reasonOf(error) }))
    }
  }
  const save = (device: string) => (receipt: string) =>
    saveFile(
      new Blob([receipt], { type: 'application/json' }),
      `${t('check.receiptName')}-${shortDevice(device)}-${today()}.json`,
    )
  function show(receipt: string) {
    const made = chainOf(new TextEncoder().encode(receipt))
    if (made.length > MAX_PARTS) setMessage(t('check.receiptQrTooMany', { count: made.length }))
    else setParts(made)
  }

  return (
    <section aria-label={t('review.answer')}>
      <p className={panel.heading}>{t('review.answer')}</p>
      <p className="quiet">{t('review.answerHelp')}</p>
      {[...devices].map((device) => (
        <div key={device} className={`${panel.chips} ${classes.answers}`}>
          <Button onClick={() => void answer(device, save(device))}>
            {t('review.save', { device: shortDevice(device) })}
          </Button>
          <Button onClick={() => void answer(device, show)}>{t('review.show', { device: shortDevice(device) })}</Button>
        </div>
      ))}
      <p role="status">{message}</p>
      <Suspense fallback={null}>
        {parts && (
          <QrChain
            parts={parts}
            title={t('check.receiptQrTitle')}
            help={t('check.receiptQrHelp')}
            onClose={() => setParts(null)}
          />
        )}
      </Suspense>
    </section>
  )
}
