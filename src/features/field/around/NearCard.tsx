import { useTranslation } from 'react-i18next'
import { inLanguage } from '@/domain/bilingual'
import { dayOfInstant } from '@/domain/calendar'
import { azimuthDegrees } from '@/domain/geodesy/distance'
import { STATUS_NAMES } from '@/domain/rules/status'
import { countyName } from '@/domain/sources/county'
import { targetKey } from '@/ledger/fold'
import { SourceSymbol } from '@/map/overlay/SourceSymbol'
import type { NearSource } from '@/questions/nearest-sources'
import { useOpened } from '@/store/chentu'
import { useLedger } from '@/store/ledger'
import { useKindTexts } from '@/store/words/kinds'
import classes from './NearCard.module.css'
import type { Origin } from './use-origin'

interface Props {
  readonly source: NearSource
  readonly origin: Origin
  onOpen(): void
}

/** A source near by: how far and which way, what is wrong with it, and when somebody last looked. */
export function NearCard({ source, origin, onOpen }: Props) {
  const { t, i18n } = useTranslation()
  const kindTexts = useKindTexts()
  const { dataset } = useOpened()
  const last = useLedger((all) => all.state.get(targetKey(source))?.inspections.at(-1))
  const { kind, name, county, dataClass, position, metres, overdueDays: days, worst } = source
  const status = STATUS_NAMES[source.status]!
  const azimuth = azimuthDegrees(origin.position, position!)
  // Where the tablet knows which way it points, the arrow points at the source itself.
  const turned = azimuth - (origin.headingDegrees ?? 0)
  const seen = last ? dayOfInstant(last.at) : source.inspectedOn
  return (
    <button type="button" className={classes.card} data-status={status} onClick={onOpen}>
      <svg
        width="48"
        height="48"
        viewBox="-24 -24 48 48"
        role="img"
        aria-label={t('near.direction', { azimuth: Math.round(azimuth) })}
      >
        <circle r="23" fill="var(--ground)" />
        <path d="M0 -14 L9 11 L0 5 L-9 11 Z" fill="var(--ink)" transform={`rotate(${turned.toFixed(1)})`} />
      </svg>
      <span className={classes.what}>
        <strong>{name}</strong>
        <b className={classes.state}>
          {days > 0 ? t('findings.overdueDays', { days }) : t(`status.${status}`)}
          {worst !== null && ` · ${inLanguage(dataset.rules[worst]!.title, i18n.language)}`}
        </b>
        <span className="quiet">
          <SourceSymbol kind={kind} status={status} /> {kindTexts.title(kind)} ·{' '}
          {countyName(dataset, county, i18n.language)} · {t(`dataClass.${dataClass}`)} ·{' '}
          {seen ? t('near.lastSeen', { day: seen }) : t('near.neverSeen')}
        </span>
      </span>
      <span className={classes.metres}>
        {Math.round(metres)}
        <small>{t('near.metres')}</small>
      </span>
    </button>
  )
}
