import { useCallback, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { localMinute } from '@/domain/calendar'
import { ReadBrought } from '@/features/field/round/ReadBrought'
import { useTakeRounds } from '@/features/field/round/use-take-rounds'
import type { Confirmation, Releasable } from '@/ledger/confirmation'
import { exchangeWorker } from '@/ledger/exchange'
import { useLedger } from '@/store/ledger'
import { isNone, originalsText } from '@/store/words/originals'
import { Button } from '@/ui/controls/Button'
import { DeskPin } from './DeskPin'
import { ReleaseDialog } from './ReleaseDialog'
import { useFailed } from './use-failed'

interface Props {
  /** Counts receipts that were believed, from wherever they came. */
  readonly confirmations: number
  /** How many records this tablet wrote. */
  readonly records: number
  readonly confirm: (text: string) => Promise<Confirmation>
  /** Says what a receipt does. */
  say(confirmation: Confirmation, named: string): void
  onSaid(message: string): void
}

/** The office's answer: which desk is believed, its receipts by file or by QR codes, and what may be deleted after them. */
export function Receipts({ confirmations, records, confirm, say, onSaid }: Props) {
  const { t } = useTranslation()
  const loadExchanged = useLedger((all) => all.loadExchanged)
  const [releasable, setReleasable] = useState<Releasable | null>(null)
  const [asking, setAsking] = useState(false)
  const [scanned, setScanned] = useState<{ readonly text: string } | null>(null)
  /** A receipt of a desk that is not pinned yet; it is read again once the desk is. */
  const waiting = useRef<string | null>(null)
  const failure = useFailed()
  const { byHand } = useTakeRounds()
  const failed = useCallback(
    (error: unknown, unsure?: 'receipt' | 'release') => onSaid(failure(error, unsure)),
    [onSaid, failure],
  )

  const refresh = useCallback(() => exchangeWorker().releasable().then(setReleasable, failed), [failed])
  // biome-ignore lint/correctness/useExhaustiveDependencies: counted anew after each receipt
  useEffect(() => void refresh(), [refresh, confirmations])

  /** Takes what a file or a code says; `named` says first what it is. */
  async function read(text: string, named = '') {
    try {
      const round = await byHand(text)
      if (round !== null) return onSaid(named + round)
      const confirmation = await confirm(text)
      waiting.current = confirmation.state === 'unpinned' ? text : null
      say(confirmation, named)
      await refresh()
    } catch (error) {
      failed(error, 'receipt')
    }
  }
  async function release() {
    setAsking(false)
    try {
      const what = originalsText(t, await exchangeWorker().release(new Date().toISOString()))
      onSaid(t('check.released', { what }))
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
          void loadExchanged().catch((error) => failed(error))
          if (waiting.current) void read(waiting.current)
          else void refresh()
        }}
      />
      <ReadBrought
        words={{ file: t('check.receipt'), scan: t('check.receiptScan'), aim: t('check.receiptAim') }}
        testId="receipt"
        onFile={async (what, file, named) => {
          if (what === 'receipt' || what === 'rounds') await read(await file.text(), named)
          else onSaid(named)
        }}
        onText={(text) => void read(text)}
        onDesk={(text) => setScanned({ text })}
        onFailed={(error) => failed(error)}
      >
        {releasable !== null && !isNone(releasable.going) && (
          <Button onClick={() => setAsking(true)}>{t('check.release')}</Button>
        )}
      </ReadBrought>
      {releasable !== null && !isNone(releasable.gone) && (
        <p className="quiet">
          {t('brought.gone', { what: originalsText(t, releasable.gone), at: localMinute(releasable.goneAt) })}
        </p>
      )}
      {asking && releasable && (
        <ReleaseDialog
          releasable={releasable}
          records={records}
          onRelease={() => void release()}
          onClose={() => setAsking(false)}
        />
      )}
    </>
  )
}
