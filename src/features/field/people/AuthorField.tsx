import { useLedger } from '@/store/ledger'
import { NameInput } from './NameInput'
import { PinPrompt } from './PinPrompt'
import { useChooseAuthor } from './use-choose-author'

/** The author as a form field: a new name can be typed, and its PIN is asked for if it has one. */
export function AuthorField() {
  const author = useLedger((all) => all.author)
  const { asked, failed, take, stop, choose } = useChooseAuthor(() => undefined)
  if (asked !== '') return <PinPrompt key={asked} name={asked} onRight={() => take(asked)} onCancel={stop} />
  return (
    <>
      <NameInput key={author} name={author} onName={choose} />
      {failed && <p role="alert">{failed}</p>}
    </>
  )
}
