import { memo } from 'react'
import { useTranslation } from 'react-i18next'
import type { CorrectedRows } from '@/io/formats/bad-rows'
import { useImports } from '@/store/imports'
import { Button } from '@/ui/controls/Button'
import { ProblemLine } from '@/ui/ProblemLine'
import type { ItemView } from '@/workspace/import/item-view'
import { Blockers } from './Blockers'
import { ClashView } from './ClashView'
import { ColumnTable } from './ColumnTable'
import { ContestedView } from './ContestedView'
import { DifferenceView } from './DifferenceView'
import { DustfallSummary } from './DustfallSummary'
import { EndedRows } from './EndedRows'
import classes from './ItemReview.module.css'
import { MissingColumns } from './MissingColumns'
import { Percentages } from './Percentages'
import { PlaceReview } from './PlaceReview'
import { PlanAmongData } from './PlanAmongData'
import { ReadSettings } from './ReadSettings'
import { Report } from './Report'
import { UnlistedCounties } from './UnlistedCounties'
import { YearsOfDays } from './YearsOfDays'

/** Review of a file to import: its type, how it was read, where its rows lie, their problems and changes. */
export const ItemReview = memo(function ItemReview({ item }: { readonly item: ItemView }) {
  const { t } = useTranslation()
  const openPackage = useImports((state) => state.openPackage)
  const { problem, table } = item
  if (problem) {
    return (
      <article className={classes.review} aria-label={item.file}>
        <h2>{item.file}</h2>
        <ul role="alert">
          <ProblemLine problem={problem} />
        </ul>
        {problem.code === 'file-is-plan' && <PlanAmongData id={item.id} />}
      </article>
    )
  }
  if (!table) {
    return (
      <article className={classes.review} aria-label={item.file}>
        <h2>{item.file}</h2>
        <p>{t('data.openPackageHelp')}</p>
        <Button onClick={() => void openPackage(item.id)}>{t('data.openPackage')}</Button>
      </article>
    )
  }
  if (table.blockers.includes('unknown')) {
    // What its rows would change, and what is missing in them, would only be about a wrong guess.
    return (
      <article className={classes.review} aria-label={item.file}>
        <h2>{item.file}</h2>
        <Blockers id={item.id} table={table} />
        <ReadSettings id={item.id} table={table} />
      </article>
    )
  }
  return (
    <article className={classes.review} aria-label={item.file}>
      <h2>{item.file}</h2>
      {table.remembered && (
        <p className="quiet">
          {table.years.size > 0
            ? t('data.rememberedYears', { years: [...new Set(table.years.values())].join(t('ui.comma')) })
            : t('data.remembered')}
        </p>
      )}
      {table.corrected && <Corrected corrected={table.corrected} />}
      {table.sameContent && (
        <p role="note">
          {t('data.sameContent.file', { file: table.sameContent.file })}
          {t(table.sameContent.isSameRows ? 'data.sameContent.once' : 'data.sameContent.twice')}
        </p>
      )}
      <Blockers id={item.id} table={table} />
      {table.clash && <ClashView table={table} clash={table.clash} />}
      <UnlistedCounties id={item.id} file={item.file} table={table} />
      {table.brings && <DustfallSummary id={item.id} file={item.file} table={table} brings={table.brings} />}
      <YearsOfDays id={item.id} table={table} />
      <Percentages table={table} />
      <MissingColumns missing={table.missing} />
      <EndedRows ended={table.ended} />
      <ReadSettings id={item.id} table={table} />
      {(table.position || table.counts.unplaced > 0) && <PlaceReview id={item.id} table={table} />}
      <Report id={item.id} file={item.file} table={table} />
      <ContestedView id={item.id} contested={table.contested} />
      <DifferenceView table={table} />
      <ColumnTable id={item.id} table={table} />
    </article>
  )
})

/** Says what a corrected workbook of bad rows replaced. */
function Corrected({ corrected }: { readonly corrected: CorrectedRows }) {
  const { t } = useTranslation()
  const { changed, rows, changedHeadings } = corrected
  return (
    <p role="status">
      {t('data.corrected', { count: changed })}
      {rows > changed && t('data.correctedSame', { count: rows - changed })}
      {changedHeadings && t('data.correctedHeadings')}
    </p>
  )
}
