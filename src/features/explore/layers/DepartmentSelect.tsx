import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { IsoDay } from '@/domain/calendar'
import type { Clause } from '@/domain/rules/clause'
import { canonicalNameOf } from '@/domain/rules/departments'
import { isUnchecked } from '@/domain/rules/unchecked'
import type { Kind, KindId } from '@/domain/sources/kinds/kind'
import type { Dataset } from '@/questions/dataset'
import { departmentKindsOn } from '@/questions/plan/departments'
import { useChentu, useOpened } from '@/store/chentu'
import { effectiveDate } from '@/store/chentu/effective-date'
import { useDataWords } from '@/store/words/data-words'
import { useKindTexts } from '@/store/words/kinds'
import { Select } from '@/ui/controls/Select'
import classes from './KindLayers.module.css'

/** Value of "all departments"; no department has this name. */
const ALL = '-'
/** Id of a choice of departments. */
const idOf = ({ departments }: { readonly departments: readonly string[] }) => departments.join('\n')

/** Departments with responsibilities on a day, those that lead the most first. */
function choicesIn(dataset: Dataset, day: IsoDay) {
  const { kinds, rules, clauses, departmentNames } = dataset
  const involved = departmentKindsOn(dataset, day)
  const nameOf = canonicalNameOf(departmentNames)
  const unchecked = clauses
    .filter((clause) => isUnchecked(clause, rules, day))
    .map((clause) => ({ clause, leads: new Set(clause.lead.map(nameOf)) }))
  /** The choice for some departments with their responsibilities: kinds, single rows, and clauses without any check. */
  const choiceOf = (departments: readonly string[]) => {
    const roles = (id: KindId) => departments.map((department) => involved.get(department)?.get(id))
    const own = kinds.filter(({ id }) => roles(id).some(Boolean))
    const leads = own.filter(({ id }) => roles(id).includes('leads'))
    const rows = own.filter(({ id }) => !leads.some((kind) => kind.id === id) && roles(id).includes('leads-rows'))
    const others = own.filter((kind) => !leads.includes(kind) && !rows.includes(kind))
    const [first = '', ...more] = departments
    const bare = more.length > 0 ? [] : unchecked.flatMap(({ clause, leads }) => (leads.has(first) ? [clause] : []))
    return { departments, own, leads, rows, others, bare }
  }
  const offered = [...involved.keys()]
    .map((department) => choiceOf([department]))
    .filter(({ own, bare }) => own.length + bare.length > 0)
    .sort((a, b) => b.leads.length - a.leads.length || b.own.length - a.own.length)
  return { offered, choiceOf }
}

/**
 * Filters by a department's responsibilities until deselected: kinds whose requirements it leads or takes part in, and
 * rows that name it.
 */
export function DepartmentSelect() {
  const { t } = useTranslation()
  const { word, list } = useDataWords()
  const kindTexts = useKindTexts()
  const { dataset } = useOpened()
  const filters = useChentu((state) => state.view.filters)
  const setView = useChentu((state) => state.setView)
  const day = useChentu(({ view }) => effectiveDate(dataset, view))
  const { offered, choiceOf } = useMemo(() => choicesIn(dataset, day), [dataset, day])
  const departments = filters.departments.map(canonicalNameOf(dataset.departmentNames))
  const chosen = departments.length > 0 ? choiceOf(departments) : null
  // A link may name several departments, or one without any source: the choice is listed all the same, so that it can
  // be deselected.
  const isOffered = !chosen || offered.some((each) => idOf(each) === idOf(chosen))
  const choices = isOffered ? offered : [chosen, ...offered]
  if (choices.length === 0) return null
  const numbers = (of: readonly Clause[]) => list(of.map(({ number }) => t('plan.clause', { number })))
  const titles = (of: readonly Kind[]) => list(of.map(({ id }) => kindTexts.title(id)))
  return (
    <div className={classes.department}>
      <Select
        label={t('layers.department')}
        value={chosen ? idOf(chosen) : ALL}
        options={[
          { value: ALL, label: t('layers.allDepartments') },
          ...choices.map((each) => ({
            value: idOf(each),
            label: list(each.departments.map(word)),
            note: String(each.own.length),
          })),
        ]}
        onChange={(next) => {
          const { departments = [] } = choices.find((each) => idOf(each) === next) ?? {}
          setView({ filters: { ...filters, departments } })
        }}
      />
      {chosen && chosen.leads.length > 0 && <p>{t('layers.leads', { kinds: titles(chosen.leads) })}</p>}
      {chosen && chosen.rows.length > 0 && <p>{t('layers.leadsRows', { kinds: titles(chosen.rows) })}</p>}
      {chosen && chosen.bare.length > 0 && <p>{t('layers.leadsClauses', { clauses: numbers(chosen.bare) })}</p>}
      {chosen && chosen.others.length > 0 && <p>{t('layers.takesPart', { kinds: titles(chosen.others) })}</p>}
    </div>
  )
}
