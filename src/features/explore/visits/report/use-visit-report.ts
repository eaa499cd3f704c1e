import { inLanguage } from '@/domain/bilingual'
import { shortDays } from '@/domain/bulletin/official'
import { localMinute } from '@/domain/calendar'
import type { HandoverTable, ReportPhotos } from '@/io/papers/handover-table'
import { targetKey } from '@/ledger/shared-code'
import { type Visit, visitWords } from '@/ledger/visit'
import { visitCircumstances } from '@/ledger/visit-circumstances'
import { sourceLines } from '@/map/picture/source-lines'
import { useOpened } from '@/store/chentu'
import { useLedger } from '@/store/ledger'
import { signatureLines } from '@/store/words/check-text'
import { codeText } from '@/store/words/code-text'
import { contradictionLinesOf } from '@/store/words/contradiction'
import { companionsOf, companionWords, correctedLine, outcomeOfVisit } from '@/store/words/inspection-line'
import { OFFICE_LANGUAGE, useOfficeTexts } from '@/store/words/office'
import { reasonLines } from '@/store/words/visit-flags'
import { caseIntro, caseTable } from './case-table'
import { coverageRows, coverageTable, type Places, teamOf } from './coverage-table'
import type { PeriodRecords } from './period-records'
import { deadlineCell, isToldOfItem, placeLines, resultLines, shortcomingLines } from './report-cells'
import { foundTable, returnedTable } from './report-tables'
import { roundIntro, roundTable } from './round-table'

/** Places, map and photos of a report, which are loaded in addition to its records. */
export interface Shown {
  readonly places: Places
  readonly picture: HandoverTable['picture']
  readonly photos: readonly ReportPhotos[]
}

export const NOTHING_SHOWN: Shown = { places: new Map(), picture: null, photos: [] }

/**
 * Builds the report of a day or a week as a paper in the office's language: one row per visit, then coverage by team,
 * and found sources.
 */
export function useVisitReport() {
  const t = useOfficeTexts()
  const { dataset } = useOpened()
  const { state, reviews } = useLedger()
  /** The parts of a visit's row. */
  const rowOf = (visit: Visit, i: number, places: Places) => {
    const { target, photos, voices, day } = visit
    const { note, told } = visitWords(visit)
    // If an item records who was told, the row does not repeat it.
    const isTold = told !== '' && !isToldOfItem(visit)
    const spot = visitCircumstances(visit)
    const { at, corrections } = spot
    const lines = (texts: readonly string[]) => texts.filter(Boolean).join('\n')
    return {
      number: String(i + 1),
      day,
      time: localMinute(at).slice(11),
      who: teamOf(visit).join(t('ui.comma')) + companionWords(t, companionsOf(visit)),
      source: lines([target.name, codeText(t, target.code), ...placeLines(t, dataset, visit, places)]),
      answers: lines(resultLines(t, dataset, visit)),
      note: lines([
        ...contradictionLinesOf(t, dataset, state.get(targetKey(target)), visit, reviews, OFFICE_LANGUAGE),
        ...shortcomingLines(t, dataset, visit),
        note,
        isTold ? t('visits.told', { who: told }) : '',
        voices.length > 0 ? t('voice.count', { count: voices.length }) : '',
        ...reasonLines(t, spot),
        ...signatureLines(t, state.get(targetKey(target)), visit),
        ...corrections.map((each) => correctedLine(t, each)),
      ]),
      by: deadlineCell(t, visit),
      photos: photos.length,
    }
  }
  return (reported: PeriodRecords, { places, picture, photos }: Shown): HandoverTable => {
    const { days, visits, waiting, returned, found, foundWaiting, foundReturned, withdrawn, rounds, cases } = reported
    const isDay = days.from === days.to
    const went = returned.map(({ visit }) => visit)
    const coverage = coverageRows(dataset, [...visits, ...went], places, (visit) => went.includes(visit))
    const teams = [...new Set([...visits, ...went].flatMap(teamOf))]
    const failing = visits.filter((visit) => outcomeOfVisit(dataset, visit) === 'no').length
    const rows = visits.map((visit, i) => rowOf(visit, i, places))
    const heading = (column: 'time' | 'timeWho' | 'who' | 'source' | 'answers' | 'result' | 'note' | 'by' | 'photos') =>
      t(`visits.column.${column}`)
    return {
      name: t(isDay ? 'visits.report' : 'patrol.weekReport'),
      title: isDay
        ? t('visits.reportTitle', { day: days.from })
        : t('patrol.weekTitle', { from: days.from, to: days.to }),
      subtitle: inLanguage(dataset.settings.city, OFFICE_LANGUAGE),
      to: teams.length > 0 ? t('visits.teams', { names: teams.join(t('ui.comma')) }) : '',
      intro: [
        visits.length === 0
          ? t(isDay ? 'visits.reportNone' : 'patrol.weekNone')
          : t(isDay ? 'visits.reportIntro' : 'patrol.weekIntro', { count: visits.length, failing }),
        waiting > 0 ? t('patrol.waitingCount', { count: waiting }) : '',
        returned.length > 0 ? t('patrol.returnedCount', { count: returned.length }) : '',
        found.length > 0 ? t('patrol.foundCount', { count: found.length }) : '',
        foundWaiting > 0 ? t('patrol.foundWaiting', { count: foundWaiting }) : '',
        foundReturned.length > 0 ? t('patrol.foundReturned', { count: foundReturned.length }) : '',
        rounds.length > 0 ? roundIntro(t, rounds) : '',
        cases.length > 0 ? caseIntro(t, cases) : '',
        withdrawn > 0 ? t(isDay ? 'visits.withdrawnCount' : 'patrol.withdrawnCount', { count: withdrawn }) : '',
      ].join(''),
      headings: [
        t('handover.number'),
        ...(['time', 'who', 'source', 'answers', 'note', 'by', 'photos'] as const).map(heading),
      ],
      // The results are the longest text.
      widths: [6, 8, 10, 20, 22, 34, 12, 6],
      rows: rows.map(({ number, day, time, who, source, answers, note, by, photos: count }) => [
        number,
        isDay ? time : `${day}\n${time}`,
        who,
        source,
        answers,
        note,
        by,
        String(count),
      ]),
      onPaper: {
        headings: [t('handover.number'), ...(['timeWho', 'source', 'result', 'by'] as const).map(heading)],
        widths: [6, 14, 25, 41, 14],
        rows: rows.map(({ number, day, time, who, source, answers, note, by, photos: count }) => [
          number,
          [...(isDay ? [] : [day]), time, who].join('\n'),
          source,
          [answers, note, count > 0 ? t('check.photos', { count }) : ''].filter(Boolean).join('\n'),
          shortDays(by, days.from),
        ]),
        isSmall: true,
      },
      picture,
      more: [
        returnedTable(t, dataset, returned, foundReturned, places),
        roundTable(t, rounds),
        caseTable(t, cases),
        { ...coverageTable(t, dataset, coverage, OFFICE_LANGUAGE), field: 'coverage' },
        foundTable(t, dataset, found),
      ],
      photos,
      blanks: [t('handover.sign')],
      notes: sourceLines(
        t,
        (text) => text,
        dataset.provenance.filter(({ role }) => [...visits, ...went].some(({ target }) => target.kind === role)),
      ),
    }
  }
}
