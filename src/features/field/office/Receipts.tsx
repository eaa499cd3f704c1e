import { Suspense, useCallback, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Confirmation } from '@/ledger/confirmation'
import { readDeskQr } from '@/ledger/desk-key'
import { exchangeWorker } from '@/ledger/exchange'
import { useChain } from '@/store/ledger/use-chain'
import { Button } from '@/ui/controls/Button'
import { lazyPart } from '@/ui/lazy-part'
import { DeskPin } from './DeskPin'
import { useFailed } from './use-failed'

const CodeCamera = lazyPart(() => import('@/ui/CodeCamera'))

interface Props {
  /** Counts receipts that were believed, from wherever they came. */
  readonly confirmations: number
  readonly confirm: (text: string) => Promise<Confirmation>
  /** Says what a receipt does. */
  say(confirmation: Confirmation): void
  onSaid(message: string): void
}

/** The office's answer: which desk is believed, its receipts by file or by QR codes, and what may be deleted after them. */
export function Receipts({ confirmations, confirm, say, onSaid }: Props) {
  const { t } = useTranslation()
  const input = useRef<HTMLInputElement>(null)
  const [releasable, setReleasable] = useState(0)
  const [scanning, setScanning] = useState(false)
  const [scanned, setScanned] = useState<{ readonly text: string } | null>(null)
  /** A receipt of a desk that is not pinned yet; it is read again once the desk is. */
  const waiting = useRef<string | null>(null)
  const failure = useFailed()
  const failed = useCallback(
    (error: unknown, unsure?: 'receipt' | 'release') => onSaid(failure(error, unsure)),
    [onSaid, failure],
  )

  const refresh = useCallback(() => exchangeWorker().releasable().then(setReleasable, failed), [failed])
  // biome-ignore lint/correctness/useExhaustiveDependencies: counted anew after each receipt
  useEffect(() => void refresh(), [refresh, confirmations])

  async function read(text: string) {
    try {
      const confirmation = await confirm(text)
      waiting.current = confirmation.state === 'unpinned' ? text : null
      say(confirmation)
      await refresh()
    } catch (error) {
      failed(error, 'receipt')
    }
  }
  const chain = useChain((bytes) => void read(new TextDecoder().decode(bytes)))

  async function release() {
    try {
      onSaid(t('check.released', { count: await exchangeWorker().release() }))
    } catch (error) {
      failed(error, 'release')
    }
    // Counted again even after a failure: it may have deleted some before it broke off.
    await exchangeWorker()
      .releasable()
      .then(setReleasable, () => undefined)
  }

  return (
    <>
      <DeskPin
        scanned={scanned}
        onPinned={() => {
          if (waiting.current) void read(waiting.current)
          else void refresh()
        }}
      />
      <nav aria-label={t('check.receipt')}>
        <Button onClick={() => input.current?.click()}>{t('check.receipt')}</Button>
        <Button aria-pressed={scanning} onClick={() => setScanning(!scanning)}>
          {t('check.receiptScan')}
        </Button>
        {releasable > 0 && <Button onClick={() => void release()}>{t('check.release')}</Button>}
      </nav>
      <Suspense fallback={null}>
        {scanning && (
          <CodeCamera
            read={(picture) => exchangeWorker().readCode(picture)}
            said={
              chain.seen.of === 0
                ? t('check.receiptAim')
                : t('check.qrSeen', { have: chain.seen.have, count: chain.seen.of })
            }
            onText={(text) => {
              const desk = readDeskQr(text) !== null
              if (desk) setScanned({ text })
              const done = desk || chain.add(text)
              if (done) setScanning(false)
              return done
            }}
            onClose={() => setScanning(false)}
          />
        )}
      </Suspense>
      <input
        ref={input}
        type="file"
        accept=".json,application/json"
        hidden
        data-testid="receipt"
        onChange={(event) => {
          const [file] = event.target.files ?? []
          file?.text().then(read, failed)
          event.target.value = ''
        }}
      />
    </>
  )
}
