import { useTranslation } from 'react-i18next'
import { inLanguage } from '@/domain/bilingual'
import { tenth } from '@/domain/dustfall/rounding'
import { countyName } from '@/domain/sources/county'
import { useAnswer } from '@/store/answers/use-answer'
import { useChentu, useOpened, useReport } from '@/store/chentu'
import { useKindTexts } from '@/store/words/kinds'
import { Button } from '@/ui/controls/Button'
import { DOT } from '@/ui/dot'
import { Skeleton } from '@/ui/states/Skeleton'
import classes from './AreaPanel.module.css'

const MOST_CLAUSES = 6

/** What is selected: how many of each kind, the clauses they break, and the dustfall point that is nearest. */
export function SelectionFigures() {
  const { t, i18n } = useTranslation()
  const kindTexts = useKindTexts()
  const { dataset, shown, counts, filters: answered } = useOpened()
  const report = useReport()
  const filters = useChentu((state) => state.view.filters)
  const setView = useChentu((state) => state.setView)
  const near = useAnswer((worker) => worker.nearestPoint())
  const point = dataset.dustfallPoints.find(({ code }) => code === near)
  const month = report?.rows.flatMap(({ figure }) => figure.points).find((each) => each.point === near)
  const value = month?.counted ? tenth(month.value) : '—'
  const clauses = [...counts.facets.clauses].filter(([, count]) => count > 0).sort(([, a], [, b]) => b - a)
  // The figures of the previous selection must not be shown for this one.
  if (answered !== filters) return <Skeleton lines={5} />
  return (
    <div className={classes.figures}>
      <p role="status">
        <b>{shown.total === 0 ? t('frame.none') : t('area.result', { count: shown.total })}</b>
      </p>
      <ul>
        {/* Counted under all that narrows: a press leaves as many as its number says. */}
        {[...counts.byKind].map(
          ([kind, { total, overdue }]) =>
            total > 0 && (
              <li key={kind}>
                {kindTexts.title(kind)} {total}
                {overdue > 0 && `${DOT}${t('status.overdue')} ${overdue}`}
              </li>
            ),
        )}
        {clauses.slice(0, MOST_CLAUSES).map(([number, count]) => {
          const clause = dataset.clauses.find((each) => String(each.number) === number)
          return (
            <li key={number}>
              <Button weight="quiet" onClick={() => setView({ filters: { ...filters, clauses: [Number(number)] } })}>
                {t('plan.clause', { number })} {clause && inLanguage(clause.title, i18n.language)} {count}
              </Button>
            </li>
          )
        })}
        {point && (
          <li>
            {t('area.point', { name: `${countyName(dataset, point.county, i18n.language)}${point.name}`, value })}
          </li>
        )}
      </ul>
    </div>
  )
}
