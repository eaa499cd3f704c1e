import { useTranslation } from 'react-i18next'
import { BREACHES, type BreachKind } from '@/domain/trucks/breach-kinds'
import { ROLES } from '@/domain/trucks/settings'
import { UNLISTED_STOP } from '@/domain/trucks/stop-sorts'
import { paletteOf, type Theme } from '@/layers/palette'
import { STOP_SORTS, stopColour } from '@/layers/truck-style'
import type { BreachCounts } from '@/questions/trucks/truck-month'
import type { StopPoints } from '@/questions/trucks/truck-stops'
import { ToggleChip } from '@/ui/controls/Chip'
import { BreachMark } from './BreachMark'
import classes from './TruckPlayer.module.css'

interface HideProps<Sort> {
  readonly hidden: ReadonlySet<Sort>
  /** Hides a sort on the map or in a list, or shows it again. */
  onToggle(sort: Sort): void
}

interface BreachProps extends HideProps<BreachKind> {
  readonly label: string
  readonly counts: BreachCounts
}

/** Suspected breaches by kind, with their marks; renders nothing if there are none. */
export function BreachLegend({ label, counts, hidden, onToggle }: BreachProps) {
  const { t } = useTranslation()
  const there = BREACHES.filter((kind) => counts[kind] > 0)
  if (there.length === 0) return null
  return (
    <fieldset className={classes.keys}>
      <legend>{label}</legend>
      {there.map((kind) => (
        <ToggleChip key={kind} pressed={!hidden.has(kind)} count={counts[kind]} onToggle={() => onToggle(kind)}>
          <BreachMark kind={kind} /> {t(`trucks.breach.${kind}`)}
        </ToggleChip>
      ))}
    </fieldset>
  )
}

interface StopProps extends HideProps<number> {
  readonly stops: StopPoints
  readonly theme: Theme
}

/** The dots of stops by type of place, with the number of stops of each. */
export function StopLegend({ stops, theme, hidden, onToggle }: StopProps) {
  const { t } = useTranslation()
  const counts = new Map<number, number>()
  for (const [row, sort] of stops.sort.entries()) counts.set(sort, (counts.get(sort) ?? 0) + stops.count[row]!)
  const nameOf = (sort: number) => {
    const role = ROLES[sort]
    if (role) return t(`trucks.role.${role}`)
    return sort === UNLISTED_STOP ? t('trucks.views.unlisted') : t('trucks.card.elsewhere')
  }
  return (
    <fieldset className={classes.keys}>
      <legend>{t('trucks.map.stopsBy')}</legend>
      {STOP_SORTS.filter((sort) => counts.has(sort)).map((sort) => (
        <ToggleChip key={sort} pressed={!hidden.has(sort)} count={counts.get(sort)} onToggle={() => onToggle(sort)}>
          <i style={{ background: stopColour(paletteOf(theme), sort) }} /> {nameOf(sort)}
        </ToggleChip>
      ))}
    </fieldset>
  )
}
