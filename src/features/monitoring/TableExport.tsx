import { useTranslation } from 'react-i18next'
import type { DataClass } from '@/domain/sources/kinds/data-class'
import type { ExportTable } from '@/io/export/export'
import { useAttempt } from '@/store/page/use-attempt'
import { classMark } from '@/store/words/measured'
import { useFileName } from '@/store/words/use-file-name'
import { Menu } from '@/ui/controls/Menu'
import { Refused } from '@/ui/Refused'
import { saveFile } from '@/ui/save-file'
import { datasetWorker } from '@/workers/client'

const FORMATS = ['xlsx', 'csv'] as const

interface Props {
  /** File name, without day and extension. */
  readonly name: string
  /** Button label, if there are other export buttons on the screen. */
  readonly label?: string
  /** Describes the content. */
  readonly note: string
  /** Resolves to null if the files it is made from can't be read. */
  readonly table: () => ExportTable | Promise<ExportTable | null>
  /** If not real, a column and the file name say so. */
  readonly dataClass: DataClass
}

/** Adds a column with the data class, unless the data is real (`text` null). */
const withClass = (table: ExportTable, heading: string, text: string | null): ExportTable =>
  text === null
    ? table
    : { ...table, headings: [...table.headings, heading], rows: table.rows.map((row) => [...row, text]) }

/** Saves monitor data to a file for Excel or WPS. */
export function TableExport({ name, label, note, table, dataClass }: Props) {
  const { t } = useTranslation()
  const { problems, attempt, running } = useAttempt()
  const fileName = useFileName()
  const classText = dataClass === 'real' ? null : t(`dataClass.${dataClass}`)
  return (
    <>
      <Menu
        label={label ?? t('frame.export')}
        disabled={running}
        entries={FORMATS.map((format) => ({
          key: format,
          label: t(`frame.exportAs.${format}`),
          note,
          onChoose: () =>
            void attempt(async () => {
              const made = await table()
              if (!made) return [{ code: 'readings-unreadable', file: name }]
              const bytes = await datasetWorker().exportRows(withClass(made, t('data.export.class'), classText), format)
              saveFile(bytes, fileName(name + classMark(t, dataClass), format))
              return []
            }),
        }))}
      />
      <Refused problems={problems} />
    </>
  )
}
