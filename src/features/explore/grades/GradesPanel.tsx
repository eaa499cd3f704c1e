import { useTranslation } from 'react-i18next'
import { GRADE_MOVES, LADDER_STEPS } from '@/domain/sources/grade-ladder'
import { GRADES } from '@/domain/sources/kinds/enterprise'
import { type Filters, NO_FILTERS } from '@/domain/sources/view/filters'
import panel from '@/features/explore/panels.module.css'
import { useChentu, useOpened } from '@/store/chentu'
import { useAnswer } from '@/store/use-answer'
import { TallyBar } from '@/ui/TallyBar'
import classes from './GradesPanel.module.css'

/** Enterprises by industry and grade, what is to move up, and what has moved since last year. */
export function GradesPanel() {
  const { t } = useTranslation()
  const { dataset } = useOpened()
  const filters = useChentu((state) => state.view.filters)
  const setView = useChentu((state) => state.setView)
  const grades = useAnswer((worker) => worker.grades())
  if (!grades) return null
  const target = dataset.clauses
    .flatMap(({ targets }) => targets)
    .find(({ measure }) => measure?.of === 'newly-advanced')?.value
  const countOf = (wanted: readonly string[]) =>
    grades.industries.reduce(
      (sum, { counts }) => sum + GRADES.reduce((own, grade, i) => own + (wanted.includes(grade) ? counts[i]! : 0), 0),
      0,
    )
  const show = (change: Partial<Filters>) =>
    setView({
      filters: { ...NO_FILTERS, ring: filters.ring, counties: filters.counties, kinds: ['enterprise'], ...change },
    })
  const shownGrades = GRADES.map((grade, i) => ({ grade, i })).filter(({ grade }) => countOf([grade]) > 0)
  return (
    <>
      <h2 className={panel.title}>{t('grades.title')}</h2>
      <div className={panel.chips}>
        {(['inside', 'outside'] as const).map((side) => (
          <button
            key={side}
            type="button"
            className={panel.chip}
            aria-pressed={filters.ring.includes(side)}
            onClick={() =>
              setView({
                filters: { ...filters, kinds: ['enterprise'], ring: filters.ring.includes(side) ? [] : [side] },
              })
            }
          >
            {t(`filters.${side}`)}
          </button>
        ))}
        <button type="button" className={panel.chip} onClick={() => setView({ filters: NO_FILTERS })}>
          {t('filters.clear')}
        </button>
      </div>
      <p role="status">{t('grades.total', { count: grades.total })}</p>
      {target !== undefined && (
        <>
          <p className={panel.heading}>
            {t('grades.newly')}
            <b>{t('grades.progress', { count: grades.newlyAdvanced, target })}</b>
          </p>
          <TallyBar
            parts={[
              { name: 'fine', count: Math.min(grades.newlyAdvanced, target) },
              { name: 'rest', count: Math.max(0, target - grades.newlyAdvanced) },
            ]}
          />
        </>
      )}
      <p className={panel.heading}>{t('grades.moves')}</p>
      <div className={panel.chips}>
        {[...GRADE_MOVES, '' as const].map((move) => {
          const count = grades.moves.get(move) ?? 0
          return count === 0 ? null : (
            <button
              key={move}
              type="button"
              className={panel.chip}
              onClick={() => show({ columns: [{ column: 'gradeMove', oneOf: [move] }] })}
            >
              {t(`grades.move.${move || 'unknown'}`)} <span>{count}</span>
            </button>
          )
        })}
      </div>
      <p className={panel.heading}>{t('grades.steps')}</p>
      <div className={panel.chips}>
        {LADDER_STEPS.map(({ step, grades: wanted }) => (
          <button key={step} type="button" className={panel.chip} onClick={() => show({ grades: wanted })}>
            {t(`grades.step.${step}`)} <span>{countOf(wanted)}</span>
          </button>
        ))}
      </div>
      <div className={classes.scroll}>
        <table className={classes.matrix}>
          <caption>{t('grades.matrix')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('field.industry')}</th>
              {shownGrades.map(({ grade }) => (
                <th key={grade} scope="col">
                  {grade}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {grades.industries.map(({ industry, counts }) => (
              <tr key={industry}>
                <th scope="row">{industry || t('detail.absent')}</th>
                {shownGrades.map(({ grade, i }) => (
                  <td key={grade}>
                    {counts[i]! > 0 && (
                      <button
                        type="button"
                        aria-label={`${industry} ${grade} ${counts[i]}`}
                        onClick={() => show({ grades: [grade], columns: [{ column: 'industry', oneOf: [industry] }] })}
                      >
                        {counts[i]}
                      </button>
                    )}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  )
}
