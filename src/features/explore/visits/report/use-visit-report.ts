import { inLanguage } from '@/domain/bilingual'
import { localMinute } from '@/domain/calendar'
import type { HandoverTable, RowPhotos } from '@/io/papers/handover-table'
import { targetKey } from '@/ledger/fold'
import { onSpot } from '@/ledger/on-spot'
import { type Visit, visitWords } from '@/ledger/visit'
import { sourceLines } from '@/map/picture/source-lines'
import { useOpened } from '@/store/chentu'
import { useLedger } from '@/store/ledger'
import { signatureLine } from '@/store/words/check-text'
import { companionsOf, companionWords, correctedLine, outcomeOfVisit } from '@/store/words/inspection-line'
import { OFFICE_LANGUAGE, useOfficeTexts } from '@/store/words/office'
import { coverageRows, coverageTable, type Places, teamOf } from './coverage-table'
import { deadlineCell, isToldOfItem, placeLines, resultLines, shortcomingLines } from './report-cells'
import { foundTable, returnedTable } from './report-tables'
import type { Reported } from './reported'
import { roundIntro, roundTable } from './round-table'

/** What stands in a report beside what was recorded. */
export interface Shown {
  readonly places: Places
  readonly picture: HandoverTable['picture']
  readonly photos: readonly RowPhotos[]
}

export const NOTHING_SHOWN: Shown = { places: new Map(), picture: null, photos: [] }

/** The visits of a day or a week as a paper of the office, in its language: one row each, then who covered what, and what was found. */
export function useVisitReport() {
  const t = useOfficeTexts()
  const { dataset } = useOpened()
  const state = useLedger((all) => all.state)
  const signed = ({ target, records }: Visit): readonly string[] => {
    const signature = state.get(targetKey(target))?.signatures.get(records.at(-1)!.id)
    return signature ? [signatureLine(t, signature)] : []
  }
  return (reported: Reported, { places, picture, photos }: Shown): HandoverTable => {
    const { days, visits, waiting, returned, found, foundWaiting, foundReturned, withdrawn, rounds } = reported
    const isDay = days.from === days.to
    const went = returned.map(({ visit }) => visit)
    const rows = coverageRows(dataset, [...visits, ...went], places, (visit) => went.includes(visit))
    const coverage = coverageTable(t, dataset, rows, OFFICE_LANGUAGE)
    return {
      name: t(isDay ? 'visits.report' : 'patrol.weekReport'),
      title: isDay
        ? t('visits.reportTitle', { day: days.from })
        : t('patrol.weekTitle', { from: days.from, to: days.to }),
      subtitle: inLanguage(dataset.settings.city, OFFICE_LANGUAGE),
      to: t('visits.teams', { names: [...new Set([...visits, ...went].flatMap(teamOf))].join(t('ui.comma')) }),
      intro: [
        t(isDay ? 'visits.reportIntro' : 'patrol.weekIntro', {
          count: visits.length,
          failing: visits.filter((visit) => outcomeOfVisit(dataset, visit) === 'no').length,
        }),
        waiting > 0 ? t('patrol.waitingCount', { count: waiting }) : '',
        returned.length > 0 ? t('patrol.returnedCount', { count: returned.length }) : '',
        found.length > 0 ? t('patrol.foundCount', { count: found.length }) : '',
        foundWaiting > 0 ? t('patrol.foundWaiting', { count: foundWaiting }) : '',
        foundReturned.length > 0 ? t('patrol.foundReturned', { count: foundReturned.length }) : '',
        rounds.length > 0 ? roundIntro(t, rounds) : '',
        withdrawn > 0 ? t(isDay ? 'visits.withdrawnCount' : 'patrol.withdrawnCount', { count: withdrawn }) : '',
      ].join(''),
      headings: ['number', 'time', 'who', 'source', 'answers', 'note', 'by', 'photos'].map((each) =>
        each === 'number' ? t('handover.number') : t(`visits.column.${each as 'time'}`),
      ),
      // What was found takes most words.
      widths: [6, 8, 10, 18, 18, 26, 9, 5],
      rows: visits.map((visit, i) => {
        const { target, photos: all, voices, day } = visit
        const { note, told } = visitWords(visit)
        const shortcomings = shortcomingLines(t, dataset, visit)
        // Who was told stands with the item where it was said of one.
        const isTold = told !== '' && !isToldOfItem(visit)
        const { at, corrections } = onSpot(visit)
        const time = localMinute(at).slice(11)
        return [
          String(i + 1),
          isDay ? time : `${day}\n${time}`,
          teamOf(visit).join(t('ui.comma')) + companionWords(t, companionsOf(visit)),
          [target.name, target.code, ...placeLines(t, dataset, visit, places)].join('\n'),
          resultLines(t, dataset, visit).join('\n'),
          [
            ...shortcomings,
            note,
            isTold ? t('visits.told', { who: told }) : '',
            voices.length > 0 ? t('voice.count', { count: voices.length }) : '',
            ...signed(visit),
            ...corrections.map((each) => correctedLine(t, each)),
          ]
            .filter(Boolean)
            .join('\n'),
          deadlineCell(t, visit),
          String(all.length),
        ]
      }),
      picture,
      more: [
        returnedTable(t, dataset, returned, foundReturned, places),
        roundTable(t, rounds),
        { ...coverage, field: 'coverage' },
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
