import { useTranslation } from 'react-i18next'
import type { ExportKind, MissingExportColumn } from '@/io/readings/missing-export-columns'
import classes from './ItemReview.module.css'

/** The sort of device export that the user chose for a table, and the columns that it lacks for it. */
export interface MissingForExport {
  readonly sort: ExportKind
  readonly columns: readonly MissingExportColumn[]
}

/** Why a table can't be read as the device export that the user chose, and what to do about it. */
export function UnreadableExport({ lacks: { sort, columns } }: { readonly lacks: MissingForExport }) {
  const { t } = useTranslation()
  return (
    <div role="alert" className={classes.missing}>
      <p>
        {t('data.lacksColumns', {
          what: t(`data.exports.${sort}`),
          columns: columns.map((each) => t(`data.lacking.${each}`)).join(t('ui.comma')),
        })}
      </p>
      <p>{t(`data.lacksHelp.${sort}`)}</p>
    </div>
  )
}
