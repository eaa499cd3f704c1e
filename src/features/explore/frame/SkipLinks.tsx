import { useTranslation } from 'react-i18next'
import classes from './SkipLinks.module.css'

/** Element ids of the parts of the screen, most wanted first. */
const PARTS = ['list', 'panel', 'map'] as const

/** Skip links past header and rail, visible only when focused by keyboard. */
export function SkipLinks() {
  const { t } = useTranslation()
  return (
    <div className={classes.skip}>
      {PARTS.map((part) => (
        <button key={part} type="button" onClick={() => document.getElementById(part)?.focus()}>
          {t(`frame.skip.${part}`)}
        </button>
      ))}
    </div>
  )
}
