import { useTranslation } from 'react-i18next'
import { Button } from '@/ui/controls/Button'
import classes from './CheckBar.module.css'

/** What a press has done, and how to take it back. */
export interface Done {
  readonly words: string
  undo(): void
}

/** Says what was done, with a press that takes it back. */
export function DoneLine({ done }: { readonly done: Done }) {
  const { t } = useTranslation()
  return (
    <p role="status" className={classes.done}>
      {done.words} <Button onClick={done.undo}>{t('check.undo')}</Button>
    </p>
  )
}
