import { useTranslation } from 'react-i18next'
import classes from './SkipLinks.module.css'

/** The parts of the screen, each the id of an element, in the order in which they are wanted. */
const PARTS = ['list', 'panel', 'map'] as const

/** Links, seen only by who comes to them with the keyboard, that lead past header and rail. */
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
