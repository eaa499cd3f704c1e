import { IconDownload } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Warning } from '@/domain/warnings/warning'
import { useSheetPaper } from '@/features/explore/handover/use-sheet-paper'
import { NOT_NARROWED } from '@/questions/warning-overview'
import { useDataset } from '@/store/chentu'
import { useAttempt } from '@/store/page/use-attempt'
import { OFFICE_LANGUAGE, useOfficeTexts } from '@/store/words/office'
import { useFileName } from '@/store/words/use-file-name'
import { Menu } from '@/ui/controls/Menu'
import { Refused } from '@/ui/Refused'
import { saveFile } from '@/ui/save-file'
import { datasetWorker } from '@/workers/client'
import { groupName } from './group-name'
import { useCallTable } from './use-call-table'
import type { Called } from './use-called'
import classes from './WarningsPanel.module.css'

const GROUPS = ['county', 'lead'] as const
const FORMATS = ['docx', 'xlsx'] as const

interface Props {
  readonly warning: Warning
  readonly called: Called
}

/** Call sheets of all who are called, one for each county or department: as a document to print and send, or as a workbook. */
export function CallPapers({ warning, called }: Props) {
  const { t } = useTranslation()
  const office = useOfficeTexts()
  const dataset = useDataset()
  const { running, problems, attempt } = useAttempt()
  const [saved, setSaved] = useState('')
  const fileNameOf = useFileName()
  const tableOf = useCallTable(warning, called)
  const paperOf = useSheetPaper({ isNumbered: true, isSigned: true })

  async function save(by: (typeof GROUPS)[number], format: (typeof FORMATS)[number]) {
    const { known } = called.request
    const request = { ...called.request, by, narrowing: NOT_NARROWED, held: known }
    const { groups } = await datasetWorker().warningOverview(request)
    const tables = await Promise.all(
      groups.map(async ({ key }) =>
        tableOf({
          name: groupName(office, dataset, by, key, OFFICE_LANGUAGE),
          sources: await datasetWorker().warningLines(request, key),
        }),
      ),
    )
    const file =
      format === 'docx'
        ? await datasetWorker().officialFile(tables.map(paperOf))
        : await datasetWorker().handoverWorkbook(tables)
    const name = fileNameOf(office('warning.paper.file'), format)
    saveFile(file, name)
    setSaved(t('warning.saved', { name }))
  }
  return (
    <div className={classes.tools}>
      <Refused problems={problems} />
      <Menu
        label={t('warning.paper.menu')}
        icon={<IconDownload size={16} aria-hidden="true" />}
        disabled={running}
        entries={GROUPS.flatMap((by) =>
          FORMATS.map((format) => ({
            key: `${by} ${format}`,
            label: t(`warning.paper.${by}.${format}`),
            onChoose: () => void attempt(() => save(by, format)),
          })),
        )}
      />
      {saved !== '' && <p role="status">{saved}</p>}
    </div>
  )
}
