import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { Clause } from '@/domain/rules/clause'
import { clausesNaming, departmentKinds, sameDepartments } from '@/domain/rules/departments'
import { isAdvisory } from '@/domain/rules/rule'
import type { Kind, KindId } from '@/domain/sources/kinds/kind'
import { useChentu, useOpened } from '@/store/chentu'
import { useDataWords } from '@/store/words/data-words'
import { useKindTexts } from '@/store/words/kinds'
import { Select } from '@/ui/controls/Select'
import classes from './KindLayers.module.css'

/** No department is called so. */
const ALL = '-'
/** Tells a choice of departments from others. */
const idOf = ({ departments }: { readonly departments: readonly string[] }) => departments.join('\n')

/** What a department has to look after: the kinds whose requirements it leads or takes part in, the rows that name it, and no others, until it is let go. */
export function DepartmentSelect() {
  const { t } = useTranslation()
  const { word, list } = useDataWords()
  const kindTexts = useKindTexts()
  const { dataset } = useOpened()
  const filters = useChentu((state) => state.view.filters)
  const setView = useChentu((state) => state.setView)
  const { kinds, rules, clauses, rowLeads } = dataset
  const involved = useMemo(() => departmentKinds(rules, clauses, rowLeads), [rules, clauses, rowLeads])
  const isChecked = (number: number) => rules.some((rule) => rule.clause === number && !isAdvisory(rule))
  /** Some departments, and what they look after: of kinds, of single rows, and clauses of which nothing is checked. */
  const choiceOf = (departments: readonly string[]) => {
    const roles = (id: KindId) => departments.map((department) => involved.get(department)?.get(id))
    const own = kinds.filter(({ id }) => roles(id).some(Boolean))
    const leads = own.filter(({ id }) => roles(id).includes('leads'))
    const rows = own.filter(({ id }) => !leads.some((kind) => kind.id === id) && roles(id).includes('leads-rows'))
    const others = own.filter((kind) => !leads.includes(kind) && !rows.includes(kind))
    const led = clausesNaming(clauses, departments[0] ?? '', []).leads
    const bare = departments.length === 1 ? led.filter(({ number }) => !isChecked(number)) : []
    return { departments, own, leads, rows, others, bare }
  }
  const departments = filters.departments.map(sameDepartments(rules, clauses, rowLeads))
  const offered = [...involved.keys()]
    .map((department) => choiceOf([department]))
    .filter(({ own, bare }) => own.length + bare.length > 0)
  // Who leads most comes first.
  offered.sort((a, b) => b.leads.length - a.leads.length || b.own.length - a.own.length)
  const chosen = departments.length > 0 ? choiceOf(departments) : null
  // A link may name several, or one that nothing on the map concerns: whatever narrows is said, and can be let go.
  if (chosen && !offered.some((each) => idOf(each) === idOf(chosen))) offered.unshift(chosen)
  if (offered.length === 0) return null
  const numbers = (of: readonly Clause[]) => list(of.map(({ number }) => t('plan.clause', { number })))
  const titles = (of: readonly Kind[]) => list(of.map(({ id }) => kindTexts.title(id)))
  return (
    <div className={classes.department}>
      <Select
        label={t('layers.department')}
        value={chosen ? idOf(chosen) : ALL}
        options={[
          { value: ALL, label: t('layers.allDepartments') },
          ...offered.map((each) => ({
            value: idOf(each),
            label: list(each.departments.map(word)),
            note: String(each.own.length),
          })),
        ]}
        onChange={(next) => {
          const { departments = [] } = offered.find((each) => idOf(each) === next) ?? {}
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
