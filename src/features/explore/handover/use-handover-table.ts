import { useTranslation } from 'react-i18next'
import { inLanguage } from '@/domain/bilingual'
import type { HandoverTable } from '@/io/papers/handover-table'
import type { HandoverGroup, HandoverSheet } from '@/questions/handover'
import { useOpened } from '@/store/chentu'
import { useDataWords } from '@/store/words/data-words'
import { lateText, seenDay } from '@/store/words/finding-dates'
import { useKindTexts } from '@/store/words/kinds'
import { sourceLines } from './source-lines'

/** Beyond so many numbers a map of a page's width can't be read. */
export const MOST_NUMBERS = 150

/** The name of a sheet in words: some findings have nobody who is named for them. */
export function useSheetName() {
  const { t } = useTranslation()
  const { glossed } = useDataWords()
  return ({ name }: HandoverSheet, group: HandoverGroup) =>
    name ? glossed(name) : t(group === 'leads' ? 'handover.noLead' : 'filters.noCounty')
}

/** Puts a hand-over sheet into words, as the table that is printed or written. */
export function useHandoverTable() {
  const { t, i18n } = useTranslation()
  const kindTexts = useKindTexts()
  const { word } = useDataWords()
  const { dataset, evaluation } = useOpened()
  const nameOf = useSheetName()
  return (sheet: HandoverSheet, group: HandoverGroup, picture: HandoverTable['picture']): HandoverTable => ({
    name: sheet.name || nameOf(sheet, group),
    title: t('handover.heading', { title: nameOf(sheet, group) }),
    subtitle: t('handover.city', { city: inLanguage(dataset.settings.city, i18n.language), day: evaluation.asOf }),
    // Whom it goes to is then written by hand.
    to: t('handover.to', { name: sheet.name ? nameOf(sheet, group) : '________________' }),
    intro: t('handover.intro', { sources: sheet.sources.length, findings: sheet.findings }),
    headings: [
      t('handover.number'),
      t('handover.name'),
      kindTexts.column('county'),
      t('handover.problem'),
      t('handover.seen'),
      t('handover.due'),
      t('handover.deadline'),
      t('handover.reply'),
    ],
    widths: [5, 19, 8, 24, 13, 13, 10, 8],
    // A row for each finding: its dates stand beside it, however long the words are, and a spreadsheet can sort them.
    rows: sheet.sources.flatMap(({ number, name, code, countyName, operator, findings }) =>
      findings.map((finding) => [
        String(number),
        [name, code, operator].filter(Boolean).join('\n'),
        countyName,
        `${t('plan.clause', { number: finding.clause })} ${finding.title}`,
        seenDay(finding) ?? '—',
        finding.due ?? '—',
        lateText(t, finding),
        '',
      ]),
    ),
    picture,
    blanks: [t('handover.contact'), t('handover.sign')],
    notes: [
      ...(sheet.sources.length > MOST_NUMBERS ? [t('handover.mapMost', { count: MOST_NUMBERS })] : []),
      ...sourceLines(
        t,
        word,
        dataset.provenance.filter(({ path }) => sheet.files.includes(path)),
      ),
    ],
  })
}
