import type { TFunction } from 'i18next'
import { localMinute } from '@/domain/calendar'
import { TERM_STEPS } from '@/domain/cases/settings'
import type { ExportTable, ExportValue } from '@/io/export/export'
import type { CaseView } from '@/store/cases/case-view'
import { clockText, effectText, findingText } from '@/store/words/case-words'

type Texts = TFunction<'texts'>

/** What the rows of a list of cases need beside the cases. */
interface ListFacts {
  /** The moment as of which the cases are shown, milliseconds since 1970. */
  readonly now: number
  /** What the file says of itself, line by line. */
  readonly about: readonly (readonly [string, string])[]
  nameOf(county: string): string
}

/** The cases of the board in its order, one row each, with what stands in their current turn; unknown cells are empty. */
export function caseListTable(t: Texts, cases: readonly CaseView[], { now, about, nameOf }: ListFacts): ExportTable {
  const headings = [
    ...[t('cases.form.title'), t('cases.form.sort'), t('cases.list.stage'), t('cases.list.turn')],
    ...[t('cases.county'), t('cases.department'), t('cases.observed'), t('cases.why')],
    ...[t('cases.list.team'), t('cases.form.finding'), t('cases.form.cause'), t('cases.form.effect')],
    ...TERM_STEPS.map((step) => t('cases.list.limit', { step: t(`cases.term.${step}`) })),
    ...[t('cases.late'), t('cases.form.note'), t('data.export.class')],
  ]
  return {
    title: t('cases.list.file'),
    headings,
    rows: cases.map((view) => rowOf(t, view, now, nameOf)),
    positions: cases.map(({ opened }) => opened?.position ?? null),
    place: [t('cases.list.lon'), t('cases.list.lat')],
    about: { title: t('about.title'), lines: about },
  }
}

function rowOf(t: Texts, view: CaseView, now: number, nameOf: (county: string) => string): ExportValue[] {
  const { title, opened, stage, record, clocks, isLate, wasLate } = view
  const { current, turn } = record.standing
  const last = (is: (body: (typeof current)[number]['event']['body']) => boolean) =>
    current.findLast(({ event }) => is(event.body))?.event.body
  const given = last(({ step }) => step === 'given')
  const reported = last(({ step }) => step === 'reported')
  const effect = last((body) => body.effect !== undefined)?.effect
  const late = [...(isLate ? [t('cases.late')] : []), ...(wasLate ? [t('cases.wasLate')] : [])]
  return [
    ...[title, opened?.sortName ?? null, t(`cases.stage.${stage}`), turn],
    ...[opened ? nameOf(opened.county) : null, opened?.lead.join(t('ui.comma')) ?? null],
    ...[opened ? localMinute(opened.observed) : null, opened?.reason ?? null],
    given ? given.team || t('cases.allTeams') : null,
    reported?.finding ? findingText(t, reported.finding) : null,
    reported?.cause?.name ?? null,
    effect ? effectText(t, effect) : null,
    ...TERM_STEPS.map((step) => {
      const clock = clocks.find((each) => each.step === step)
      return clock ? clockText(t, clock, now) : null
    }),
    // A withdrawn case, and one whose opening has not arrived, have no time limits.
    ...[late.join(t('ui.comma')) || (clocks.length > 0 ? t('cases.list.inTime') : null), opened?.note || null],
    opened?.illustrative ? t('dataClass.illustrative') : null,
  ]
}
