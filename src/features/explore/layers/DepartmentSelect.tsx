import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { departmentKinds } from '@/domain/rules/departments'
import type { Kind } from '@/domain/sources/kinds/kind'
import { useChentu, useOpened } from '@/store/chentu'
import { useDataWords } from '@/store/words/data-words'
import { useKindTexts } from '@/store/words/kinds'
import { Select } from '@/ui/controls/Select'
import classes from './KindLayers.module.css'

/** No department is called so. */
const ALL = '-'

/** What a department has to look after: the kinds whose requirements it leads or takes part in, and no others, until it is let go. */
export function DepartmentSelect({ kinds }: { readonly kinds: readonly Kind[] }) {
  const { t } = useTranslation()
  const { word, list } = useDataWords()
  const kindTexts = useKindTexts()
  const { dataset } = useOpened()
  const filters = useChentu((state) => state.view.filters)
  const setView = useChentu((state) => state.setView)
  const { rules, clauses } = dataset
  const involved = useMemo(() => departmentKinds(rules, clauses), [rules, clauses])
  const offered = [...involved].flatMap(([department, of]) => {
    const own = kinds.filter(({ id }) => of.has(id))
    return own.length > 0 ? [{ department, own, leads: own.filter(({ id }) => of.get(id) === 'leads') }] : []
  })
  if (offered.length === 0) return null
  // Who leads most comes first.
  offered.sort((a, b) => b.leads.length - a.leads.length || b.own.length - a.own.length)
  const [only = ALL] = filters.departments
  const chosen = offered.find(({ department }) => department === only)
  const titles = (of: readonly Kind[]) => list(of.map(({ id }) => kindTexts.title(id)))
  const others = chosen?.own.filter((kind) => !chosen.leads.includes(kind)) ?? []
  return (
    <div className={classes.department}>
      <Select
        label={t('layers.department')}
        value={only}
        options={[
          { value: ALL, label: t('layers.allDepartments') },
          ...offered.map(({ department, own }) => ({
            value: department,
            label: word(department),
            note: String(own.length),
          })),
        ]}
        onChange={(next) => setView({ filters: { ...filters, departments: next === ALL ? [] : [next] } })}
      />
      {chosen && chosen.leads.length > 0 && <p>{t('layers.leads', { kinds: titles(chosen.leads) })}</p>}
      {others.length > 0 && <p>{t('layers.takesPart', { kinds: titles(others) })}</p>}
    </div>
  )
}
