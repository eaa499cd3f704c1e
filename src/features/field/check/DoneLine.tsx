import { useTranslation } from 'react-i18next'
import { Button } from '@/ui/controls/Button'
import classes from './CheckBar.module.css'

/** An action that was done, and its undo. */
export interface Done {
  readonly words: string
  /** Null if nothing was changed. */
  readonly undo: (() => void) | null
  /** What one more press would include. */
  readonly more?: { readonly words: string; act(): void }
  /** Whether it can still be undone after other items were answered: its undo then leaves those alone. */
  readonly stays?: true
}

/** Says what was done, with an undo button. */
export function DoneLine({ done: { words, undo, more } }: { readonly done: Done }) {
  const { t } = useTranslation()
  return (
    <p role="status" className={classes.done}>
      <span>{words}</span> {more && <Button onClick={more.act}>{more.words}</Button>}{' '}
      {undo && <Button onClick={undo}>{t('check.undo')}</Button>}
    </p>
  )
}
