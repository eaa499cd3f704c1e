import { Suspense, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { reasonOf } from '@/domain/problem'
import { deskCode, deskQr } from '@/ledger/desk-key'
import { publicKey } from '@/ledger/signature'
import { ledger } from '@/store/ledger'
import { Button } from '@/ui/controls/Button'
import { HeadingWithHelp } from '@/ui/HeadingWithHelp'
import { lazyPart } from '@/ui/lazy-part'
import classes from './Tablets.module.css'

const QrImage = lazyPart(() => import('@/ui/QrImage'))

/** The desk's key as a code to read aloud and as a QR code: tablets learn from it whose receipts to trust. */
export function DeskKey() {
  const { t } = useTranslation()
  /** Null if the browser can't create keys; undefined until this is known. */
  const [key, setKey] = useState<Uint8Array | null>()
  const [fault, setFault] = useState('')
  const [shown, setShown] = useState(false)
  useEffect(() => {
    let gone = false
    const read = async () => {
      const keys = await ledger().deskKeys()
      return keys && publicKey(keys)
    }
    read().then(
      (made) => !gone && setKey(made),
      (error: unknown) => !gone && setFault(t('desk.keyFailed', { reason: reasonOf(error) })),
    )
    return () => {
      gone = true
    }
  }, [t])
  return (
    <section aria-label={t('desk.key')}>
      <HeadingWithHelp page="security">
        <h3>{t('desk.key')}</h3>
      </HeadingWithHelp>
      {fault && <p role="alert">{fault}</p>}
      {key === null && <p role="alert">{t('desk.keyInsecure')}</p>}
      {key && (
        <>
          <p className={classes.code}>{deskCode(key)}</p>
          <p className="quiet">{t('desk.keyHelp')}</p>
          <Button aria-pressed={shown} onClick={() => setShown(!shown)}>
            {t('desk.keyShow')}
          </Button>
          <Suspense fallback={null}>
            {shown && (
              <div className={classes.qr}>
                <QrImage text={deskQr(key)} label={t('desk.keyQr')} />
              </div>
            )}
          </Suspense>
        </>
      )}
    </section>
  )
}
