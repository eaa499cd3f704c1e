import { IconChevronDown, IconChevronUp } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLookText } from '@/features/explore/look/use-look-text'
import type { LegendEntry } from '@/layers/legend'
import { useLegend } from '@/map/legend-in-view'
import { usePreferences } from '@/store/device/preferences'
import { useKindTexts } from '@/store/words/kinds'
import { IconButton } from '@/ui/controls/IconButton'
import classes from './Legend.module.css'
import { LegendItem } from './LegendItem'

/** How sources are drawn. */
const SOURCES: readonly LegendEntry['type'][] = ['standing', 'badge', 'dots', 'cells', 'heat', 'look-sizes']

/** Which entries stand together under one name. */
const groupOf = ({ type }: LegendEntry) =>
  type === 'kind' || type === 'dustfall' || type === 'line' || type === 'look' ? type : 'alone'

/** What the map draws in its window, all of it and nothing else, in one strip under it that folds. */
export function Legend() {
  const { t } = useTranslation()
  const entries = useLegend()
  const kindTexts = useKindTexts()
  const look = useLookText()
  const { folded, setFolded } = usePreferences()
  const [namesKinds, setNamesKinds] = useState(false)
  const isFolded = folded.includes('legend')
  const of = (group: string) => entries.filter((entry) => groupOf(entry) === group)
  const [painted] = of('look')
  const alone = of('alone')
  // A badge has the colour of the worst; which colours there are the standings say.
  const badge = alone.find(({ type }) => type === 'badge')
  const sources = alone.filter((entry) => SOURCES.includes(entry.type) && (entry.type !== 'badge' || entry === badge))
  const ground = alone.filter(({ type }) => !SOURCES.includes(type))
  const items = (entries: readonly LegendEntry[], short = false) =>
    entries.map((entry) => <LegendItem key={JSON.stringify(entry)} entry={entry} short={short} />)
  return (
    <section className={classes.legend} aria-label={t('frame.legend')}>
      {isFolded ? (
        <span className="quiet">{t('frame.legend')}</span>
      ) : (
        <ul>
          {items(sources)}
          {of('kind').length > 0 && (
            <li className={classes.group}>
              <button type="button" aria-expanded={namesKinds} onClick={() => setNamesKinds(!namesKinds)}>
                {t('frame.drawn.shape')} {namesKinds ? '▾' : '▸'}
              </button>
              <ul>{items(of('kind'), !namesKinds)}</ul>
            </li>
          )}
          {painted?.type === 'look' && (
            <li className={classes.group}>
              {look.heading(painted.kind, painted.column)}
              <ul>{items(of('look'))}</ul>
            </li>
          )}
          {of('dustfall').length > 0 && (
            <li className={classes.group} title={[t('map.legend'), t('map.over')].join(t('ui.semicolon'))}>
              {t('frame.dates.dustfall')}
              <ul>{items(of('dustfall'))}</ul>
            </li>
          )}
          {[...new Set(of('line').map((entry) => 'kind' in entry && entry.kind))].map((kind) => (
            <li key={String(kind)} className={classes.group}>
              {kind && kindTexts.title(kind)}
              <ul>{items(of('line').filter((entry) => 'kind' in entry && entry.kind === kind))}</ul>
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
