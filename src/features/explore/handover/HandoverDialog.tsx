import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { FIXED_WORDS } from '@/domain/bulletin/official'
import type { Filters } from '@/domain/sources/view/filters'
import type { HandoverTable } from '@/io/papers/handover-table'
import type { OfficialPaper } from '@/io/papers/official-paper'
import { typeset } from '@/io/papers/typeset'
import { sheetData } from '@/io/papers/word-data'
import type { SourceMark } from '@/map/picture/picture-content'
import { usePicture } from '@/map/picture/use-picture'
import { HANDOVER_GROUPS, type HandoverGroup, type HandoverSheet } from '@/questions/exports/handover'
import { distinctFindings } from '@/questions/shown/distinct-findings'
import { useAnswer } from '@/store/answers/use-answer'
import { useChentu, useDataset } from '@/store/chentu'
import { useAttempt } from '@/store/page/use-attempt'
import { useWordTemplate } from '@/store/steps/use-word-template'
import { conditionsLine, useConditions } from '@/store/words/conditions'
import { useDataWords } from '@/store/words/data-words'
import { OFFICE_LANGUAGE } from '@/store/words/office'
import { useFileName } from '@/store/words/use-file-name'
import { wordFaultLine, wordFieldNames } from '@/store/words/word-fault'
import { Button } from '@/ui/controls/Button'
import { Select } from '@/ui/controls/Select'
import { Dialog } from '@/ui/Dialog'
import { NoPageNumbers } from '@/ui/NoPageNumbers'
import { OfficialPrint } from '@/ui/OfficialPrint'
import { Refused } from '@/ui/Refused'
import { saveFile } from '@/ui/save-file'
import { WordTemplate } from '@/ui/WordTemplate'
import { datasetWorker } from '@/workers/client'
import { documentsFile, type TitledDocument } from './documents-file'
import classes from './HandoverDialog.module.css'
import { sheetCountsText } from './handover-summary'
import { narrowedName } from './narrowed-name'
import {
  HANDOVER_CONTENTS,
  type HandoverContent,
  MAX_LISTED_IN_LETTER,
  MAX_MAPPED,
  useHandoverTable,
  useSheetName,
} from './use-handover-table'
import { useSheetPaper } from './use-sheet-paper'

/** Low enough that the notes after it mostly fit on its page. */
const MAP_SIZE = { width: 900, height: 500, scale: 2 }

/** Whether a line of conditions is short enough for the dialog. */
const isShort = ({ length }: string) => length <= 120

/** Sheets ticked at first: those of the departments or counties in the filters, or all. */
function tickedAtFirst(
  sheets: readonly HandoverSheet[],
  { leads, counties }: Pick<Filters, 'leads' | 'counties'>,
): readonly HandoverSheet[] {
  const some = sheets.filter(({ name, county }) => (county === '' ? leads.includes(name) : counties.includes(county)))
  return some.length > 0 ? some : sheets
}

