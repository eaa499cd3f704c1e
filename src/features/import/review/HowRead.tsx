import { useTranslation } from 'react-i18next'
import { DATA_CLASSES } from '@/domain/sources/kinds/data-class'
import { useRoleLabel, useTargets } from '@/features/import/role-label'
import { ENCODINGS } from '@/io/formats/encoding'
import { useImports } from '@/store/imports'
import { MonthPicker } from '@/ui/controls/MonthPicker'
import type { ItemTable } from '@/workspace/item-view'
import { Choice, SelectChoice } from './Choice'
import classes from './HowRead.module.css'
import { sureness } from './sureness'

const DELIMITERS = [
  [',', 'comma'],
  ['\t', 'tab'],
  [';', 'semicolon'],
  ['|', 'bar'],
  ['，', 'wide'],
] as const
const HEADER_ROWS = [1, 2] as const

/** What the table was taken for and how it was read, each of which can be chosen otherwise. */
export function HowRead({ id, table }: { readonly id: number; readonly table: ItemTable }) {
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
      <SelectChoice
        label={t('data.what')}
        hint={guess ? t(`data.confidence.${sureness(guess.confidence)}`) : ''}
        value={role}
        options={targets.map((target) => [target.role, roleLabel(target.role)])}
        onChoose={(role) => void change(id, { role })}
      />
      <SelectChoice
        label={t('data.dataClass')}
        value={table.dataClass}
        options={DATA_CLASSES.map((dataClass) => [dataClass, t(`dataClass.${dataClass}`)])}
        onChoose={(dataClass) => void change(id, { dataClass })}
      />
      {table.asksMonth && (
        <div className={classes.choice}>
          <MonthPicker
            label={t('data.month')}
            value={table.month ?? ''}
            onChange={(month) => void change(id, { month })}
          />
          {!table.month && <small>{t('data.monthMissing')}</small>}
        </div>
      )}
      {table.sheets.length > 1 && (
        <SelectChoice
          label={t('data.sheet')}
          value={table.sheet}
          options={table.sheets.map(({ name, hidden }, sheet) => [sheet, name + (hidden ? t('data.hidden') : '')])}
          onChoose={(sheet) => void change(id, { sheet })}
        />
      )}
      {encoding && (
        <SelectChoice
          label={t('data.encoding')}
          hint={
            encoding.faults > 0 ? t('data.faults', { count: encoding.faults }) : t(`data.evidence.${encoding.evidence}`)
          }
          value={encoding.encoding}
          options={ENCODINGS.map((each) => [each, each.toUpperCase()])}
          onChoose={(encoding) => void change(id, { encoding })}
        />
      )}
      {table.delimiter !== null && (
        <SelectChoice
          label={t('data.delimiter')}
          value={table.delimiter}
          options={DELIMITERS.map(([delimiter, name]) => [delimiter as string, t(`data.delimiters.${name}`)])}
          onChoose={(delimiter) => void change(id, { delimiter })}
        />
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
      <SelectChoice
        label={t('data.headerRows')}
        value={header.rowCount}
        options={HEADER_ROWS.map((count) => [count as number, String(count)])}
        onChoose={(count) => void change(id, { header: { row: header.firstRow, count } })}
      />
      {hasList && table.difference && (
        <SelectChoice
          label={t('data.gone')}
          hint={
            table.keepsUnasked && table.there
              ? t('data.goneFewKnown', { known: table.there.rows - table.difference.gone, count: table.there.rows })
              : `${t(table.gone === 'keep' ? 'data.goneKept' : 'data.goneRemoved')} ${table.difference.gone}`
          }
          value={table.gone}
          options={[
            ['remove', t('data.goneRemove')],
            ['keep', t('data.goneKeep')],
          ]}
          onChoose={(gone) => void change(id, { gone })}
        />
      )}
    </div>
  )
}
