import { useTranslation } from 'react-i18next'
import { useTargets } from '@/features/import/role-label'
import { useToday } from '@/store/device/today'
import { useImports } from '@/store/imports'
import type { ItemTable } from '@/workspace/import/item-view'
import { SelectChoice } from './Choice'
import { useFieldLabel } from './field-label'
import classes from './ReadSettings.module.css'

/** Number of years that are offered, back from this one. */
const YEARS = 12
/** No year. */
const NONE = 0

interface Props {
  readonly id: number
  readonly table: ItemTable
}

/** Columns with days such as 3月5日: the year is chosen once for all cells of a column. */
export function YearsOfDays({ id, table }: Props) {
  const { t } = useTranslation()
  const lastYear = Number(useToday().slice(0, 4))
  const change = useImports((state) => state.change)
  const label = useFieldLabel(table.role)
  const fields = useTargets().find(({ role }) => role === table.role)?.fields ?? []
  const unread = new Map(
    table.groups.flatMap(({ code, column, count }): [string, number][] =>
      code === 'date-without-year' ? [[column, count]] : [],
    ),
  )
  const asked = fields.filter(({ name, headings }) => table.years.has(name) || unread.has(headings[0]!))
  if (asked.length === 0) return null
  const years = Array.from({ length: YEARS }, (_, back) => lastYear - back)
  return (
    <section aria-label={t('data.years.title')}>
      <h3>{t('data.years.title')}</h3>
      <p className="quiet">{t('data.years.help')}</p>
      <div className={classes.choices}>
        {asked.map(({ name, headings }) => (
          <SelectChoice
            key={name}
            label={label.name(name)}
            hint={unread.has(headings[0]!) ? t('data.years.unread', { count: unread.get(headings[0]!)! }) : ''}
            value={table.years.get(name) ?? NONE}
            options={[[NONE, t('data.years.none')] as const, ...years.map((year) => [year, String(year)] as const)]}
            onChoose={(year) => void change(id, { years: new Map([[name, year]]) })}
          />
        ))}
      </div>
    </section>
  )
}