/** Makes hand-over sheets of the sources shown, one per ticked department or county: for Word, Excel or print. */
export function HandoverDialog({ onClose }: { onClose(): void }) {
  const { t, i18n } = useTranslation()
  const [group, setGroup] = useState<HandoverGroup>('leads')
  const [content, setContent] = useState<HandoverContent>('whole')
  const { running, problems, attempt } = useAttempt()
  const [progress, setProgress] = useState('')
  const [saved, setSaved] = useState('')
  const fileNameOf = useFileName()
  const conditions = useConditions()
  const { list } = useDataWords()
  const [printed, setPrinted] = useState(0)
  const [paper, setPaper] = useState<readonly OfficialPaper[]>([])
  const filters = useChentu((state) => state.view.filters)
  const dataset = useDataset()
  const all = useAnswer((worker) => worker.handoverSheets(group, OFFICE_LANGUAGE), group)
  // Ticks set by the user, by group and name.
  const [byHand, setByHand] = useState<Readonly<Record<string, boolean>>>({})
  const first = tickedAtFirst(all ?? [], filters)
  const isTicked = (sheet: HandoverSheet) => byHand[`${group} ${sheet.name}`] ?? first.includes(sheet)
  const sheets = all?.filter(isTicked) ?? null
  const draw = usePicture(false)
  const { tableOf, coverOf } = useHandoverTable()
  const paperOf = useSheetPaper({ isNumbered: true, isSigned: true })
  const coverPaperOf = useSheetPaper({ isNumbered: false, isSigned: false })
  const form = useWordTemplate('handover')
  const nameOf = useSheetName()

  /** A cover sheet if there are several sheets: who has to do what. */
  const cover = () => (sheets && sheets.length > 1 ? [coverOf(sheets, group)] : [])

  /** All papers: the cover and the sheets. */
  async function papers(): Promise<OfficialPaper[]> {
    const made: OfficialPaper[] = cover().map(coverPaperOf)
    for (const [i, sheet] of (sheets ?? []).entries()) {
      setProgress(t('handover.making', { number: i + 1, count: sheets!.length }))
      made.push(paperOf(tableOf(sheet, group, content, await pictureOf(sheet))))
    }
    setProgress('')
    return made
  }

  async function pictureOf(sheet: HandoverSheet): Promise<HandoverTable['picture']> {
    const { length } = sheet.sources
    if (!draw || content === 'letters' || length <= MAX_LISTED_IN_LETTER || length > MAX_MAPPED) return null
    const marks = sheet.sources.flatMap(({ position, kind, number, findings }): SourceMark[] =>
      position ? [{ at: position, kind, number, status: findings[0]!.status }] : [],
    )
    if (marks.length === 0) return null
    const blob = await draw(nameOf(sheet, group), { marks, about: marks.map(({ at }) => at) }, MAP_SIZE)
    return { bytes: new Uint8Array(await blob.arrayBuffer()), width: MAP_SIZE.width, height: MAP_SIZE.height }
  }

  const plainTables = () => (sheets ?? []).map((sheet) => tableOf(sheet, group, content, null))

  /** The file's name, with the addressee if there is only one, and the filters. */
  const savedName = (ending: string) => {
    const [one, ...others] = sheets ?? []
    const whose = one && others.length === 0 ? [nameOf(one, group)] : []
    const chosen = new Set([...whose, ...conditions.map(({ chosen: each, brief }) => brief ?? list(each))])
    return fileNameOf(narrowedName(t('handover.open'), '', [...chosen], ''), ending)
  }

  /** Word documents as each is sent: one per sheet, in the office's template if it has one; several in one archive. */
  async function saveDocuments() {
    const made: TitledDocument[] = []
    for (const { title, file } of form.name === null ? await ownDocuments() : await filledDocuments()) {
      if (!file) return
      made.push({ title, file })
    }
    const { file, ending } = await documentsFile(made)
    const name = savedName(ending)
    saveFile(file, name)
    setSaved(t('handover.saved', { name }))
  }

  const ownDocuments = async () =>
    Promise.all(
      (await papers()).map(async (each) => ({
        title: each.title,
        file: await datasetWorker().officialFile([each]),
      })),
    )

  const filledDocuments = () =>
    Promise.all(plainTables().map(async (table) => ({ title: table.title, file: await form.fill(sheetData(table)) })))

  async function saveWorkbook() {
    const name = savedName('xlsx')
    saveFile(await datasetWorker().handoverWorkbook([...cover(), ...plainTables()]), name)
    setSaved(t('handover.saved', { name }))
  }

  async function print() {
    setPaper(await papers())
    setPrinted(printed + 1)
  }
  const findings = distinctFindings(sheets ?? [])
  const onSheets = sheets?.reduce((sum, sheet) => sum + sheet.findings, 0) ?? 0
  const summary = t('handover.summary', { count: sheets?.length, findings })
  const tick = (on: boolean) =>
    setByHand({ ...byHand, ...Object.fromEntries((all ?? []).map(({ name }) => [`${group} ${name}`, on])) })
  const ready = !running && draw !== null && findings > 0
  const button = (label: string, work: () => Promise<void>) => (
    <Button
      disabled={!ready}
      onClick={() => {
        setSaved('')
        void attempt(work)
      }}
    >
      {label}
    </Button>
  )
  return (
    <>
      <Dialog
        title={t('handover.title')}
        closedBy="closerequest"
        onClose={onClose}
        actions={
          <>
            {button(t('handover.word'), saveDocuments)}
            {button(t('handover.excel'), saveWorkbook)}
            {button(t('handover.print'), print)}
          </>
        }
      >
        <Refused problems={problems} />
        <NoPageNumbers />
        <Select
          label={t('handover.by')}
          value={group}
          options={HANDOVER_GROUPS.map((each) => ({
            value: each,
            label: t(each === 'leads' ? 'handover.lead' : 'handover.county'),
          }))}
          onChange={setGroup}
        />
        <Select
          label={t('handover.content')}
          value={content}
          options={HANDOVER_CONTENTS.map((each) => ({ value: each, label: t(`handover.contents.${each}`) }))}
          onChange={setContent}
        />
        <p role="status">
          {(running && progress) || saved || (all?.length === 0 ? t('handover.none') : summary)}{' '}
          {!running && !saved && onSheets > findings && (
            <span className="quiet">{t('handover.joint', { count: onSheets })}</span>
          )}
        </p>
        {conditions.length > 0 && (
          <p className="quiet">
            {t('handover.only', { conditions: conditionsLine(t, conditions, i18n.language, isShort) })}
          </p>
        )}
        <p className={classes.ticks}>
          <Button weight="quiet" onClick={() => tick(true)}>
            {t('handover.tickAll')}
          </Button>
          <Button weight="quiet" onClick={() => tick(false)}>
            {t('handover.tickNone')}
          </Button>
        </p>
        {sheets?.[0] && (
          <WordTemplate
            name={form.name}
            faults={form.faults.map((fault) => wordFaultLine(t, fault))}
            fields={wordFieldNames(sheetData(tableOf(sheets[0], group, content, null)))}
            disabled={running}
            onChoose={(file) => void attempt(() => form.choose(file, sheetData(plainTables()[0]!)))}
            onDrop={() => void attempt(form.drop)}
          />
        )}
        <ul className={classes.sheets}>
          {all?.map((sheet) => (
            <li key={sheet.name}>
              <label>
                <input
                  type="checkbox"
                  checked={isTicked(sheet)}
                  onChange={({ target }) => setByHand({ ...byHand, [`${group} ${sheet.name}`]: target.checked })}
                />
                {nameOf(sheet, group)}
              </label>
              <small>
                {t('handover.counts', { whose: sheetCountsText(t, dataset, sheet), findings: sheet.findings })}
              </small>
            </li>
          ))}
        </ul>
      </Dialog>
      {paper.length > 0 && (
        <OfficialPrint key={printed} papers={paper.map(typeset)} annexWord={FIXED_WORDS.annexNote} />
      )}
    </>
  )
}
