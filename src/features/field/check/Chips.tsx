import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '@/ui/controls/Button'
import classes from './ShortcomingForm.module.css'

interface Props {
  readonly title: string
  readonly words: readonly string[]
  isChosen(word: string): boolean
  onChoose(word: string): void
  /** Adds a word that the user typed. */
  onAdd(word: string): void
}

/** Words as buttons, and a field for the user's own. */
export function Chips({ title, words, isChosen, onChoose, onAdd }: Props) {
  const { t } = useTranslation()
  const [own, setOwn] = useState<string | null>(null)
  const add = () => {
    const word = own?.trim() ?? ''
    if (word !== '') onAdd(word)
    setOwn(null)
  }
  return (
    <fieldset className="plain">
      <legend>{title}</legend>
      <div className={classes.chips}>
        {words.map((word) => (
          <Button key={word} aria-pressed={isChosen(word)} onClick={() => onChoose(word)}>
            {isChosen(word) && <span aria-hidden="true">{'✓ '}</span>}
            {word}
          </Button>
        ))}
        {own === null ? (
          <Button aria-label={t('check.ownWord', { title })} onClick={() => setOwn('')}>
            {'＋'}
          </Button>
        ) : (
          <form
            onSubmit={(event) => {
              event.preventDefault()
              add()
            }}
          >
            <input
              aria-label={t('check.ownWord', { title })}
              value={own}
              maxLength={60}
              // biome-ignore lint/a11y/noAutofocus: it appears because the user pressed a button
              autoFocus
              onChange={({ target }) => setOwn(target.value)}
              onBlur={add}
            />
          </form>
        )}
      </div>
    </fieldset>
  )
}
