import { useTranslation } from 'react-i18next'
import { inLanguage } from '@/domain/bilingual'
import { officialText, withOfficialDays } from '@/domain/bulletin/official'
import { countyName } from '@/domain/sources/county'
import type { HandoverTable } from '@/io/papers/handover-table'
import { sourceLines } from '@/map/picture/source-lines'
import type { HandoverFinding, HandoverGroup, HandoverSheet } from '@/questions/exports/handover'
import { useDataset, useOpened } from '@/store/chentu'
import { codeText } from '@/store/words/code-text'
import { conditionsLine, useConditions } from '@/store/words/conditions'
import { useDataWords } from '@/store/words/data-words'
import { dateTexts, lateText, seenDay } from '@/store/words/finding-dates'
import { columnLabel } from '@/store/words/kinds'
import { evidenceLines } from '@/store/words/measured'
import { OFFICE_LANGUAGE, useOfficeTexts } from '@/store/words/office'
import { planBasis } from '@/store/words/plan-basis'
import {
  clausesTable,
  coverTable,
  endedNote,
  endedOnSiteNote,
  endedOnSiteText,
  endedText,
  notesOn,
  placeText,
  sheetCountsText,
  subjectOf,
} from './handover-summary'

/** With more sources than this, a map of page width is unreadable, and none is made. */
export const MAX_MAPPED = 60
/** Up to this many sources are listed in the letter itself; more go into an annex. */
export const MAX_LISTED_IN_LETTER = 5

/** Characters of conditions that a letter has room for on its one page. */
const MAX_CONDITIONS = 160

/** What is printed: letters with their lists, or letters alone, one page each. */
export const HANDOVER_CONTENTS = ['whole', 'letters'] as const
export type HandoverContent = (typeof HANDOVER_CONTENTS)[number]

/** Name of a sheet in the screen's language; findings without a department or county have one too. */
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

/**
 * Makes the table of a hand-over sheet, for print and files. A 督办单 is an office document, so it is in the office's
 * language.
 */
