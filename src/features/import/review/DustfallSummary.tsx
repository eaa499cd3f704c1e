import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { UnitsOfFigures } from '@/domain/intake/recognise/dustfall-units'
import { countyName } from '@/domain/sources/county'
import { useOpened } from '@/store/chentu'
import { useImports } from '@/store/imports'
import { monthName } from '@/store/words/month-name'
import { Button } from '@/ui/controls/Button'
import { Select } from '@/ui/controls/Select'
import type { DustfallView, ItemTable } from '@/workspace/import/item-view'
import classes from './DustfallSummary.module.css'
import { RowEditor } from './RowEditor'

interface Props {
  readonly id: number
  readonly file: string
  readonly table: ItemTable
  readonly brings: DustfallView
}

/** Most figures named that differ from the means of stored points: a month of a city. */
const MAX_DIFFERING = 15

const yearAfter = (month: string) => `${Number(month.slice(0, 4)) + 1}${month.slice(4)}`

/**
 * What importing a dustfall table will do, in full sentences: its points, points without a county or position, its
 * months, and what the ranking will show.
 */
export function DustfallSummary({ id, file, table, brings }: Props) {
  const { t } = useTranslation()
  const [row, setRow] = useState<number | null>(null)
  const { made, known, knownMadeUp, unplaced, firstMonth, lastMonth, rankingMonth, counties } = brings
  const { madeUp } = table
  const lost = brings.lost.filter(({ chosen }) => chosen === '')
  const named = (month: string) => monthName(t, month)
  const isByPoints = table.role === 'dustfall-samples'
  const placeable = table.dustfall.form !== 'points'
  return (
    <section aria-label={t('data.brings.title')}>
      <h3>{t('data.brings.title')}</h3>
      <ul className={classes.facts}>
        {isByPoints && (
          <li>
            {t('data.brings.points', { count: made + known, made, known })}
            {knownMadeUp > 0 && t('data.brings.pointsMadeUp', { count: knownMadeUp })}
          </li>
        )}
        <li>
          {firstMonth === lastMonth
            ? t('data.brings.month', { month: named(firstMonth) })
            : t('data.brings.months', { from: named(firstMonth), to: named(lastMonth) })}
          {t('data.brings.ranking', { month: named(rankingMonth) })}
        </li>
        {brings.units && <UnitsLine units={brings.units} />}
        {counties && counties.lacking.length > 0 && (
          <li data-kind="lacking">
            {t('data.brings.counties', {
              count: counties.ranked,
              brought: counties.ranked - counties.lacking.length,
              lacking: counties.lacking.join(t('ui.comma')),
            })}
          </li>
        )}
        {brings.differing.length > 0 && <DifferingLine differing={brings.differing} isOfPoints={isByPoints} />}
        {brings.unlockedChanges > 0 && <ChangesLine id={id} table={table} count={brings.unlockedChanges} />}
        {brings.compared.length > 0 && (
          <li data-kind="compared">
            {t('data.brings.compared', {
              columns: brings.compared
                .map(({ heading, month }) => t('data.brings.comparedOf', { heading, month: named(month) }))
                .join(t('ui.comma')),
            })}
          </li>
        )}
        {brings.unused.length > 0 && (
          <li data-kind="unused">{t('data.brings.unused', { columns: brings.unused.join(t('ui.comma')) })}</li>
        )}
        {madeUp && (
          <li data-kind="replaced">
            <b>
              {t('data.brings.replaced', {
                count: madeUp.rows,
                months: madeUp.months,
                from: named(madeUp.firstMonth),
                to: named(madeUp.lastMonth),
              })}
            </b>
            {madeUp.monthsLost > 0 && t('data.brings.monthsLost', { count: madeUp.monthsLost })}
            {madeUp.monthsPublished.length > 0 &&
              t('data.brings.publishedLost', { months: madeUp.monthsPublished.map(named).join(t('ui.comma')) })}
            {t('data.brings.wayBack')}
            {lastMonth < yearAfter(firstMonth) &&
              t(brings.statesLastYear ? 'data.brings.lastYearOnlyCompared' : 'data.brings.noYearOnYear')}
          </li>
        )}
        {table.madeUpPointsGone > 0 && (
          <li data-kind="points-gone">{t('data.brings.pointsGone', { count: table.madeUpPointsGone })}</li>
        )}
        {unplaced.length > 0 && <li>{t('data.brings.unplaced', { count: unplaced.length })}</li>}
        {lost.length > 0 && <li data-kind="lost">{t('data.brings.lost', { count: lost.length })}</li>}
        <li>{t(lost.length > 0 || table.blockers.length > 0 ? 'data.brings.answerFirst' : 'data.brings.next')}</li>
      </ul>
      <LostPoints id={id} lost={brings.lost} />
      {unplaced.length > 0 && placeable && (
        <details className={classes.open}>
          <summary>{t('data.brings.place', { count: unplaced.length })}</summary>
          <ul>
            {unplaced.map(({ name, county, row: first }) => (
              <li key={`${county} ${name}`}>
                <span>
                  {county} {name}
                </span>
                <Button onClick={() => setRow(first)}>{t('data.brings.placeOne', { name })}</Button>
              </li>
            ))}
          </ul>
        </details>
      )}
      {row !== null && <RowEditor id={id} file={file} table={table} row={row} onClose={() => setRow(null)} />}
    </section>
  )
}

