import { useTranslation } from 'react-i18next'
import { inLanguage } from '@/domain/bilingual'
import { useSheetPaper } from '@/features/explore/handover/use-sheet-paper'
import { yearEndDay } from '@/questions/plan/year-end'
import { underEarlierPlan } from '@/questions/plan-on'
import { useAnswer } from '@/store/answers/use-answer'
import { useOpened } from '@/store/chentu'
import { useAttempt } from '@/store/page/use-attempt'
import { useDataWords } from '@/store/words/data-words'
import { earlierYearEndText } from '@/store/words/earlier-plan-text'
import { OFFICE_LANGUAGE, useOfficeTexts } from '@/store/words/office'
import { fileName } from '@/store/words/use-file-name'
import { Button } from '@/ui/controls/Button'
import { Dialog } from '@/ui/Dialog'
import { Refused } from '@/ui/Refused'
import { saveFile } from '@/ui/save-file'
import { Skeleton } from '@/ui/states/Skeleton'
import { datasetWorker } from '@/workers/client'
import classes from './YearEndDialog.module.css'
import { type TableLanguage, withSmallPrint, yearEndTable } from './year-end-table'

const OUTCOME_COLUMN = 2

interface Props {
  /** Index of an earlier plan; null for the one in force. */
  readonly place: number | null
  onClose(): void
}

/** 年终对账: the outcome of each clause of a plan, on screen and as a document. */
export function YearEndDialog({ place, onClose }: Props) {
  const { t, i18n } = useTranslation()
  const office = useOfficeTexts()
  const { word } = useDataWords()
  const opened = useOpened()
  const { evaluation, ring } = opened
  const dataset = (place === null ? null : underEarlierPlan(opened.dataset, place)) ?? opened.dataset
  const { running, problems, attempt } = useAttempt()
  const day = yearEndDay(dataset.settings.year, evaluation.asOf)
  const found = useAnswer(async (worker) => {
    const [end, kept] = await Promise.all([
      worker.yearEndReport(day, ring, place),
      place === null ? null : worker.countKeptTasks(),
    ])
    return { ...end, kept }
  }, `${place} ${day} ${ring.radiusMetres} ${ring.basis}`)
  const paperOf = useSheetPaper({ isNumbered: false, isSigned: false })
  const { plan, year } = dataset.settings
  const isBefore = plan !== undefined && evaluation.asOf < plan.day
  const tableIn = (speech: TableLanguage, of: NonNullable<typeof found>) => {
    const table = yearEndTable(speech, dataset, of)
    return place === null ? table : { ...table, notes: [earlierYearEndText(speech.t, of.kept), ...table.notes] }
  }
  const table = found && tableIn({ t, language: i18n.language, word }, found)

  async function save() {
    if (!found) return
    const made = tableIn({ t: office, language: OFFICE_LANGUAGE, word: (text) => text }, found)
    const file = await datasetWorker().officialFile([paperOf(withSmallPrint(made))])
    saveFile(file, fileName(inLanguage(dataset.settings.city, OFFICE_LANGUAGE), made.title, day, 'docx'))
  }

  return (
    <Dialog
      title={t('yearEnd.title', { year: String(dataset.settings.year) })}
      size="large"
      onClose={onClose}
      actions={
        <Button disabled={running || !found || isBefore} onClick={() => void attempt(save)}>
          {t('handover.word')}
        </Button>
      }
    >
      <Refused problems={problems} />
      {isBefore ? (
        <p role="status">{t('yearEnd.tooEarly', { year: String(year), asOf: evaluation.asOf, day: plan.day })}</p>
      ) : table === null ? (
        <Skeleton lines={9} />
      ) : (
        <>
          <p>{table.subtitle}</p>
          <p role="status">{table.intro}</p>
          <div className={classes.scroll}>
            <table className={classes.table}>
              <thead>
                <tr>
                  {table.headings.map((heading) => (
                    <th key={heading} scope="col">
                      {heading}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {table.rows.map((cells, i) => (
                  <tr key={cells[0]} data-outcome={found!.clauses[i]!.outcome}>
                    {cells.map((cell, column) =>
                      column === 0 ? (
                        <th key={table.headings[column]} scope="row">
                          {cell}
                        </th>
                      ) : (
                        <td key={table.headings[column]} data-result={column === OUTCOME_COLUMN || undefined}>
                          {cell}
                        </td>
                      ),
                    )}
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
          {table.notes.map((note) => (
            <p key={note} className="quiet">
              {note}
            </p>
          ))}
        </>
      )}
    </Dialog>
  )
}
