import { useTranslation } from 'react-i18next'
import { useLedger } from '@/store/ledger'
import { Button } from '@/ui/controls/Button'
import { NameInput } from './NameInput'
import classes from './People.module.css'
import { PinPrompt } from './PinPrompt'
import type { useChooseAuthor } from './use-choose-author'
import { useNames } from './use-names'

/** Asks for the author before the first record, which is not saved without: a name known on this tablet, or a new one. */
export function AskAuthor({ choosing }: { readonly choosing: ReturnType<typeof useChooseAuthor> }) {
  const { t } = useTranslation()
  const author = useLedger((all) => all.author)
  const names = useNames()
  const { asked, failed, take, stop, choose } = choosing
  if (asked !== '') return <PinPrompt key={asked} name={asked} onRight={() => take(asked)} onCancel={stop} />
  return (
    <div className={classes.form}>
      <p data-required={author === ''}>{t('check.whoWrites')}</p>
      <div className={classes.chips}>
        {names.map((name) => (
          <Button key={name} aria-pressed={author === name} onClick={() => choose(name)}>
            {name}
          </Button>
        ))}
      </div>
      <NameInput name="" onName={choose} />
      {failed && <p role="alert">{failed}</p>}
    </div>
  )
}
