import { IconDownload } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Warning } from '@/domain/warnings/warning'
import { documentsFile } from '@/features/explore/handover/documents-file'
import { useSheetPaper } from '@/features/explore/handover/use-sheet-paper'
import type { HandoverTable } from '@/io/papers/handover-table'
import { useDataset } from '@/store/chentu'
import { useMinute } from '@/store/device/today'
import { useAttempt } from '@/store/page/use-attempt'
import { OFFICE_LANGUAGE, useOfficeTexts } from '@/store/words/office'
import { useFileName } from '@/store/words/use-file-name'
import { Menu } from '@/ui/controls/Menu'
import { Refused } from '@/ui/Refused'
import { saveFile } from '@/ui/save-file'
import { datasetWorker } from '@/workers/client'
import { groupName, scopeText } from './group-name'
import { liftedOn } from './lifted-on'
import { useCallTable } from './use-call-table'
import type { Called } from './use-called'
import classes from './WarningsPanel.module.css'

const GROUPS = ['county', 'lead'] as const
const FORMATS = ['docx', 'xlsx'] as const

interface Props {
  readonly warning: Warning
  readonly called: Called
}

/**
 * Call sheets of the sources to call, or of the filtered ones, one per county or department: each as a document to print
 * and send, or all as a workbook.
 */
export function CallPapers({ warning, called }: Props) {
  const { t, i18n } = useTranslation()
  const office = useOfficeTexts()
  const dataset = useDataset()
  const { running, problems, attempt } = useAttempt()
  const [saved, setSaved] = useState('')
  const fileNameOf = useFileName()
  const tableOf = useCallTable(warning, called)
  const { overview } = called
  const { narrowing } = called.request
  const scope = scopeText(t, dataset, narrowing, i18n.language)
  const lifted = liftedOn(warning, called.asOf, useMinute())
  const paperOf = useSheetPaper({ isNumbered: true, isSigned: true })

  const documentOf = async (table: HandoverTable) => {
    const paper = paperOf(table)
    return { title: paper.title, file: await datasetWorker().officialFile([paper]) }
  }

  async function save(by: (typeof GROUPS)[number], format: (typeof FORMATS)[number]) {
    const { known } = called.request
    const request = { ...called.request, by, held: known }
    const overview = await datasetWorker().warningOverview(request)
    // If a department or county is chosen, only that one gets a sheet, not others that share its rows.
    const chosen = by === 'lead' ? narrowing.lead : narrowing.county
    const groups = overview.groups.filter(({ key }) => chosen === null || key === chosen)
    const tables = await Promise.all(
      groups.map(async ({ key }) =>
        tableOf({
          name: groupName(office, dataset, by, key, OFFICE_LANGUAGE),
          sources: await datasetWorker().warningLines(request, key),
          isOfCounties: by === 'lead',
          scope: scopeText(office, dataset, { ...narrowing, [by]: null }, OFFICE_LANGUAGE),
        }),
      ),
    )
    const { file, ending } =
      format === 'docx'
        ? await documentsFile(await Promise.all(tables.map(documentOf)))
        : { file: await datasetWorker().handoverWorkbook(tables), ending: format }
    // Notices of several warnings, groupings and filters may be saved on one day.
    const of = [
      warning.name,
      office(`warning.paper.${by}.name`),
      scopeText(office, dataset, narrowing, OFFICE_LANGUAGE),
    ]
    const name = fileNameOf([office('warning.paper.file'), ...of.filter(Boolean)].join('_'), ending)
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
            ...(scope !== '' && { note: t('warning.paper.only', { count: overview?.lines ?? 0, scope }) }),
            onChoose: () => void attempt(() => save(by, format)),
          })),
        )}
      />
      {lifted !== null && <p>{t('warning.paper.lifted', { lifted })}</p>}
      {saved !== '' && <p role="status">{saved}</p>}
    </div>
  )
}
