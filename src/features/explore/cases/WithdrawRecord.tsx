import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLedger } from '@/store/ledger'
import { useAuthor } from '@/store/ledger/use-author'
import { ReasonForm } from '@/ui/ReasonForm'

interface Props {
  /** Event id of the opening or step to withdraw. */
  readonly event: string
  readonly title: string
  readonly warning: string
  readonly reasons: readonly string[]
  onDone(): void
}

/** Withdraws the opening of a case, or a step, with a reason; the record stays readable as withdrawn. */
export function WithdrawRecord({ event, title, warning, reasons, onDone }: Props) {
  const { t } = useTranslation()
  const append = useLedger((state) => state.append)
  const { author, remember } = useAuthor()
  const [by, setBy] = useState<string | null>(null)
  return (
    <ReasonForm
      title={title}
      warning={warning}
      reasons={reasons}
      confirm={t('cases.do.withdraw')}
      author={{ value: by ?? author, onChange: setBy }}
      onGive={async (reason) => {
        await remember((by ?? author).trim())
        await append({ type: 'withdrawal', event, reason }, [], null)
        onDone()
      }}
      onCancel={onDone}
    />
  )
}
