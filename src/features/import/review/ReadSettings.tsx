import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ExportHints } from '@/domain/monitoring/export-form'
import { DATA_CLASSES } from '@/domain/sources/kinds/data-class'
import { useRoleLabel, useTargets } from '@/features/import/role-label'
import { ENCODINGS } from '@/io/formats/encoding'
import type { ExportKind } from '@/io/readings/missing-export-columns'
import { useExports } from '@/store/exports'
import { useImports } from '@/store/imports'
import { useAttempt } from '@/store/page/use-attempt'
import { useReadings } from '@/store/readings'
import { useTracks } from '@/store/tracks'
import { MonthPicker } from '@/ui/controls/MonthPicker'
import { Refused } from '@/ui/Refused'
import type { ItemTable } from '@/workspace/import/item-view'
import { Choice, SelectChoice } from './Choice'
import classes from './ReadSettings.module.css'
import { confidenceLevel } from './sureness'
import { type MissingForExport, UnreadableExport } from './UnreadableExport'

const DELIMITERS = [
  [',', 'comma'],
  ['\t', 'tab'],
  [';', 'semicolon'],
  ['|', 'bar'],
  ['，', 'wide'],
] as const
const HEADER_ROWS = [1, 2] as const
/** Data of devices is stored outside the package and so is not one of its tables, but a file may contain it. */
const EXPORTS: readonly ExportKind[] = ['readings', 'tracks']
/** Prefix of their option values in the list of the package's tables. */
const EXPORT = 'export '

/** True if imported data of this sort awaits review. */
const isWaiting = (sort: ExportKind) => (sort === 'readings' ? useReadings : useTracks).getState().waiting !== null

/** The recognised type of the table and how it was read; the user can change each. */
export function ReadSettings({ id, table }: { readonly id: number; readonly table: ItemTable }) {
  const { t } = useTranslation()
  const targets = useTargets()
  const roleLabel = useRoleLabel()
  const change = useImports((state) => state.change)
  const { encoding, header, guesses, role } = table
  const isUnknown = table.blockers.includes('unknown')
  const guess = isUnknown ? undefined : guesses.find((each) => each.role === role)
  const source = useImports(({ sources }) => sources.get(id))
  const remove = useImports((state) => state.remove)
  const [lacks, setLacks] = useState<MissingForExport | null>(null)
  /**
   * Only a header row that the user chose: device data has other headers than package tables, so a
   * detected one is not passed on.
   */
  const [saidHeader, setSaidHeader] = useState<ExportHints['header']>()
  const sayHeader = (said: { readonly row: number; readonly count: number }) => {
    setSaidHeader(said)
    void change(id, { header: said })
  }
  const { problems, running, attempt } = useAttempt()
  /** Passes the file to the review of readings or tracks, or shows which columns are missing for that. */
  const readAs = (sort: ExportKind) =>
    attempt(async () => {
      if (!source) return []
      const columns = await useExports.getState().readAs(source, sort, saidHeader)
      setLacks(columns && columns.length > 0 ? { sort, columns } : null)
      if (columns?.length === 0 && isWaiting(sort)) remove(id)
      return []
    })
  return (
    <div className={classes.choices}>
      <SelectChoice
        label={t('data.what')}
        hint={guess ? t(`data.confidence.${confidenceLevel(guess.confidence)}`) : ''}
        value={isUnknown ? '' : role}
        options={[
          ...(isUnknown ? [['', t('data.whatUnknown')] as const] : []),
          ...targets.map((target) => [target.role, roleLabel(target.role)] as const),
          ...EXPORTS.map((sort) => [EXPORT + sort, t(`data.exports.${sort}`)] as const),
        ]}
        onChoose={(chosen) => {
          const sort = EXPORTS.find((each) => EXPORT + each === chosen)
          if (!sort) {
            setLacks(null)
            void change(id, { role: chosen })
          } else if (!running) void readAs(sort)
        }}
      />
      {lacks && <UnreadableExport lacks={lacks} />}
      <Refused problems={problems} />
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
            from={table.yearAbout ?? undefined}
            onChange={(month) => void change(id, { month })}
          />
          {!table.month && !table.blockers.includes('period') && <small>{t('data.monthMissing')}</small>}
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
              if (row >= 0 && row < table.head.length) sayHeader({ row, count: header.rowCount })
            }}
          />
        )}
      </Choice>
      <SelectChoice
        label={t('data.headerRows')}
        value={header.rowCount}
        options={HEADER_ROWS.map((count) => [count as number, String(count)])}
        onChoose={(count) => sayHeader({ row: header.firstRow, count })}
      />
    </div>
  )
}
