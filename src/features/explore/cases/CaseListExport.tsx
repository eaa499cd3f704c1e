import { useTranslation } from 'react-i18next'
import { inLanguage } from '@/domain/bilingual'
import { dayOfInstant } from '@/domain/calendar'
import type { CaseView } from '@/store/cases/case-view'
import { useDataset } from '@/store/chentu'
import { useAttempt } from '@/store/page/use-attempt'
import { momentText } from '@/store/words/case-words'
import { fileName } from '@/store/words/use-file-name'
import { Menu } from '@/ui/controls/Menu'
import { Refused } from '@/ui/Refused'
import { saveFile } from '@/ui/save-file'
import { datasetWorker } from '@/workers/client'
import { caseListTable } from './case-list-table'

const FORMATS = ['xlsx', 'csv'] as const

interface Props {
  /** In the order of the board. */
  readonly cases: readonly CaseView[]
  /** The filters in words; '' if there are none. */
  readonly scope: string
  nameOf(county: string): string
}

/** Saves the cases that the board shows to a file for Excel or WPS, which states its filters. */
export function CaseListExport({ cases, scope, nameOf }: Props) {
  const { t, i18n } = useTranslation()
  const dataset = useDataset()
  const { problems, attempt, running } = useAttempt()
  async function save(format: (typeof FORMATS)[number]) {
    const now = Date.now()
    const about = [
      [t('about.package'), dataset.name],
      [t('cases.list.time'), t('cases.list.asOf', { at: momentText(now) })],
      [t('cases.list.filter'), scope || t('cases.list.all')],
      [t('about.count'), String(cases.length)],
      [t('cases.late'), t('cases.scene.counting')],
      [t('about.link'), location.href],
    ] as const
    const table = caseListTable(t, cases, { now, about, nameOf })
    const city = inLanguage(dataset.settings.city, i18n.language)
    // The state of cases is that of now, whatever day the page is evaluated for.
    const name = fileName(city, t('cases.list.file'), dayOfInstant(new Date(now).toISOString()), format)
    saveFile(await datasetWorker().exportRows(table, format), name)
  }
  return (
    <>
      <Menu
        label={t('cases.list.export')}
        disabled={running}
        entries={FORMATS.map((format) => ({
          key: format,
          label: t(`frame.exportAs.${format}`),
          note: t('cases.list.note', { count: cases.length }),
          onChoose: () => void attempt(() => save(format)),
        }))}
      />
      <Refused problems={problems} />
    </>
  )
}