interface Differing extends Pick<DustfallView, 'differing'> {
  /** Whether the table has the points, and the published figures are stored. */
  readonly isOfPoints: boolean
}

/** Published figures that will stand in place of the means of points, before they do. */
function DifferingLine({ differing, isOfPoints }: Differing) {
  const { t } = useTranslation()
  const named = differing.slice(0, MAX_DIFFERING).map(({ month, ...figure }) => {
    return t('data.brings.differingOf', { ...figure, month: monthName(t, month) })
  })
  const figures = named.join(t('ui.semicolon'))
  return (
    <li data-kind="differing">
      <b>{t(isOfPoints ? 'data.brings.differingStored' : 'data.brings.differing', { count: differing.length })}</b>
      {differing.length > named.length
        ? t('data.brings.differingFirst', { count: named.length, figures })
        : t('data.brings.differingAll', { figures })}
    </li>
  )
}

interface Changes extends Pick<Props, 'id' | 'table'> {
  readonly count: number
}

/**
 * Published figures that the table changes. Only a person knows whether the old ones were given out: unless they say
 * that they were not, the change is noted as a correction.
 */
function ChangesLine({ id, table: { neverGivenOut }, count }: Changes) {
  const { t } = useTranslation()
  const change = useImports((state) => state.change)
  return (
    <li data-kind="changes">
      {t(neverGivenOut ? 'data.brings.changesEntry' : 'data.brings.changes', { count })}{' '}
      <label>
        <input
          type="checkbox"
          checked={neverGivenOut}
          onChange={() => void change(id, { neverGivenOut: !neverGivenOut })}
        />{' '}
        {t('data.brings.neverGivenOut')}
      </label>
    </li>
  )
}

/** The units by which the figures are read, so that a wrong one is noticed although all rows can be imported. */
function UnitsLine({ units: { stated, hasUnsaid, column } }: { readonly units: UnitsOfFigures }) {
  const { t } = useTranslation()
  const parts = [
    ...(column === null ? [] : [t('data.brings.unitsByRow', { column })]),
    ...stated,
    ...(hasUnsaid ? [t(column === null ? 'data.brings.unitUnsaid' : 'data.brings.unitUnsaidInRow')] : []),
  ]
  return parts.length > 0 && <li data-kind="units">{t('data.brings.units', { units: parts.join(t('ui.comma')) })}</li>
}

/** Points whose county can't be determined: the user chooses it once for all rows of the point, and can change it. */
function LostPoints({ id, lost }: { readonly id: number; readonly lost: DustfallView['lost'] }) {
  const { t, i18n } = useTranslation()
  const { dataset } = useOpened()
  const change = useImports((state) => state.change)
  if (lost.length === 0) return null
  return (
    <>
      <h4 className={classes.title}>{t('data.brings.lostTitle')}</h4>
      <ul className={classes.lost} aria-label={t('data.brings.lostTitle')}>
        {lost.map(({ key, name, county, row, rows, chosen }) => (
          <li key={key}>
            <b>{[county, name].filter(Boolean).join(' · ')}</b>
            <small>{t('data.brings.lostRows', { count: rows, row })}</small>
            <Select
              label={`${t('data.brings.chooseCounty')} ${[county, name].filter(Boolean).join(' · ')}`}
              labelled="hidden"
              value={chosen}
              placeholder={t('data.brings.chooseCounty')}
              options={dataset.counties.map(({ code }) => ({
                value: code,
                label: countyName(dataset, code, i18n.language),
              }))}
              onChange={(code) => void change(id, { counties: new Map([[key, code]]) })}
            />
          </li>
        ))}
      </ul>
    </>
  )
}
