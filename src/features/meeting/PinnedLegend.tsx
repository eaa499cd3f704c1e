import { useTranslation } from 'react-i18next'
import type { LegendEntry } from '@/layers/legend'
import { LegendItem } from '@/map/legend/LegendItem'
import { legendGroups } from '@/map/legend/legend-groups'
import { useLegend } from '@/map/legend/legend-in-view'
import { useDustfallHeading } from '@/map/legend/use-dustfall-heading'
import { useLookText } from '@/map/legend/use-look-text'
import { useKindTexts } from '@/store/words/kinds'
import classes from './PinnedLegend.module.css'

/** What the map of a pinned view shows, by name: on a wall nobody points at a sign to hear what it means. */
export function PinnedLegend() {
  const { t } = useTranslation()
  const kindTexts = useKindTexts()
  const lookText = useLookText()
  const dustfallHeading = useDustfallHeading()
  const { sources, kinds, look, dustfall, lines, ground } = legendGroups(useLegend())
  const groups: readonly (readonly [name: string, entries: readonly LegendEntry[]])[] = [
    ['', [...sources, ...kinds]],
    [look[0] ? lookText.heading(look[0].kind, look[0].column) : '', look],
    ...dustfall.map((all) => [dustfallHeading(t('frame.dates.dustfall'), all[0]!), all] as const),
    ...lines.map(([kind, grades]) => [kindTexts.title(kind), grades] as const),
    ['', ground],
  ]
  return (
    <section className={classes.legend} aria-label={t('frame.legend')}>
      {groups.map(
        ([name, entries]) =>
          entries.length > 0 && (
            <ul key={JSON.stringify(entries[0])}>
              {name !== '' && <li>{name}</li>}
              {entries.map((entry) => (
                <LegendItem key={JSON.stringify(entry)} entry={entry} short={false} />
              ))}
            </ul>
          ),
      )}
    </section>
  )
}
