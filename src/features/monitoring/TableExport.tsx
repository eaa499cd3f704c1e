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
  /** Of the file, before its day and ending. */
  readonly name: string
  /** Of the button, where others stand on the same screen. */
  readonly label?: string
  /** What is in it. */
  readonly note: string
  /** Null where the files that it is made of can't be read. */
  readonly table: () => ExportTable | Promise<ExportTable | null>
  /** How real it is: what is not real says so in a column and in the name of the file. */
  readonly dataClass: DataClass
}

/** A table with a column that says how real it is; as it is where it is real. */
const withClass = (table: ExportTable, heading: string, text: string | null): ExportTable =>
  text === null
    ? table
    : { ...table, headings: [...table.headings, heading], rows: table.rows.map((row) => [...row, text]) }

/** Saves what is shown of monitors as a file for Excel or WPS. */
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
