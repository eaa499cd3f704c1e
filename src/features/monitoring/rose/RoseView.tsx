import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { IsoDay } from '@/domain/calendar'
import { causeRuleFor } from '@/domain/cases/cause-rule'
import { COMPASS_DEGREES } from '@/domain/geodesy/compass'
import { PARAMETER_FACTS, type Parameter } from '@/domain/monitoring/parameter'
import { type RoseRule, worstSector } from '@/domain/monitoring/pollution-rose'
import type { Sourced } from '@/domain/monitoring/settings'
import { LikelyList } from '@/features/cases/LikelyList'
import { DeviceHead } from '@/features/monitoring/DeviceHead'
import { type Period, PeriodControl } from '@/features/monitoring/PeriodControl'
import { WhyLines } from '@/features/monitoring/SeriesWhy'
import type { MonitorLine } from '@/questions/monitors/monitor-list'
import type { MonitorRose } from '@/questions/monitors/monitor-rose'
import { useAnswer } from '@/store/answers/use-answer'
import { useKept } from '@/store/answers/use-kept'
import { useDataset } from '@/store/chentu'
import { READINGS_NAME } from '@/store/exports/exports-worker'
import { useDoubtVerdicts } from '@/store/ledger/use-doubt-verdicts'
import { useCompassName } from '@/store/words/compass'
import { doubtedLines } from '@/store/words/doubt-text'
import { hourText, valueText } from '@/store/words/monitor-figures'
import { EmptyState } from '@/ui/states/EmptyState'
import { Skeleton } from '@/ui/states/Skeleton'
import { RoseDrawing } from './RoseDrawing'
import { RoseRows } from './RoseRows'
import classes from './RoseView.module.css'
import { SectorOnMap } from './SectorOnMap'

interface Props {
  readonly line: MonitorLine
  readonly parameter: Parameter
  readonly asOf: IsoDay
  /** Switch to the other views of the device. */
  readonly views: ReactNode
}

/** A device's values by the wind that it measured itself, and the sources in its worst direction. */
export function RoseView({ line, parameter, asOf, views }: Props) {
  const { t } = useTranslation()
  const rule = useDataset().monitoring?.rose
  const [period, setPeriod] = useState<Period>('90')
  const verdicts = useDoubtVerdicts()
  const asked = { device: line.device, parameter, asOf, days: Number(period) }
  const isWind = parameter === 'wind-speed' || parameter === 'wind-direction'
  const { value: found, isOld } = useKept(
    useAnswer(
      async (worker) => {
        const rose = rule && !isWind ? await worker.monitorRose(READINGS_NAME, asked, verdicts) : null
        return rose && { line, parameter, found: rose }
      },
      Object.values(asked).join(' '),
      [verdicts],
    ),
  )
  return (
    <>
      <DeviceHead line={line}>
        {views}
        <PeriodControl period={period} onChange={setPeriod} />
      </DeviceHead>
      {!rule ? (
        <EmptyState message={t('monitoring.rose.noRule')} />
      ) : isWind ? (
        <EmptyState message={t('monitoring.rose.ofWind')} />
      ) : !found ? (
        <Skeleton lines={8} />
      ) : (
        <div data-old={isOld}>
          <Rose key={found.line.device} {...found} rule={rule} />
        </div>
      )}
    </>
  )
}

interface RoseProps {
  readonly found: MonitorRose
  readonly rule: RoseRule & Sourced
  readonly line: MonitorLine
  readonly parameter: Parameter
}

function Rose({ found: { from, until, rose, doubted }, rule, line, parameter }: RoseProps) {
  const { t } = useTranslation()
  const nameOf = useCompassName()
  const { unit } = PARAMETER_FACTS[parameter]
  const [chosen, setChosen] = useState<number | null>(null)
  const known = rose.hours - rose.withoutWind
  const said = t('monitoring.rose.of', { known, hours: rose.hours, from: hourText(from), until: hourText(until - 60) })
  const doubts = doubtedLines(t, doubted)
  if (known === 0)
    return <EmptyState message={t(rose.hours === 0 ? 'monitoring.rose.none' : 'monitoring.rose.noWind')} />
  const worst = worstSector(rose, rule)
  const sector = worst === null ? null : rose.sectors[worst]!
  const shown = chosen ?? worst
  const choices = { chosen: shown, onChoose: setChosen }
  return (
    <div className={classes.rose}>
      <p className={classes.said}>
        {said}
        <WhyLines
          of={said}
          lines={[
            { text: t('monitoring.rose.why.made', { least: rule.leastHours, calm: rule.calmBelow }), rule },
            { text: t('monitoring.rose.why.own') },
            { text: t('monitoring.rose.why.screening') },
          ]}
        />
      </p>
      {doubts.map((text) => (
        <p key={text} role="note">
          {text}
        </p>
      ))}
      {rose.withoutWind > 0 && <p className="quiet">{t('monitoring.rose.withoutWind', { count: rose.withoutWind })}</p>}
      <p>
        {worst === null
          ? t('monitoring.rose.noWorst', { least: rule.leastHours })
          : t('monitoring.rose.worst', {
              direction: nameOf(worst),
              value: valueText(sector!.mean!, parameter),
              unit,
              hours: sector!.hours,
            })}
      </p>
      <RoseDrawing rose={rose} rule={rule} parameter={parameter} worst={worst} {...choices} />
      <RoseRows
        rose={rose}
        rule={rule}
        line={line}
        parameter={parameter}
        said={[said, ...doubts].join(t('ui.semicolon'))}
        {...choices}
      />
      {shown !== null && <LikelyOfSector line={line} parameter={parameter} sector={shown} />}
    </div>
  )
}

interface LikelyOfSectorProps {
  readonly line: MonitorLine
  /** The parameter that was higher with this wind. */
  readonly parameter: Parameter
  readonly sector: number
}

/** Any speed except calm: only the direction determines where the wind comes from. */
const ANY_WIND = { metresPerSecond: 1 }

/** Likely sources in the wind sector of a device, as listed for cases; the device's own source is left out. */
function LikelyOfSector({ line, parameter, sector }: LikelyOfSectorProps) {
  const { place } = line
  const { t } = useTranslation()
  const nameOf = useCompassName()
  const { cases } = useDataset()
  const position = place?.position ?? null
  const sort = cases?.sorts.find(({ from }) => from.exceedance)
  const causes = sort ? causeRuleFor(sort, parameter) : null
  const found = useAnswer(
    async (worker) =>
      position && cases
        ? await worker.likelySources(
            position,
            { fromDegrees: sector * COMPASS_DEGREES, ...ANY_WIND },
            { ...cases.likely, causes },
            place && { kind: place.kind, code: place.code },
          )
        : null,
    JSON.stringify([position, sector, causes]),
  )
  // Without a configured distance there is nothing to list.
  if (!cases) return null
  return (
    <section aria-label={t('monitoring.rose.likely', { direction: nameOf(sector) })} className={classes.likely}>
      <h3>{t('monitoring.rose.likely', { direction: nameOf(sector) })}</h3>
      <p className="quiet">{t('monitoring.rose.why.screening')}</p>
      {position && <SectorOnMap line={line} position={position} sector={sector} metres={cases.likely.metres} />}
      <LikelyList
        found={found && { ...found, own: null }}
        causes={causes}
        wind={ANY_WIND}
        hasPlace={position !== null}
      />
    </section>
  )
}
