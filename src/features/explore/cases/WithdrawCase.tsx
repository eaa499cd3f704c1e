import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLedger } from '@/store/ledger'
import { useAuthor } from '@/store/ledger/use-author'
import { ReasonForm } from '@/ui/ReasonForm'

/** Takes back that a case was opened, for a reason; it stays among the cases as withdrawn. */
export function WithdrawCase({ id, onDone }: { readonly id: string; onDone(): void }) {
  const { t } = useTranslation()
  const append = useLedger((state) => state.append)
  const { author, remember } = useAuthor()
  const [by, setBy] = useState<string | null>(null)
  return (
    <ReasonForm
      title={t('cases.do.withdraw')}
      warning={t('cases.form.withdrawHelp')}
      reasons={[t('cases.form.withdrawReasons.double'), t('cases.form.withdrawReasons.wrong')]}
      confirm={t('cases.do.withdraw')}
      author={{ value: by ?? author, onChange: setBy }}
      onGive={async (reason) => {
        await remember((by ?? author).trim())
        await append({ type: 'withdrawal', event: id, reason }, [], null)
        onDone()
      }}
      onCancel={onDone}
    />
  )
}
