import { IconChevronDown, IconChevronUp } from '@tabler/icons-react'
import { Fragment, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { kindWithId } from '@/domain/sources/kinds/kind'
import type { LegendEntry } from '@/layers/legend'
import { LegendItem } from '@/map/legend/LegendItem'
import { legendGroups } from '@/map/legend/legend-groups'
import { useLegend } from '@/map/legend/legend-in-view'
import { useDustfallHeading } from '@/map/legend/use-dustfall-heading'
import { useLegendText } from '@/map/legend/use-legend-text'
import { useLookText } from '@/map/legend/use-look-text'
import { usePreferences } from '@/store/device/preferences'
import { useKinds, useKindTexts } from '@/store/words/kinds'
import { IconButton } from '@/ui/controls/IconButton'
import classes from './Legend.module.css'

interface ItemsProps {
  readonly entries: readonly LegendEntry[]
  readonly short: boolean
}

/** Legend entries with names, which need an open package. */
function Items({ entries, short }: ItemsProps) {
  const nameOf = useLegendText()
  return entries.map((entry) => (
    <LegendItem key={JSON.stringify(entry)} entry={entry} name={nameOf(entry)} short={short} />
  ))
}

/** The legend: exactly what the map shows in the window, in a foldable strip below it. */
export function Legend() {
  const { t } = useTranslation()
  const entries = useLegend()
  const kindTexts = useKindTexts()
  const known = useKinds()
  const look = useLookText()
  const dustfallHeading = useDustfallHeading()
  const { folded, setFolded } = usePreferences()
  const [namesKinds, setNamesKinds] = useState(false)
  const isFolded = folded.includes('legend')
  const { sources, kinds, look: painted, dustfall, lines, ground } = legendGroups(entries)
  const groups = kindTexts.grouped(kinds.map((entry) => ({ ...kindWithId(known, entry.kind), entry })))
  const items = (entries: readonly LegendEntry[], short = false) =>
    entries.length > 0 && <Items entries={entries} short={short} />
  return (
    <section className={classes.legend} aria-label={t('frame.legend')}>
      {isFolded ? (
        <span className="quiet">{t('frame.legend')}</span>
      ) : (
        <ul>
          {items(sources)}
          {kinds.length > 0 && (
            <li className={classes.kinds}>
              <button type="button" aria-expanded={namesKinds} onClick={() => setNamesKinds(!namesKinds)}>
                {t('frame.drawn.shape')} {namesKinds ? '▾' : '▸'}
              </button>
              {groups.map((own) => (
                <Fragment key={own.key}>
                  {groups.length > 1 && <span className="quiet">{own.title}</span>}
                  <ul>
                    {items(
                      own.kinds.map(({ entry }) => entry),
                      !namesKinds,
                    )}
                  </ul>
                </Fragment>
              ))}
            </li>
          )}
          {painted[0] && (
            <li className={classes.group}>
              {look.heading(painted[0].kind, painted[0].column)}
              <ul>{items(painted)}</ul>
            </li>
          )}
          {dustfall.map((all) => (
            <li
              key={all[0]!.dustfallLimit}
              className={classes.group}
              title={[t('map.legend'), t('map.over')].join(t('ui.semicolon'))}
            >
              {dustfallHeading(t('frame.dates.dustfall'), all[0]!)}
              <ul>{items(all)}</ul>
            </li>
          ))}
          {lines.map(([kind, grades]) => (
            <li key={kind} className={classes.group}>
              {kindTexts.title(kind)}
              <ul>{items(grades)}</ul>
            </li>
          ))}
          {items(ground)}
        </ul>
      )}
      <IconButton
        label={t(isFolded ? 'frame.unfold' : 'frame.fold', { part: t('frame.legend') })}
        className={classes.fold}
        aria-expanded={!isFolded}
        onClick={() => setFolded('legend', !isFolded)}
      >
        {isFolded ? <IconChevronUp size={16} aria-hidden="true" /> : <IconChevronDown size={16} aria-hidden="true" />}
      </IconButton>
    </section>
  )
}
