import { useTranslation } from 'react-i18next'
import { UNDATED } from '@/domain/intake/recognise/month-words'
import { FIELDS_IN_WIDE } from '@/domain/intake/recognise/unused-columns'
import { flagWordKey } from '@/domain/intake/rows/flag-cells'
import { useImports } from '@/store/imports'
import { monthName } from '@/store/words/month-name'
import { Select } from '@/ui/controls/Select'
import type { ItemTable } from '@/workspace/import/item-view'
import classes from './ColumnTable.module.css'
import { FlagWordsNote } from './FlagWordsNote'
import { useFieldLabel } from './field-label'
import { confidenceLevel } from './sureness'

const KEEP = ''
const PREVIEW = 12

/** The first rows of the file, with the matched field above each column; every match can be changed. */
export function ColumnTable({ id, table }: { readonly id: number; readonly table: ItemTable }) {
  const { t } = useTranslation()
  const change = useImports((state) => state.change)
  const { header, head, columns, position, matches, hiddenColumns } = table
  const label = useFieldLabel(table.role)
  const fieldOf = new Map(Object.entries(columns).map(([field, column]) => [column, field]))
  const places: readonly number[] = position ? Object.values(position) : []
  const from = header.firstRow + header.rowCount
  const rows = head.slice(from, from + PREVIEW)
  const wide = table.dustfall.form !== 'long'
  // Computed once: every column's select lists all fields.
  const fields = label.fields.map(({ name }) => ({ value: name, label: label.name(name) }))

  /** What a column of a wide table is read as. */
  function readAs(column: number): string {
    const { dustfall } = table
    if (dustfall.form === 'months') {
      const month = dustfall.months.get(column)
      if (month !== undefined) return month.startsWith(UNDATED) ? header.names[column]! : monthName(t, month)
      if (column === dustfall.unit) return label.name(fieldOf.get(column) ?? 'county')
    } else if (dustfall.form === 'points') {
      const unit = dustfall.points.get(column)
      if (unit) return [unit.county, unit.point].filter(Boolean).join(' · ')
      if (column === dustfall.monthColumn) return label.name('month')
      if (column === dustfall.county) return label.name('county')
    }
    const stated = table.stated.get(column)
    if (stated) return t('data.onlyCompared', { name: label.name(stated.field) })
    const field = fieldOf.get(column)
    return field !== undefined && FIELDS_IN_WIDE.has(field) ? label.name(field) : t('data.notImported')
  }

  /** Assigns a field to a column; a field belongs to one column only. */
  function choose(column: number, field: string) {
    if (field === 'lon' || field === 'lat') {
      const other = position && 'lon' in position ? position : { lon: column, lat: column }
      void change(id, { position: { ...other, [field]: column } })
      return
    }
    const before = fieldOf.get(column)
    void change(id, {
      columns: { ...(before ? { [before]: null } : {}), ...(field === KEEP ? {} : { [field]: column }) },
    })
  }

  return (
    <section aria-label={t('data.columns')} className={classes.columns}>
      <h3>{t('data.columns')}</h3>
      <p className="quiet">
        {t(wide ? 'data.columnsHelpWide' : 'data.columnsHelp')}
        {table.workedOut.size > 0 && ` ${t('data.workedOut')}`}
      </p>
      <div className={classes.scroll}>
        <table>
          <thead>
            <tr>
              <th scope="col" className={classes.number}>
                {from}
              </th>
              {header.names.map((name, column) => {
                const field =
                  fieldOf.get(column) ??
                  (places.includes(column)
                    ? position && 'pair' in position
                      ? 'pair'
                      : column === places[0]
                        ? 'lon'
                        : 'lat'
                    : KEEP)
                const match = matches.find((each) => each.column === column && each.field === field)
                return (
                  // biome-ignore lint/suspicious/noArrayIndexKey: columns are identified by position
                  <th key={column} scope="col">
                    {!wide && (
                      <Select
                        label={`${name || column + 1}`}
                        labelled="hidden"
                        value={field}
                        data-matched={field !== KEEP}
                        options={[
                          { value: KEEP, label: t(table.workedOut.has(column) ? 'data.notImported' : 'data.keepAsIs') },
                          ...(field === 'pair' ? [{ value: 'pair', label: t('data.isPosition') }] : []),
                          ...fields,
                        ]}
                        onChange={(next) => choose(column, next)}
                      />
                    )}
                    {wide && <span>{readAs(column)}</span>}
                    <b>{name || '—'}</b>
                    {match && !wide && <small>{t(`data.confidence.${confidenceLevel(match.confidence)}`)}</small>}
                    {hiddenColumns.includes(column) && <small>{t('data.hiddenColumn')}</small>}
                    <FlagWordsNote
                      words={table.flagWords.find((each) => each.field === field)}
                      onChoose={(word, reading) =>
                        void change(id, { flagWords: { [flagWordKey(field, word)]: reading } })
                      }
                    />
                  </th>
                )
              })}
            </tr>
          </thead>
          <tbody>
            {rows.map((cells, i) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: rows are identified by position
              <tr key={i}>
                <th scope="row" className={classes.number}>
                  {from + i + 1}
                </th>
                {header.names.map((_, column) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: columns are identified by position
                  <td key={column}>{cells[column] ?? ''}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {table.rows !== null && table.rows > rows.length && (
        <p className="quiet">{t('data.previewRows', { shown: rows.length, count: table.rows })}</p>
      )}
    </section>
  )
}