export function useHandoverTable() {
  const t = useOfficeTexts()
  const { dataset, evaluation } = useOpened()
  const nameOf = ({ name }: HandoverSheet, group: HandoverGroup) =>
    name || t(group === 'leads' ? 'handover.noLead' : 'filters.noCounty')
  const conditions = useConditions(OFFICE_LANGUAGE)
  /** What a sheet, or the cover, was narrowed to; '' if to nothing. */
  const onlyOf = (key: 'only' | 'coverOnly') =>
    conditions.length === 0
      ? ''
      : t(`handover.${key}`, {
          conditions: conditionsLine(t, conditions, OFFICE_LANGUAGE, ({ length }) => length <= MAX_CONDITIONS),
        })
  const county = columnLabel(dataset.kinds, OFFICE_LANGUAGE, 'county')
  const subtitle = t('handover.city', {
    city: inLanguage(dataset.settings.city, OFFICE_LANGUAGE),
    day: evaluation.asOf,
  })
  const notesOf = (files: readonly string[]) => [
    ...planBasis(t, dataset, evaluation.asOf, OFFICE_LANGUAGE),
    ...sourceLines(
      t,
      (text) => text,
      dataset.provenance.filter(({ path }) => files.includes(path)),
    ),
  ]
  const problemOf = (finding: HandoverFinding) =>
    `${t('plan.clause', { number: finding.clause })} ${finding.title}${notesOn(t, finding)}`
  const evidenceOf = (finding: HandoverFinding) =>
    evidenceLines(t, finding.measured, dataset.monitoring, OFFICE_LANGUAGE).map(officialText)
  /** Since when it fails, its deadline and how late it is. */
  const datesOf = (finding: HandoverFinding) =>
    officialText(withOfficialDays([...dateTexts(t, finding, dataset), lateText(t, finding)].join(t('handover.stop'))))
  const tableOf = (
    sheet: HandoverSheet,
    group: HandoverGroup,
    content: HandoverContent,
    picture: HandoverTable['picture'],
  ): HandoverTable => {
    const counts = { whose: sheetCountsText(t, dataset, sheet), findings: sheet.findings }
    const isLetter = sheet.sources.length > MAX_LISTED_IN_LETTER || content === 'letters'
    const annex = content === 'letters' ? '' : t('handover.annex')
    return {
      name: nameOf(sheet, group),
      title: t('handover.heading', { title: nameOf(sheet, group), subject: subjectOf(t, dataset, [sheet]) }),
      subtitle,
      // Without a name the addressee is filled in by hand.
      to: t('handover.to', { name: sheet.name || '________________' }),
      intro: t('handover.intro', counts),
      only: onlyOf('only'),
      headings: [
        t('handover.number'),
        t('handover.name'),
        county,
        t('handover.problem'),
        t('handover.seen'),
        t('handover.due'),
        t('handover.deadline'),
        t('handover.reply'),
      ],
      // 整改情况 is filled in by hand, so it has room for about 20 written characters.
      widths: [6, 17, 7.5, 20, 10.5, 10.5, 10.5, 18],
      // One row per finding: its dates stand beside it however long the text is, and a spreadsheet can sort them.
      rows: sheet.sources.flatMap(
        ({ number, name, code, countyName, operator, contact, ended, endedOnSite, findings }) =>
          findings.map((finding) => [
            String(number),
            [name, codeText(t, code), endedText(t, ended), endedOnSiteText(t, endedOnSite), operator, ...contact]
              .filter(Boolean)
              .join('\n'),
            countyName,
            [problemOf(finding), ...evidenceOf(finding)].join('\n'),
            seenDay(finding) ?? '—',
            finding.due ?? '—',
            officialText(lateText(t, finding)),
            '',
          ]),
      ),
      // On paper there is one row per source, with the dates of its findings in their text.
      onPaper: {
        headings: [
          t('handover.number'),
          t('handover.source'),
          t('handover.operator'),
          t('handover.problemDue'),
          t('handover.reply'),
        ],
        // On the portrait page too; a mobile number and each line of a position still fit.
        widths: [6, 23, 16, 32, 23],
        rows: sheet.sources.map(
          ({ number, name, code, countyName, operator, contact, position, ended, endedOnSite, findings }) => [
            String(number),
            [
              name,
              [group === 'counties' ? '' : countyName, codeText(t, code)].filter(Boolean).join(' '),
              endedText(t, ended),
              endedOnSiteText(t, endedOnSite),
              isLetter || !position ? '' : placeText(t, position),
            ]
              .filter(Boolean)
              .join('\n'),
            [operator || '—', ...contact].join('\n'),
            findings
              .flatMap((finding) => [
                problemOf(finding),
                ...evidenceOf(finding).map((line) => officialText(withOfficialDays(line))),
                datesOf(finding),
              ])
              .join('\n'),
            '',
          ],
        ),
        isSmall: true,
      },
      ...(isLetter
        ? {
            letter: {
              intro: t(annex === '' ? 'handover.letterAlone' : 'handover.letter', { ...counts, day: evaluation.asOf }),
              summary: clausesTable(t, dataset, sheet),
              annex,
            },
          }
        : {}),
      picture,
      blanks: [t('handover.contact'), t('handover.replyBy'), t('handover.sign')],
      notes: [
        ...[endedNote(t, sheet.sources), endedOnSiteNote(t, sheet.sources)].filter(Boolean),
        ...(annex !== '' && sheet.sources.length > MAX_MAPPED ? [t('handover.noMap', { count: MAX_MAPPED })] : []),
        ...notesOf(sheet.files),
      ],
    }
  }
  /** Cover of several sheets. */
  const coverOf = (sheets: readonly HandoverSheet[], group: HandoverGroup): HandoverTable =>
    coverTable(
      t,
      dataset,
      sheets,
      sheets.map((sheet) => nameOf(sheet, group)),
      { subtitle, only: onlyOf('coverOnly'), notes: notesOf(sheets.flatMap(({ files }) => files)) },
    )
  return { tableOf, coverOf }
}
