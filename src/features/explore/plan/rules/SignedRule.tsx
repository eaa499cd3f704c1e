import { useAuthor } from '@/store/ledger/use-author'
import { useRuleDesk } from '@/store/rules'
import { SignedForm, type SignedFormProps } from '@/ui/SignedForm'

/** Asks for the author and reason of a change; the author is prefilled from this device. */
export function SignedRule({ onSave, ...props }: Omit<SignedFormProps, 'author' | 'saving'>) {
  const { author, remember } = useAuthor()
  const saving = useRuleDesk((state) => state.saving)
  return (
    <SignedForm
      {...props}
      author={author}
      saving={saving}
      onSave={(said) => {
        void remember(said.by)
        return onSave(said)
      }}
    />
  )
}
