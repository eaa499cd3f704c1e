import { useTranslation } from 'react-i18next'
import { inLanguage } from '@/domain/bilingual'
import { shownValue } from '@/domain/dustfall/point-month'
import { countyName } from '@/domain/sources/county'
import { StandingCounts } from '@/features/explore/board/StandingCounts'
import { useAnswer } from '@/store/answers/use-answer'
import { useChentu, useOpened, useReport } from '@/store/chentu'
import { useKindTexts } from '@/store/words/kinds'
import { DOT } from '@/ui/dot'
import { Skeleton } from '@/ui/states/Skeleton'
import classes from './AreaPanel.module.css'

const MAX_CLAUSES = 6

/**
 * Figures of the selection: number per kind, failed requirements per clause counted as on the board, and the nearest
 * dustfall point.
 */
export function SelectionFigures() {
  const { t, i18n } = useTranslation()
  const kindTexts = useKindTexts()
  const { dataset, shown, counts, filters: answered } = useOpened()
  const report = useReport()
  const filters = useChentu((state) => state.view.filters)
  const near = useAnswer((worker) => worker.nearestPoint())
  const point = dataset.dustfallPoints.find(({ code }) => code === near)
  const month = report?.rows.flatMap(({ figure }) => figure.points).find((each) => each.point === near)
  const value = month?.counted ? shownValue(month) : '—'
  const board = useAnswer((worker) => worker.boardEntries('clauses'), 'clauses')
  const broken = board?.filter(({ tally }) => tally.overdue > 0 || tally.failing > 0) ?? []
  // The figures of the previous selection must not be shown for this one.
  if (answered !== filters) return <Skeleton lines={5} />
  return (
    <div className={classes.figures}>
      <p role="status">
        <b>{shown.total === 0 ? t('frame.none') : t('area.result', { count: shown.total })}</b>
      </p>
      <ul>
        {/* Counted under all active filters, so that pressing a number leaves exactly that many sources. */}
        {[...counts.byKind].map(
          ([kind, { total, overdue }]) =>
            total > 0 && (
              <li key={kind}>
                {kindTexts.title(kind)} {total}
                {overdue > 0 && `${DOT}${t('status.overdue')} ${overdue}`}
              </li>
            ),
        )}
        {broken.slice(0, MAX_CLAUSES).map(({ key, tally }) => {
          const clause = dataset.clauses.find(({ number }) => String(number) === key)
          const title = `${t('plan.clause', { number: key })} ${clause ? inLanguage(clause.title, i18n.language) : ''}`
          return (
            <li key={key}>
              {title}
              <StandingCounts of={title} tally={tally} only={{ clauses: [Number(key)], requirements: [] }} problems />
            </li>
          )
        })}
        {broken.length > 0 && <li className="quiet">{t('board.byRequirement')}</li>}
        {point && (
          <li>
            {t('area.point', { name: `${countyName(dataset, point.county, i18n.language)}${point.name}`, value })}
          </li>
        )}
      </ul>
    </div>
  )
}
