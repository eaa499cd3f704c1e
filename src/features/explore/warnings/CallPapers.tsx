import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Warning } from '@/domain/warnings/warning'
import { useSheetPaper } from '@/features/explore/handover/use-sheet-paper'
import type { CalledSource } from '@/questions/warning-duties'
import { useDataset } from '@/store/chentu'
import { useAttempt } from '@/store/page/use-attempt'
import type { CalledState } from '@/store/warnings/call-standing'
import { OFFICE_LANGUAGE, useOfficeTexts } from '@/store/words/office'
import { useFileName } from '@/store/words/use-file-name'
import { Button } from '@/ui/controls/Button'
import { Refused } from '@/ui/Refused'
import { saveFile } from '@/ui/save-file'
import { datasetWorker } from '@/workers/client'
import { calledGroups } from './called-groups'
import { useCallTable } from './use-call-table'
import classes from './WarningsPanel.module.css'

const GROUPS = ['county', 'lead'] as const

interface Props {
  readonly warning: Warning
  readonly sources: readonly CalledSource[]
  standingOf(source: CalledSource): CalledState
}

/** Call sheets, one for each county or department: as a document to print and send, or as a workbook. */
export function CallPapers({ warning, sources, standingOf }: Props) {
  const { t } = useTranslation()
  const office = useOfficeTexts()
  const dataset = useDataset()
  const { running, problems, attempt } = useAttempt()
  const [saved, setSaved] = useState('')
  const fileNameOf = useFileName()
  const tableOf = useCallTable(warning, standingOf)
  const paperOf = useSheetPaper({ isNumbered: true, isSigned: true })

  async function save(by: (typeof GROUPS)[number], format: 'docx' | 'xlsx') {
    const tables = calledGroups(office, dataset, sources, by, OFFICE_LANGUAGE).map(tableOf)
    const file =
      format === 'docx'
        ? await datasetWorker().officialFile(tables.map(paperOf))
        : await datasetWorker().handoverWorkbook(tables)
    const name = fileNameOf(office('warning.paper.file'), format)
    saveFile(file, name)
    setSaved(t('warning.saved', { name }))
  }
  return (
    <>
      <Refused problems={problems} />
      <p className={classes.papers}>
        {GROUPS.flatMap((by) =>
          (['docx', 'xlsx'] as const).map((format) => (
            <Button key={`${by} ${format}`} disabled={running} onClick={() => void attempt(() => save(by, format))}>
              {t(`warning.paper.${by}.${format}`)}
            </Button>
          )),
        )}
      </p>
      {saved !== '' && <p role="status">{saved}</p>}
    </>
  )
}
