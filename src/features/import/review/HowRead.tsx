import { type ReactNode, useId } from 'react'
import { useTranslation } from 'react-i18next'
import { DATA_CLASSES, type DataClass } from '@/domain/sources/kinds/data-class'
import { useRoleLabel, useTargets } from '@/features/import/role-label'
import { ENCODINGS, type Encoding } from '@/io/formats/encoding'
import { useImports } from '@/store/imports'
import type { TableView } from '@/workspace/import-item'
import classes from './HowRead.module.css'

const DELIMITERS = [
  [',', 'comma'],
  ['\t', 'tab'],
  [';', 'semicolon'],
  ['|', 'bar'],
  ['，', 'wide'],
] as const

/** How sure a recognition is, in three words. */
export function sureness(confidence: number): 'high' | 'middle' | 'low' {
  if (confidence >= 0.75) return 'high'
  return confidence >= 0.5 ? 'middle' : 'low'
}

function Choice({ label, children, hint }: { label: string; hint?: string; children: (id: string) => ReactNode }) {
  const id = useId()
  return (
    <div className={classes.choice}>
      <label htmlFor={id}>{label}</label>
      {children(id)}
      {hint && <small>{hint}</small>}
    </div>
  )
}

/** What the table was taken for and how it was read, each of which can be chosen otherwise. */
export function HowRead({ id, table }: { readonly id: number; readonly table: TableView }) {
  const { t } = useTranslation()
  const targets = useTargets()
  const roleLabel = useRoleLabel()
  const change = useImports((state) => state.change)
  const { encoding, header, guesses, role } = table
  const guess = guesses.find((each) => each.role === role)
  const lists = targets.find((target) => target.role === role)?.lists
  const hasList = lists !== undefined && lists.place !== 'line'
  return (
    <div className={classes.choices}>
      <Choice label={t('data.what')} hint={guess ? t(`data.confidence.${sureness(guess.confidence)}`) : ''}>
        {(field) => (
          <select id={field} value={role} onChange={(event) => void change(id, { role: event.target.value })}>
            {targets.map((target) => (
              <option key={target.role} value={target.role}>
                {roleLabel(target.role)}
              </option>
            ))}
          </select>
        )}
      </Choice>
      <Choice label={t('data.dataClass')}>
        {(field) => (
          <select
            id={field}
            value={table.dataClass}
            onChange={(event) => void change(id, { dataClass: event.target.value as DataClass })}
          >
            {DATA_CLASSES.map((dataClass) => (
              <option key={dataClass} value={dataClass}>
                {t(`dataClass.${dataClass}`)}
              </option>
            ))}
          </select>
        )}
      </Choice>
      {table.asksMonth && (
        <Choice label={t('data.month')} hint={table.month ? '' : t('data.monthMissing')}>
          {(field) => (
            <input
              id={field}
              type="month"
              value={table.month ?? ''}
              onChange={(event) => event.target.value && void change(id, { month: event.target.value })}
            />
          )}
        </Choice>
      )}
      {table.sheets.length > 1 && (
        <Choice label={t('data.sheet')}>
          {(field) => (
            <select
              id={field}
              value={table.sheet}
              onChange={(event) => void change(id, { sheet: Number(event.target.value) })}
            >
              {table.sheets.map(({ name, hidden }, sheet) => (
                <option key={name} value={sheet}>
                  {name}
                  {hidden && t('data.hidden')}
                </option>
              ))}
            </select>
          )}
        </Choice>
      )}
      {encoding && (
        <Choice
          label={t('data.encoding')}
          hint={
            encoding.faults > 0 ? t('data.faults', { count: encoding.faults }) : t(`data.evidence.${encoding.evidence}`)
          }
        >
          {(field) => (
            <select
              id={field}
              value={encoding.encoding}
              onChange={(event) => void change(id, { encoding: event.target.value as Encoding })}
            >
              {ENCODINGS.map((each) => (
                <option key={each} value={each}>
                  {each.toUpperCase()}
                </option>
              ))}
            </select>
          )}
        </Choice>
      )}
      {table.delimiter !== null && (
        <Choice label={t('data.delimiter')}>
          {(field) => (
            <select
              id={field}
              value={table.delimiter ?? ','}
              onChange={(event) => void change(id, { delimiter: event.target.value })}
            >
              {DELIMITERS.map(([value, name]) => (
                <option key={name} value={value}>
                  {t(`data.delimiters.${name}`)}
                </option>
              ))}
            </select>
          )}
        </Choice>
      )}
      <Choice label={t('data.headerRow')}>
        {(field) => (
          <input
            id={field}
            type="number"
            min={1}
            max={table.head.length}
            value={header.firstRow + 1}
            onChange={(event) => {
              const row = Number(event.target.value) - 1
              if (row >= 0 && row < table.head.length) void change(id, { header: { row, count: header.rowCount } })
            }}
          />
        )}
      </Choice>
      <Choice label={t('data.headerRows')}>
        {(field) => (
          <select
            id={field}
            value={header.rowCount}
            onChange={(event) =>
              void change(id, { header: { row: header.firstRow, count: Number(event.target.value) } })
            }
          >
            {[1, 2].map((count) => (
              <option key={count} value={count}>
                {count}
              </option>
            ))}
          </select>
        )}
      </Choice>
      {hasList && table.difference && (
        <Choice
          label={t('data.gone')}
          hint={`${t(table.gone === 'keep' ? 'data.goneKept' : 'data.goneRemoved')} ${table.difference.gone}`}
        >
          {(field) => (
            <select
              id={field}
              value={table.gone}
              onChange={(event) => void change(id, { gone: event.target.value as TableView['gone'] })}
            >
              <option value="remove">{t('data.goneRemove')}</option>
              <option value="keep">{t('data.goneKeep')}</option>
            </select>
          )}
        </Choice>
      )}
    </div>
  )
}
