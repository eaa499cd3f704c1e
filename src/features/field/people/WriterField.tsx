import { useLedger } from '@/store/ledger'
import { NameInput } from './NameInput'
import { PinPrompt } from './PinPrompt'
import { useChoosing } from './use-choosing'

/** Who writes, in a form: another name is typed over it, and asked for its PIN where it has one. */
export function WriterField() {
  const author = useLedger((all) => all.author)
  const { asked, failed, take, stop, choose } = useChoosing(() => undefined)
  if (asked !== '') return <PinPrompt key={asked} name={asked} onRight={() => take(asked)} onCancel={stop} />
  return (
    <>
      <NameInput key={author} name={author} onName={choose} />
      {failed && <p role="alert">{failed}</p>}
    </>
  )
}
