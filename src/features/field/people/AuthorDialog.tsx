import { IconLock } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { companionsOn, usePeople } from '@/store/device/people'
import { useToday } from '@/store/device/today'
import { useLedger } from '@/store/ledger'
import { Button } from '@/ui/controls/Button'
import { Dialog } from '@/ui/Dialog'
import { OwnPin } from './OwnPin'
import classes from './People.module.css'
import { PinPrompt } from './PinPrompt'
import { useChooseAuthor } from './use-choose-author'
import { useNames } from './use-names'

interface Props {
  /** Whether it was opened because a new day has begun. */
  readonly isNewDay: boolean
  onClose(): void
}

/**
 * Dialog for the author of the next records and their companions: names known on this tablet, one press each, or new
 * ones.
 */
export function AuthorDialog({ isNewDay, onClose }: Props) {
  const { t } = useTranslation()
  const author = useLedger((all) => all.author)
  const { people, shift, companions, remember, setCompanions } = usePeople()
  const names = useNames()
  const { asked, failed, take, stop, choose } = useChooseAuthor(() => !isNewDay && onClose())
  const [typed, setTyped] = useState('')
  const today = useToday()
  const along = companionsOn({ shift, companions }, today, author)
  const others = names.filter((name) => name !== author)
  const name = typed.trim()
  const goAlong = (who: string) => {
    remember(who)
    setCompanions(today, along.includes(who) ? along.filter((each) => each !== who) : [...along, who])
  }
  return (
    <Dialog title={t(isNewDay ? 'people.today' : 'people.title')} size="medium" onClose={onClose}>
      <div className={classes.form}>
        {asked !== '' ? (
          <PinPrompt key={asked} name={asked} onRight={() => take(asked)} onCancel={stop} />
        ) : (
          <>
            {names.length > 0 && (
              <fieldset className="plain">
                <legend>{t('check.author')}</legend>
                <div className={classes.chips}>
                  {names.map((each) => (
                    <Button
                      key={each}
                      aria-pressed={author === each}
                      onClick={() => (each === author ? take(each) : choose(each))}
                    >
                      {each}
                      {people.find((other) => other.name === each)?.pin && (
                        <IconLock size={20} role="img" aria-label={t('people.hasPin')} />
                      )}
                    </Button>
                  ))}
                </div>
              </fieldset>
            )}
            {author !== '' && others.length > 0 && (
              <fieldset className="plain">
                <legend>{t('people.companions')}</legend>
                <div className={classes.chips}>
                  {others.map((each) => (
                    <Button
                      key={each}
                      aria-label={t('people.companion', { name: each })}
                      aria-pressed={along.includes(each)}
                      onClick={() => goAlong(each)}
                    >
                      {along.includes(each) && <span aria-hidden="true">{'✓ '}</span>}
                      {each}
                    </Button>
                  ))}
                </div>
              </fieldset>
            )}
            <form
              className={classes.chips}
              onSubmit={(event) => {
                event.preventDefault()
                if (name !== '') choose(name)
              }}
            >
              <label>
                <span>{t('people.newName')}</span>
                <input
                  value={typed}
                  maxLength={40}
                  autoComplete="off"
                  onChange={({ target }) => setTyped(target.value)}
                />
              </label>
              <Button type="submit" disabled={name === ''}>
                {t('people.asWriter')}
              </Button>
              <Button
                disabled={name === '' || author === '' || name === author || along.includes(name)}
                onClick={() => {
                  goAlong(name)
                  setTyped('')
                }}
              >
                {t('people.asCompanion')}
              </Button>
            </form>
            {author !== '' && along.length === 0 && <p className="quiet">{t('people.two')}</p>}
            {author !== '' && <OwnPin key={author} name={author} />}
          </>
        )}
        {failed && <p role="alert">{failed}</p>}
      </div>
    </Dialog>
  )
}
