import { inLanguage } from '@/domain/bilingual'
import { formatDay } from '@/domain/calendar'
import { countyName } from '@/domain/sources/county'
import { isFoundColumn } from '@/domain/sources/kinds/reserved'
import type { ColumnTest } from '@/domain/sources/view/column-test'
import { DIMENSIONS, type Dimension, type Filters } from '@/domain/sources/view/filters'
import { useChentu, useDataset } from '@/store/chentu'
import { areaText } from './area-text'
import { useDataWords } from './data-words'
import { FOUND_HEADINGS } from './found-headings'
import { useKindTexts } from './kinds'
import { useTextsIn } from './office'
import { useRequirementTexts } from './requirements'

/** One restriction of the sources as a chip, with a function to remove it. */
export interface Narrowing {
  readonly key: string
  readonly label: string
  remove(): void
}

/** The name of a filter dimension, and each choice in it in words, in filter order. */
export interface NarrowingWords {
  readonly dimension: Dimension
  readonly name: string
  readonly chosen: readonly string[]
}

/** A number or day of a range; empty for an open end. */
const endText = (value: number | null, isDay: boolean) =>
  value === null ? '' : isDay ? formatDay(value) : String(value)

/**
 * All restrictions by filters in words, one entry per filter dimension in use, in a language (the page's if none is
 * given). What is made of the sources for others says `useConditions`, which also has the map's window.
 */
export function useNarrowingWords(given?: string): readonly NarrowingWords[] {
  const { t, language } = useTextsIn(given)
  const dataset = useDataset()
  const filters = useChentu((state) => state.view.filters)
  const kindTexts = useKindTexts(language)
  const { word, list } = useDataWords(language)
  const requirementTexts = useRequirementTexts(language)
  const isDay = (column: string) =>
    column === 'unmetSince' ||
    column === 'unmetDue' ||
    dataset.kinds.some(({ fields }) => fields.some(({ name, type }) => name === column && type === 'day'))
  const testText = (test: ColumnTest) => {
    // Kinds may label a column differently: with several kinds, the first label is used.
    const name = isFoundColumn(test.column)
      ? t(FOUND_HEADINGS[test.column])
      : kindTexts.column(test.column, filters.kinds.length === 1 ? filters.kinds[0] : null)
    if ('contains' in test) return `${name} ${t('table.contains')} ${test.contains}`
    if ('oneOf' in test) return `${name} ${list(test.oneOf.map((text) => word(text) || t('detail.absent')))}`
    const [from, to] = [test.from, test.to].map((end) => endText(end, isDay(test.column)))
    if (!to) return `${name} ≥ ${from}`
    return from ? `${name} ${from}–${to}` : `${name} ≤ ${to}`
  }
  // A letter alone needs an explanation; a word does not.
  const gradeText = (grade: string) => (/^[A-Z][+-]?$/.test(grade) ? t('filters.grade', { grade }) : word(grade))
  const clauseText = (number: number) => {
    const clause = dataset.clauses.find((each) => each.number === number)
    return `${t('plan.clause', { number })} ${clause ? inLanguage(clause.title, language) : ''}`.trimEnd()
  }
  const said: Record<Dimension, readonly [name: string, chosen: readonly string[]]> = {
    clauses: [t('filters.clauses'), filters.clauses.map(clauseText)],
    requirements: [t('requirement.title'), filters.requirements.map(requirementTexts.ofKey)],
    statuses: [t('filters.statuses'), filters.statuses.map((each) => t(`status.${each}`))],
    kinds: [t('filters.kinds'), filters.kinds.map((each) => kindTexts.title(each))],
    counties: [
      t('filters.counties'),
      filters.counties.map((each) => (each === '' ? t('filters.noCounty') : countyName(dataset, each, language))),
    ],
    leads: [t('filters.leads'), filters.leads.map(word)],
    departments: [
      t('filters.departments'),
      filters.departments.map((each) => t('filters.department', { department: word(each) })),
    ],
    grades: [kindTexts.grades, filters.grades.map(gradeText)],
    ring: [t('filters.ring', { kinds: kindTexts.ringed }), filters.ring.map((each) => t(`filters.${each}`))],
    columns: [t('table.title'), filters.columns.map(testText)],
    area: [
      t('area.title'),
      filters.area.map(
        ({ operation, area }) => `${t(`area.operation.${operation}`)} ${areaText(t, dataset, area, language)}`,
      ),
    ],
  }
  return DIMENSIONS.flatMap((dimension) => {
    const [name, chosen] = said[dimension]
    return chosen.length > 0 ? [{ dimension, name, chosen }] : []
  })
}

/** Standings are one chip, since they are chosen together; everything else is a chip of its own. */
const TOGETHER: readonly Dimension[] = ['statuses']

/** The filters without one choice of a dimension, or without the whole dimension. */
function without(filters: Filters, dimension: Dimension, place: number | null): Filters {
  const left = place === null ? [] : (filters[dimension] as readonly unknown[]).filter((_, i) => i !== place)
  return { ...filters, [dimension]: left }
}

/** All restrictions of the sources as chips that can be removed individually. */
export function useNarrowing(): readonly Narrowing[] {
  const words = useNarrowingWords()
  const { list } = useDataWords()
  const setView = useChentu((state) => state.setView)
  // Changes made since the chips were drawn are kept.
  const take = (dimension: Dimension, place: number | null) =>
    setView({ filters: without(useChentu.getState().view.filters, dimension, place) })
  return words.flatMap(({ dimension, chosen }) =>
    TOGETHER.includes(dimension)
      ? [{ key: dimension, label: list(chosen), remove: () => take(dimension, null) }]
      : chosen.map((label, place) => ({
          key: `${dimension} ${place} ${label}`,
          label,
          remove: () => take(dimension, place),
        })),
  )
}
