import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { inLanguage } from '@/domain/bilingual'
import type { IsoDay } from '@/domain/calendar'
import { STATUS_NAMES } from '@/domain/rules/status'
import { countyName } from '@/domain/sources/county'
import { targetKey } from '@/ledger/shared-code'
import { SourceSymbol } from '@/map/overlay/SourceSymbol'
import type { NearSource } from '@/questions/source/nearest-sources'
import { useOpened } from '@/store/chentu'
import { useLedger } from '@/store/ledger'
import { useKindTexts } from '@/store/words/kinds'
import { byEvidenceText } from '@/store/words/measured'
import { visitResult } from '@/store/words/visit-result'
import { Direction } from './Direction'
import { DraftChip } from './DraftChip'
import classes from './NearCard.module.css'
import { useDistanceWords } from './use-distance-words'
import type { Origin } from './use-origin'
import { WarningChip } from './WarningChip'

interface Props {
  readonly source: NearSource
  readonly origin: Origin
  /** Day of an unfinished check; '' if unknown, null if there is none. */
  readonly draftDay: IsoDay | null
  /** Whether a warning in force requires something of it. */
  readonly isUnderWarning: boolean
  onOpen(): void
}

/** A nearby source: distance and direction, what is wrong with it, and when it was last inspected. */
export function NearCard({ source, origin, draftDay, isUnderWarning, onOpen }: Props) {
  const { t, i18n } = useTranslation()
  const kindTexts = useKindTexts()
  const { dataset } = useOpened()
  const last = useLedger((all) => all.state.get(targetKey(source))?.visits.at(-1))
  // Hundreds of cards are drawn again each second with the position.
  const result = useMemo(() => (last ? visitResult(t, dataset, last) : ''), [t, dataset, last])
  const { kind, name, county, dataClass, position, metres, overdueDays: days, worst, evidence } = source
  const { label } = useDistanceWords(origin)
  const status = STATUS_NAMES[source.status]!
  const seen = last?.day ?? source.inspectedOn
  return (
    <button type="button" className={classes.card} data-status={status} data-from={origin.kind} onClick={onOpen}>
      {origin.kind !== 'default' && (
        <Direction from={origin.position} to={position!} headingDegrees={origin.headingDegrees} />
      )}
      <span className={classes.what}>
        <strong>
          {name} <DraftChip day={draftDay} /> {isUnderWarning && <WarningChip />}
        </strong>
        <b className={classes.state}>
          {days > 0 ? t('findings.overdueDays', { days }) : t(`status.${status}`)}
          {worst !== null && ` · ${inLanguage(dataset.rules[worst]!.title, i18n.language)}`}
          {evidence !== null && ` · ${byEvidenceText(t, evidence)}`}
        </b>
        <span className="quiet">
          <SourceSymbol kind={kind} status={status} /> {kindTexts.title(kind)} ·{' '}
          {countyName(dataset, county, i18n.language)} · {t(`dataClass.${dataClass}`)} ·{' '}
          <span className={classes.seen}>{seen ? t('near.lastSeen', { day: seen }) : t('near.neverSeen')}</span>
          {result && ` · ${result}`}
        </span>
      </span>
      <span className={classes.metres}>
        {label && <small>{label}</small>}
        {Math.round(metres)}
        <small>{t('near.metres')}</small>
      </span>
    </button>
  )
}
