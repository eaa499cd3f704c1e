import { useTranslation } from 'react-i18next'
import { inLanguage } from '@/domain/bilingual'
import { officialText } from '@/domain/bulletin/official'
import { countyName } from '@/domain/sources/county'
import type { HandoverTable } from '@/io/papers/handover-table'
import { sourceLines } from '@/map/picture/source-lines'
import type { HandoverGroup, HandoverSheet } from '@/questions/handover'
import { useDataset, useOpened } from '@/store/chentu'
import { useDataWords } from '@/store/words/data-words'
import { lateText, seenDay } from '@/store/words/finding-dates'
import { columnLabel } from '@/store/words/kinds'
import { OFFICE_LANGUAGE, useOfficeTexts } from '@/store/words/office'

/** Beyond so many numbers a map of a page's width can't be read. */
export const MOST_NUMBERS = 150

/** The name of a sheet in words, in the language of the screen: some findings have nobody who is named for them. */
export function useSheetName() {
  const { t } = useTranslation()
  const { language } = useTranslation().i18n
  const { glossed } = useDataWords()
  const dataset = useDataset()
  return ({ name, county }: HandoverSheet, group: HandoverGroup) => {
    if (name === '') return t(group === 'leads' ? 'handover.noLead' : 'filters.noCounty')
    return county === '' ? glossed(name) : countyName(dataset, county, language)
  }
}

/** Puts a hand-over sheet into words, as the table that is printed or written: a 督办单 is a form of the office, in its language. */
export function useHandoverTable() {
  const t = useOfficeTexts()
  const { dataset, evaluation } = useOpened()
  const nameOf = ({ name }: HandoverSheet, group: HandoverGroup) =>
    name || t(group === 'leads' ? 'handover.noLead' : 'filters.noCounty')
  return (sheet: HandoverSheet, group: HandoverGroup, picture: HandoverTable['picture']): HandoverTable => ({
    name: nameOf(sheet, group),
    title: t('handover.heading', { title: nameOf(sheet, group) }),
    subtitle: t('handover.city', { city: inLanguage(dataset.settings.city, OFFICE_LANGUAGE), day: evaluation.asOf }),
    // Whom it goes to is then written by hand.
    to: t('handover.to', { name: sheet.name || '________________' }),
    intro: t('handover.intro', { sources: sheet.sources.length, findings: sheet.findings }),
    headings: [
      t('handover.number'),
      t('handover.name'),
      columnLabel(dataset.kinds, OFFICE_LANGUAGE, 'county'),
      t('handover.problem'),
      t('handover.seen'),
      t('handover.due'),
      t('handover.deadline'),
      t('handover.reply'),
    ],
    widths: [6, 20, 8.5, 19.5, 12.5, 12.5, 13, 8],
    // A row for each finding: its dates stand beside it, however long the words are, and a spreadsheet can sort them.
    rows: sheet.sources.flatMap(({ number, name, code, countyName, operator, findings }) =>
      findings.map((finding) => [
        String(number),
        [name, code, operator].filter(Boolean).join('\n'),
        countyName,
        `${t('plan.clause', { number: finding.clause })} ${finding.title}`,
        seenDay(finding) ?? '—',
        finding.due ?? '—',
        officialText(lateText(t, finding)),
        '',
      ]),
    ),
    picture,
    blanks: [t('handover.contact'), t('handover.replyBy'), t('handover.sign')],
    notes: [
      ...(sheet.sources.length > MOST_NUMBERS ? [t('handover.mapMost', { count: MOST_NUMBERS })] : []),
      ...sourceLines(
        t,
        (text) => text,
        dataset.provenance.filter(({ path }) => sheet.files.includes(path)),
      ),
    ],
  })
}
