import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import classes from './SeriesNotes.module.css'

/** As many are read; the chart marks all. */
export const MOST = 50

interface NoteProps {
  /** How the chart marks what is listed; null where nothing is. */
  readonly mark: 'over' | 'alarm' | 'explained' | 'doubt' | 'none' | null
  readonly title: string
  readonly note?: string
  /** How many are not listed. */
  readonly more: number
  /** How it came about; `of` is the title. */
  readonly why?: (of: string) => ReactNode
  readonly children: ReactNode
}

/** A list of what is found, the first of it; nothing to read where it is empty. */
export function Note({ mark, title, note, more, why, children }: NoteProps) {
  const { t } = useTranslation()
  return (
    <section data-empty={mark === null}>
      <h3>
        {mark && <span className={classes.mark} data-mark={mark} aria-hidden />}
        {title}
        {why?.(title)}
      </h3>
      {note && <p className="quiet">{note}</p>}
      <ul>{children}</ul>
      {more > 0 && <p className="quiet">{t('monitoring.more', { count: more })}</p>}
    </section>
  )
}
