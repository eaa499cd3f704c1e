import { useTranslation } from 'react-i18next'
import { useKeptReason } from '@/features/cases/use-kept-reason'
import type { CaseRecord } from '@/ledger/cases'
import { formsOfCase, useFormDrafts } from '@/store/device/form-drafts'
import { useLedger } from '@/store/ledger'
import { useAuthor } from '@/store/ledger/use-author'
import { ReasonForm } from '@/ui/ReasonForm'

interface Props {
  /** The case. */
  readonly of: Pick<CaseRecord, 'id' | 'opening'>
  /** Event id of the opening or step to withdraw. */
  readonly event: string
  readonly title: string
  readonly warning: string
  readonly reasons: readonly string[]
  onDone(): void
}

/** Withdraws the opening of a case, or a step, with a reason; the record stays readable as withdrawn. */
export function WithdrawRecord({ of, event, title, warning, reasons, onDone }: Props) {
  const { t } = useTranslation()
  const append = useLedger((state) => state.append)
  const { author, remember } = useAuthor()
  const { held, by, setBy, forget } = useKeptReason({
    group: formsOfCase(of.id),
    form: `withdraw ${event}`,
    label: [of.opening?.body.title, title].filter(Boolean).join(' '),
  })
  const dropGroup = useFormDrafts((state) => state.dropGroup)
  return (
    <ReasonForm
      title={title}
      warning={warning}
      reasons={reasons}
      confirm={t('cases.do.withdraw')}
      held={held}
      author={{ value: by ?? author, onChange: setBy }}
      onGive={async (reason) => {
        await remember((by ?? author).trim())
        await append({ type: 'withdrawal', event, reason }, [], null)
        forget()
        // Of a case that is withdrawn, no form is left to be finished.
        if (event === of.id) dropGroup(formsOfCase(of.id))
        onDone()
      }}
      onCancel={() => {
        forget()
        onDone()
      }}
    />
  )
}
