import { useTranslation } from 'react-i18next'
import { inLanguage } from '@/domain/bilingual'
import { GRADE_MOVE, GRADE_MOVES, type GradeOverview } from '@/domain/sources/grades'
import { fieldNameByMeaning, kindWithId } from '@/domain/sources/kinds/kind'
import type { Filters } from '@/domain/sources/view/filters'
import { useAnswer } from '@/store/answers/use-answer'
import { clearNarrowing, isNarrowed, useChentu, useOpened } from '@/store/chentu'
import { useDataWords } from '@/store/words/data-words'
import { useKindTexts } from '@/store/words/kinds'
import { Button } from '@/ui/controls/Button'
import { ToggleChip } from '@/ui/controls/Chip'
import panel from '@/ui/panel.module.css'
import { EmptyState } from '@/ui/states/EmptyState'
import { Skeleton } from '@/ui/states/Skeleton'
import { TallyBar } from '@/ui/TallyBar'
import classes from './GradesPanel.module.css'

/** Grades of the kinds that have a ladder. */
export function GradesPanel() {
  const { t } = useTranslation()
  const overviews = useAnswer((worker) => worker.shownGrades())
  if (overviews === null) return <Skeleton lines={9} />
  if (overviews.length === 0) return <EmptyState message={t('grades.none')} />
  return overviews.map((overview, i) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: overviews of one kind have no other key, and their order is fixed
    <KindGrades key={`${overview.kind} ${i}`} grades={overview} />
  ))
}

/** Sources of a kind by industry and grade, those that have to move up, and those that moved since last year. */
function KindGrades({ grades }: { readonly grades: GradeOverview }) {
  const { t, i18n } = useTranslation()
  const kindTexts = useKindTexts()
  const { word } = useDataWords()
  const { dataset } = useOpened()
  const filters = useChentu((state) => state.view.filters)
  const narrowed = useChentu(({ view }) => isNarrowed(view))
  const setView = useChentu((state) => state.setView)
  const kind = kindWithId(dataset.kinds, grades.kind)
  // The plan's target applies to the kind that the ring is for.
  const target = kind?.ring
    ? dataset.clauses.flatMap(({ targets }) => targets).find(({ measure }) => measure?.of === 'newly-advanced')?.value
    : undefined
  const countOf = (wanted: readonly string[]) =>
    grades.industries.reduce(
      (sum, { counts }) =>
        sum + grades.grades.reduce((own, grade, i) => own + (wanted.includes(grade) ? counts[i]! : 0), 0),
      0,
    )
  // Counted under all active filters, so that pressing a number leaves exactly that many sources.
  const show = (change: Partial<Filters>) => setView({ filters: { ...filters, kinds: [grades.kind], ...change } })
  /** The column filters with the one on `column` replaced. */
  const testing = (column: string, ...wanted: readonly string[]) => [
    ...filters.columns.filter((test) => test.column !== column),
    ...(wanted.length > 0 ? [{ column, oneOf: wanted }] : []),
  ]
  const industryField = fieldNameByMeaning(kind ?? { fields: [] }, 'industry') ?? ''
  const shownGrades = grades.grades.map((grade, i) => ({ grade, i })).filter(({ grade }) => countOf([grade]) > 0)
  return (
    <>
      <h2 className={panel.title}>{t('grades.title', { kind: kindTexts.title(grades.kind) })}</h2>
      <div className={panel.chips}>
        {(['inside', 'outside'] as const).map((side) => (
          <ToggleChip
            key={side}
            pressed={filters.ring.includes(side)}
            onToggle={() =>
              setView({
                filters: { ...filters, kinds: [grades.kind], ring: filters.ring.includes(side) ? [] : [side] },
              })
            }
          >
            {t(`filters.${side}`)}
          </ToggleChip>
        ))}
        {narrowed && (
          <Button weight="quiet" onClick={clearNarrowing}>
            {t('filters.clear')}
          </Button>
        )}
      </div>
      <p role="status" className={classes.count}>
        {t('grades.total', { kind: kindTexts.title(grades.kind), count: grades.total })}
      </p>
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
          const pressed = filters.columns.some(
            (test) => test.column === GRADE_MOVE.name && 'oneOf' in test && test.oneOf.join() === move,
          )
          return count === 0 && !pressed ? null : (
            <ToggleChip
              key={move}
              count={count}
              pressed={pressed}
              onToggle={() => show({ columns: testing(GRADE_MOVE.name, ...(pressed ? [] : [move])) })}
            >
              {t(`grades.move.${move || 'unknown'}`)}
            </ToggleChip>
          )
        })}
      </div>
      <p className={panel.heading}>{t('grades.steps')}</p>
      <div className={panel.chips}>
        {grades.steps.map(({ title, grades: wanted }) => {
          const pressed = filters.grades.join() === wanted.join()
          return (
            <ToggleChip
              key={title.zh}
              count={countOf(wanted)}
              pressed={pressed}
              onToggle={() => show({ grades: pressed ? [] : wanted })}
            >
              {inLanguage(title, i18n.language)}
            </ToggleChip>
          )
        })}
      </div>
      <div className={classes.scroll}>
        <table className={classes.matrix}>
          <caption>{t('grades.matrix')}</caption>
          <thead>
            <tr>
              <th scope="col">{kindTexts.column(industryField, grades.kind)}</th>
              {shownGrades.map(({ grade }) => (
                <th key={grade} scope="col">
                  {word(grade)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {grades.industries.map(({ industry, counts }) => (
              <tr key={industry}>
                <th scope="row">{word(industry) || t('detail.absent')}</th>
                {shownGrades.map(({ grade, i }) => (
                  <td key={grade}>
                    {counts[i]! > 0 && (
                      <button
                        type="button"
                        aria-label={`${word(industry)} ${word(grade)} ${counts[i]}`}
                        onClick={() =>
                          show({
                            grades: [grade],
                            // A kind may have grades without industries.
                            columns: industryField ? testing(industryField, industry) : filters.columns,
                          })
                        }
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
