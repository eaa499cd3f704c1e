import { useTranslation } from 'react-i18next'
import { openingKey, unlistedOfKey, unlistedOpening } from '@/domain/cases/opening-key'
import { countyName } from '@/domain/sources/county'
import { CaseOfSignal } from '@/features/monitoring/CaseOfSignal'
import type { TruckList, UnlistedLine } from '@/questions/trucks/truck-list'
import { openedFrom } from '@/store/cases/case-view'
import { useCaseRecords } from '@/store/cases/use-cases'
import { useDataset } from '@/store/chentu'
import { TRACKS_NAME } from '@/store/exports/exports-worker'
import { secondText } from '@/store/words/truck-figures'
import { Button } from '@/ui/controls/Button'
import { datasetWorker } from '@/workers/client'
import classes from './Trucks.module.css'
import { WhyUnlisted } from './TrucksWhy'
import type { CurrentPlaceId } from './use-current-place-ids'

interface Props {
  readonly list: TruckList
  readonly place: UnlistedLine
  /** Maps a place's earlier id to its current one; null until this is known. */
  readonly now: CurrentPlaceId | null
  onBack(): void
  onTruck(plate: string): void
}

/** An unlisted place: what trucks did there, and a link to a case on it. */
export function UnlistedCard({ list, place, now, onBack, onTruck }: Props) {
  const { t, i18n } = useTranslation()
  const dataset = useDataset()
  const name = t(`trucks.use.${place.use}`)
  const county = place.county === '' ? t('trucks.noCounty') : countyName(dataset, place.county, i18n.language)
  return (
    <section className={classes.card} aria-label={name}>
      <header>
        <h2>{name}</h2>
        <span>{county}</span>
        <span>{place.at.map((each) => each.toFixed(6)).join(', ')}</span>
        {now && (
          <CaseOfPlace {...{ list, place, now }} label={(action) => t('trucks.caseOf', { name, county, action })} />
        )}
        <Button onClick={onBack}>{t('trucks.back')}</Button>
      </header>
      <h3>
        {t('trucks.evidenceTitle')}
        <WhyUnlisted of={name} />
      </h3>
      <p>
        {t('trucks.evidence', {
          ...place,
          night: dataset.trucks?.unlisted?.night.join('—') ?? '',
          trucks: place.trucks.length,
          metres: Math.ceil(place.metres),
          first: secondText(place.first),
          last: secondText(place.last),
        })}
      </p>
      <h3>{t('trucks.itsTrucks')}</h3>
      <div className={classes.places}>
        {place.trucks.map((plate) => (
          <Button key={plate} weight="quiet" onClick={() => onTruck(plate)}>
            {plate}
          </Button>
        ))}
      </div>
      {place.companies.length > 0 && <p className="quiet">{place.companies.join(t('ui.semicolon'))}</p>}
    </section>
  )
}

interface PlaceCase extends Pick<Props, 'list' | 'place'> {
  readonly now: CurrentPlaceId
  /** The button's accessible name, of the place and its text. */
  label(text: string): string
}

/** Link to a case on the place; renders nothing if the package defines no such cases. */
function CaseOfPlace(props: PlaceCase) {
  const { list, place, now, label } = props
  const { t } = useTranslation()
  const cases = useCaseRecords()
  const { cases: settings } = useDataset()
  if (!settings?.sorts.some(({ from }) => from.unlistedPlace?.uses.includes(place.use))) return null
  const key = openingKey(unlistedOpening(place.id), list.month)
  // The place may have had other ids when cases on it were opened.
  const known = openedFrom(cases ?? []).filter(({ key }) => now(unlistedOfKey(key, list.month)) === place.id)
  return (
    <CaseOfSignal
      of={[{ key }, ...known]}
      text={t('trucks.openCase')}
      label={label}
      weight="primary"
      gone={t('trucks.caseGone')}
      ask={() => datasetWorker().unlistedOpening(TRACKS_NAME, key)}
    />
  )
}
