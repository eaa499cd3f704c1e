import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { SourceFacts } from '@/features/field/check/use-source-facts'
import type { CheckTarget } from '@/features/field/record/check-target'
import { targetKey } from '@/ledger/shared-code'
import { useLedger } from '@/store/ledger'
import { notSignedAgain, type RecordOfPaper, signatureDetails } from '@/store/words/check-text'
import { useOfficeTexts } from '@/store/words/office'
import { Button } from '@/ui/controls/Button'
import { CheckPaperDialog } from './CheckPaperDialog'
import { SignDialog } from './SignDialog'

interface Props {
  readonly source: CheckTarget
  readonly facts: SourceFacts
  readonly contacts: readonly string[]
  readonly record: RecordOfPaper
  /** Class of the row of buttons. */
  readonly className?: string | undefined
}

/** Signing status of a record by the site, with buttons to read and sign it and to get its paper. */
export function RecordPapers({ source, facts, contacts, record, className }: Props) {
  const { t } = useTranslation()
  const ofOffice = useOfficeTexts()
  const signature = useLedger((all) => all.state.get(targetKey(source))?.signatures.get(record.event.id)) ?? null
  const [open, setOpen] = useState<'sign' | 'paper' | null>(null)
  const signed = signature && signatureDetails(ofOffice, signature)
  const of = { source, facts, record, signature, onClose: () => setOpen(null) }
  return (
    <>
      {signed && (
        <p>
          {signed.unsigned === ''
            ? t('sign.signed', { name: signed.name })
            : t('sign.unsigned', { said: signed.unsigned })}
        </p>
      )}
      {record.signedBefore && <p>{notSignedAgain(t, record.signedBefore)}</p>}
      <div className={className}>
        {/* Someone who refused can still sign later. */}
        <Button disabled={signed !== null && signed.unsigned === ''} onClick={() => setOpen('sign')}>
          {t('sign.dialog')}
        </Button>
        <Button onClick={() => setOpen('paper')}>{t('sign.title')}</Button>
      </div>
      {open === 'sign' && <SignDialog {...of} contacts={contacts} />}
      {open === 'paper' && <CheckPaperDialog {...of} />}
    </>
  )
}
