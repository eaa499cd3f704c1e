import { useTranslation } from 'react-i18next'
import type { LegendEntry } from '@/layers/legend'
import { LegendItem } from '@/map/legend/LegendItem'
import { useLegendText } from '@/map/legend/use-legend-text'
import classes from './PinnedLegend.module.css'
import { entryCounts, namedEntries, type PinnedCounts } from './pinned-words'
import { useLegendHeadings } from './use-legend-headings'

interface Props {
  readonly entries: readonly LegendEntry[]
  readonly counts: PinnedCounts
}

/** Legend of a pinned view with names and counts: on a wall nobody can point at a symbol to learn what it means. */
export function PinnedLegend({ entries, counts }: Props) {
  const { t } = useTranslation()
  const nameOf = useLegendText()
  const counted = entryCounts(entries, counts)
  return (
    <section className={classes.legend} aria-label={t('frame.legend')}>
      {namedEntries(entries, useLegendHeadings()).map(({ name, entries }) => (
        <div key={JSON.stringify(entries[0])}>
          {name !== '' && <h3>{name}</h3>}
          <ul>
            {entries.map((entry) => (
              <LegendItem
                key={JSON.stringify(entry)}
                entry={entry}
                name={nameOf(entry)}
                short={false}
                count={counted.get(entry)}
              />
            ))}
          </ul>
        </div>
      ))}
    </section>
  )
}
