import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import classes from './SeriesNotes.module.css'

/** Maximum number of entries listed; the chart marks all. */
export const MOST = 50

interface NoteProps {
  /** The chart's mark for the entries; null if there are none. */
  readonly mark: 'over' | 'alarm' | 'explained' | 'doubt' | 'none' | null
  readonly title: string
  readonly note?: string
  /** Number of entries not listed. */
  readonly more: number
  /** Renders the explanation; `of` is the title. */
  readonly why?: (of: string) => ReactNode
  readonly children: ReactNode
}

/** A list of the first findings of one type; its heading alone if there are none. */
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
