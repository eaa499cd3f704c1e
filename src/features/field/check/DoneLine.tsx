import { useTranslation } from 'react-i18next'
import { Button } from '@/ui/controls/Button'
import classes from './CheckBar.module.css'

/** An action that was done, and its undo. */
export interface Done {
  readonly words: string
  undo(): void
}

/** Says what was done, with an undo button. */
export function DoneLine({ done }: { readonly done: Done }) {
  const { t } = useTranslation()
  return (
    <p role="status" className={classes.done}>
      {done.words} <Button onClick={done.undo}>{t('check.undo')}</Button>
    </p>
  )
}
