import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { inLanguage } from '@/domain/bilingual'
import type { HandoverTable } from '@/io/papers/handover-table'
import { HANDOVER_GROUPS, type HandoverGroup, type HandoverSheet } from '@/questions/handover'
import { useAnswer } from '@/store/answers/use-answer'
import { useOpened } from '@/store/chentu'
import { useKindTexts } from '@/store/kinds'
import { saveFile } from '@/ui/save-file'
import { datasetWorker } from '@/workers/client'
import dialogClasses from './ExportDialog.module.css'
import classes from './HandoverDialog.module.css'
import { HandoverPaper } from './HandoverPaper'
import { useSourceLines } from './source-lines'
import { type SourceMark, usePicture } from './use-picture'

const MAP_SIZE = { width: 900, height: 560, scale: 2, whole: false }
/** Beyond so many numbers a map of a page's width can't be read. */
const MOST_NUMBERS = 150

/** Puts a sheet into words. */
function useHandoverTable() {
  const { t, i18n } = useTranslation()
  const kindTexts = useKindTexts()
  const { dataset, judgement } = useOpened()
  const notes = useSourceLines()
  return (sheet: HandoverSheet, picture: HandoverTable['picture']): HandoverTable => ({
    name: sheet.name,
    title: t('handover.heading', { title: sheet.name }),
    subtitle: t('handover.city', { city: inLanguage(dataset.settings.city, i18n.language), day: judgement.asOf }),
    to: t('handover.to', { name: sheet.name }),
    intro: t('handover.intro', { sources: sheet.sources.length, findings: sheet.findings }),
    headings: [
      t('handover.number'),
      t('handover.name'),
      kindTexts.column('county'),
      t('handover.problem'),
      t('handover.since'),
      t('handover.deadline'),
      t('handover.reply'),
    ],
    widths: [6, 21, 10, 27, 14, 12, 10],
    rows: sheet.sources.map(({ number, name, code, countyName, findings }) => [
      String(number),
      `${name}\n${code}`,
      countyName,
      findings.map(({ clause, title }) => `${t('plan.clause', { number: clause })} ${title}`).join('\n'),
      findings.map(({ since }) => since ?? '—').join('\n'),
      findings
        .map(({ status, days }) => (days > 0 ? t('findings.overdueDays', { days }) : t(`status.${status}`)))
        .join('\n'),
      '',
    ]),
    picture,
    blanks: [t('handover.contact'), t('handover.sign')],
    notes: sheet.sources.length > MOST_NUMBERS ? [t('handover.mapMost', { count: MOST_NUMBERS }), ...notes] : notes,
  })
}

/** Makes hand-over sheets of the shown sources, one for each department or county: for Word, Excel, or paper. */
export function HandoverDialog({ onClose }: { onClose(): void }) {
  const { t, i18n } = useTranslation()
  const dialog = useRef<HTMLDialogElement>(null)
  const [group, setGroup] = useState<HandoverGroup>('leads')
  const [busy, setBusy] = useState('')
  const [printed, setPrinted] = useState(0)
  const [paper, setPaper] = useState<readonly HandoverTable[]>([])
  const sheets = useAnswer((worker) => worker.handover(group, i18n.language), group)
  const draw = usePicture()
  const tableOf = useHandoverTable()
  useEffect(() => dialog.current?.showModal(), [])

  async function tables(): Promise<HandoverTable[]> {
    const made: HandoverTable[] = []
    for (const [i, sheet] of (sheets ?? []).entries()) {
      setBusy(t('handover.making', { number: i + 1, count: sheets!.length }))
      made.push(tableOf(sheet, await pictureOf(sheet)))
    }
    return made
  }

  async function pictureOf(sheet: HandoverSheet): Promise<HandoverTable['picture']> {
    const marks = sheet.sources
      .slice(0, MOST_NUMBERS)
      .flatMap(({ position, kind, number, findings }): SourceMark[] =>
        position ? [{ at: position, kind, number, status: findings[0]!.status }] : [],
      )
    if (!draw || marks.length === 0) return null
    const blob = await draw(sheet.name, marks, MAP_SIZE)
    return { bytes: new Uint8Array(await blob.arrayBuffer()), width: MAP_SIZE.width, height: MAP_SIZE.height }
  }

  async function save(format: 'docx' | 'xlsx') {
    const words = [t('handover.pageBefore'), t('handover.pageAfter')] as const
    try {
      const made = format === 'docx' ? await tables() : (sheets ?? []).map((sheet) => tableOf(sheet, null))
      saveFile(await datasetWorker().handoverFile(made, format, words), `${t('handover.open')}.${format}`)
    } finally {
      setBusy('')
    }
  }

  async function print() {
    try {
      setPaper(await tables())
      setPrinted(printed + 1)
    } finally {
      setBusy('')
    }
  }
  const findings = sheets?.reduce((sum, sheet) => sum + sheet.findings, 0) ?? 0
  const idle = busy === '' && draw !== null && findings > 0
  return (
    <>
      <dialog
        ref={dialog}
        className={`dialog ${dialogClasses.dialog}`}
        aria-label={t('handover.title')}
        onClose={onClose}
      >
        <h2>{t('handover.title')}</h2>
        <label>
          <span>{t('handover.by')}</span>
          <select value={group} onChange={(event) => setGroup(event.target.value as HandoverGroup)}>
            {HANDOVER_GROUPS.map((each) => (
              <option key={each} value={each}>
                {t(each === 'leads' ? 'handover.lead' : 'handover.county')}
              </option>
            ))}
          </select>
        </label>
        <p role="status">
          {busy || (findings === 0 ? t('handover.none') : t('handover.summary', { count: sheets?.length, findings }))}
        </p>
        <ul className={classes.sheets}>
          {sheets?.map(({ name, sources, findings: count }) => (
            <li key={name}>
              <span>{name}</span>
              <small>{t('handover.counts', { sources: sources.length, findings: count })}</small>
            </li>
          ))}
        </ul>
        <div className="buttons">
          <button type="button" className="action" disabled={!idle} onClick={() => void save('docx')}>
            {t('handover.word')}
          </button>
          <button type="button" className="action" disabled={!idle} onClick={() => void save('xlsx')}>
            {t('handover.excel')}
          </button>
          <button type="button" className="action" disabled={!idle} onClick={() => void print()}>
            {t('handover.print')}
          </button>
          <button type="button" className="action" onClick={() => dialog.current?.close()}>
            {t('app.close')}
          </button>
        </div>
      </dialog>
      {paper.length > 0 && <HandoverPaper key={printed} tables={paper} />}
    </>
  )
}
