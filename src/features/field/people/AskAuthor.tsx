import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLedger } from '@/store/ledger'
import { Button } from '@/ui/controls/Button'
import { NameInput } from './NameInput'
import classes from './People.module.css'
import { PinPrompt } from './PinPrompt'
import type { useChooseAuthor } from './use-choose-author'
import { useNames } from './use-names'

interface Props {
  readonly choosing: ReturnType<typeof useChooseAuthor>
  /** Called with the name in the field, '' once it no longer counts. */
  onTyped?(name: string): void
}

/** Asks for the author before the first record, which is not saved without: a name known on this tablet, or a new one. */
export function AskAuthor({ choosing, onTyped }: Props) {
  const { t } = useTranslation()
  const author = useLedger((all) => all.author)
  const names = useNames()
  const { asked, failed, take, stop, choose } = choosing
  /** Names chosen by a press: each clears what was typed. */
  const [presses, setPresses] = useState(0)
  if (asked !== '') {
    const cancel = () => {
      onTyped?.('')
      stop()
    }
    return <PinPrompt key={asked} name={asked} onRight={() => take(asked)} onCancel={cancel} />
  }
  return (
    <div className={classes.form}>
      <p data-required={author === ''}>{t('check.whoWrites')}</p>
      <div className={classes.chips}>
        {names.map((name) => (
          <Button
            key={name}
            aria-pressed={author === name}
            onClick={() => {
              onTyped?.('')
              setPresses(presses + 1)
              choose(name)
            }}
          >
            {name}
          </Button>
        ))}
      </div>
      <NameInput key={presses} name="" onName={choose} {...(onTyped && { onTyped })} />
      {failed && <p role="alert">{failed}</p>}
    </div>
  )
}
