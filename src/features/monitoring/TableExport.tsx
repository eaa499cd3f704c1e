import { useTranslation } from 'react-i18next'
import type { ExportTable } from '@/io/export/export'
import { useAttempt } from '@/store/page/use-attempt'
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
  readonly table: () => ExportTable
}

/** Saves what is shown of monitors as a file for Excel or WPS. */
export function TableExport({ name, label, note, table }: Props) {
  const { t } = useTranslation()
  const { problems, attempt, running } = useAttempt()
  const fileName = useFileName()
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
            void attempt(async () =>
              saveFile(await datasetWorker().exportRows(table(), format), fileName(name, format)),
            ),
        }))}
      />
      <Refused problems={problems} />
    </>
  )
}
