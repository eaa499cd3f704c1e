import { inLanguage } from '@/domain/bilingual'
import { localMinute } from '@/domain/calendar'
import { joinList } from '@/domain/glossary'
import { localTime } from '@/domain/monitoring/minute-of'
import { countyName } from '@/domain/sources/county'
import type { Warning } from '@/domain/warnings/warning'
import {
  endedNote,
  endedOnSiteNote,
  endedOnSiteText,
  endedText,
  endedTexts,
} from '@/features/explore/handover/handover-summary'
import type { HandoverTable } from '@/io/papers/handover-table'
import { CALL_ANSWERS } from '@/ledger/event'
import type { Duty } from '@/questions/warnings/duty'
import type { CalledSource } from '@/questions/warnings/warning-duties'
import { useDataset } from '@/store/chentu'
import { today } from '@/store/device/today'
import { isMadeUp } from '@/store/warnings/warning-notes'
import { callLine, onSiteLine } from '@/store/words/call-line'
import { OFFICE_LANGUAGE, useOfficeTexts } from '@/store/words/office'
import { liftedOn } from './lifted-on'
import type { Called } from './use-called'

/** The sources of one call sheet. */
interface SheetGroup {
  readonly name: string
  readonly sources: readonly CalledSource[]
  /** Whether they are of several counties, so that each row says of which. */
  readonly isOfCounties?: boolean
  /** The filter in words, if the sheet is filtered. */
  readonly scope?: string
}

/** Makes a group's call sheet in the office's form: whom to call for what, and the answers so far. */
export function useCallTable(
  warning: Warning,
  { standingOf, asOf }: Pick<Called, 'standingOf' | 'asOf'>,
): (group: SheetGroup) => HandoverTable {
  const t = useOfficeTexts()
  const dataset = useDataset()
  const { settings, warningMeasures, provenance } = dataset
  const countyOf = (code: string) => (code === '' ? t('filters.noCounty') : countyName(dataset, code, OFFICE_LANGUAGE))
  const areas = warning.counties.map(countyOf)
  const zh = (text: { zh: string; en: string }) => inLanguage(text, OFFICE_LANGUAGE)
  const measureOf = (number: number) => warningMeasures[number]!
  const measuresOf = ({ role, asked, unclear }: Duty) => [
    ...asked.map((number) =>
      role === 'voluntary' || role === 'finished'
        ? `${zh(measureOf(number).what)}（${t(`warning.${role}Mark`)}）`
        : zh(measureOf(number).what),
    ),
    ...unclear.map((number) => `${zh(measureOf(number).what)}（${t('warning.unclearMark')}）`),
  ]
  const contactText = ({ contact, phone, contactOf }: CalledSource) =>
    [contact, phone, contactOf && t('warning.contactOf', { part: contactOf })].filter(Boolean).join('\n') ||
    t('warning.paper.noContact')
  const answerOf = (source: CalledSource) => {
    const { calls, onSite } = standingOf(source)
    const last = calls.at(-1)
    return [
      ...(last ? [callLine(t, last, warning.name)] : []),
      ...onSite.map((found) => onSiteLine(t, warningMeasures, found, OFFICE_LANGUAGE)),
    ].join('\n')
  }
  return ({ name, sources, isOfCounties = false, scope }) => {
    // When the sheet is made, not when the panel was drawn: it may have been lifted since.
    const lifted = liftedOn(warning, asOf, Date.now())
    const asked = new Set(sources.flatMap((source) => [...source.asked, ...source.unclear]))
    const unclear = sources.filter(({ role }) => role === 'unclear').length
    const voluntary = sources.filter(({ role }) => role === 'voluntary').length
    /** Work over by the list, and nobody called or checked: such a row does not count among those that must respond. */
    const isFinished = (source: CalledSource) =>
      source.role === 'finished' && answerOf(source) === '' && !standingOf(source).failed
    const finished = sources.filter(isFinished).length
    const others = [
      ...(voluntary > 0 ? [t('warning.paper.voluntary', { count: voluntary })] : []),
      ...(unclear > 0 ? [t('warning.paper.unclear', { count: unclear })] : []),
      ...(finished > 0 ? [t('warning.paper.finished', { count: finished })] : []),
    ].join(t('ui.comma'))
    const mustRespond = sources.filter(
      (source) => source.role === 'asked' || (source.role === 'finished' && !isFinished(source)),
    )
    const joined = mustRespond.filter(({ parts }) => parts.length > 0)
    const parts = joined.reduce((sum, each) => sum + each.parts.length, 0)
    const nobody = mustRespond.filter(({ contact, phone }) => contact === '' && phone === '').length
    const begun = {
      ...{ warning: warning.name, from: localTime(warning.from), count: mustRespond.length },
      // What the request rests on, as far as it is recorded. One that was lifted says so itself.
      basis: [
        t('warning.paper.area', {
          areas: areas.length === 0 ? t('warning.wholeCity') : joinList(areas, OFFICE_LANGUAGE),
        }),
        warning.until !== null && lifted === null && t('warning.paper.until', { until: localTime(warning.until) }),
        warning.issuer !== '' && t('warning.paper.issuer', { issuer: warning.issuer }),
      ]
        .filter(Boolean)
        .join(''),
    }
    const headings = [
      t('warning.paper.number'),
      ...(isOfCounties ? [t('warning.scene.county')] : []),
      t('warning.paper.source'),
      t('warning.paper.measure'),
      t('warning.paper.contact'),
      t('warning.paper.result'),
    ]
    const rows = sources.map((source, i) => [
      String(i + 1),
      ...(isOfCounties ? [countyOf(source.county)] : []),
      [
        source.name,
        endedText(t, source.ended),
        endedOnSiteText(t, source.endedOnSite),
        source.operator,
        source.dataClass === 'illustrative' && t('cases.illustrative'),
      ]
        .filter(Boolean)
        .join('\n'),
      [
        ...(source.own ? measuresOf(source.own) : []),
        ...source.parts.flatMap((part) =>
          measuresOf(part).map((what) =>
            t('warning.paper.part', { part: `${part.label}${endedTexts(t, part)}`, what }),
          ),
        ),
      ].join('\n'),
      contactText(source),
      answerOf(source),
    ])
    const choices = CALL_ANSWERS.map((answer) => t('warning.paper.choice', { answer: t(`warning.answer.${answer}`) }))
    /** What is ticked and written by hand in a row that has no answer yet; no line breaks in its column. */
    const form = [
      choices.slice(0, 2).join('\u3000'),
      choices.slice(2).join('\u3000'),
      t('warning.paper.calledAt'),
      t('warning.paper.person'),
      t('warning.paper.caller'),
    ].join('\n')
    // A telephone number with its area code is not broken, and there is room to write; in a spreadsheet too, which is printed.
    const toFillIn = {
      headings,
      widths: isOfCounties ? [6, 8, 16, 17, 17, 36] : [6, 19, 20, 17, 38],
      rows: rows.map((row) => [...row.slice(0, -1), row.at(-1) || form]),
    }
    const kinds = [...new Set(sources.flatMap(({ kind, parts }) => [kind, ...parts.map((part) => part.kind)]))]
    return {
      name,
      title: t('warning.paper.title', { name: scope ? t('warning.paper.scoped', { name, scope }) : name }),
      subtitle: t('warning.paper.subtitle', {
        city: zh(settings.city),
        // For a past as-of date the sheet shows everything known by the end of that day, so no time is given.
        at: asOf === today() ? localMinute(new Date().toISOString()) : asOf,
      }),
      to: t('warning.paper.to', { name }),
      intro: [
        lifted === null ? t('warning.paper.intro', begun) : t('warning.paper.introLifted', { ...begun, lifted }),
        ...(joined.length > 0 ? [t('warning.paper.joined', { works: joined.length, parts })] : []),
        ...(nobody > 0 ? [t('warning.paper.withoutContact', { count: nobody })] : []),
        // Rows are numbered consecutively, so the counts given must add up to their number.
        ...(others === '' ? [] : [t('warning.paper.others', { others, rows: sources.length })]),
      ].join(''),
      ...toFillIn,
      onPaper: { ...toFillIn, isSmall: true },
      picture: null,
      blanks: [t('warning.paper.replyBy'), t('warning.paper.contactOf')],
      notes: [
        ...[endedNote(t, sources, 'warning'), endedOnSiteNote(t, sources, 'warningOnSite')].filter(Boolean),
        ...[...asked].map((number) => {
          const { what, source, confirmed } = measureOf(number)
          const words = { what: zh(what), source: zh(source) }
          return t(confirmed ? 'warning.paper.confirmed' : 'warning.paper.unconfirmed', words)
        }),
        ...(voluntary > 0 ? [t('warning.voluntary', { count: voluntary })] : []),
        ...(unclear > 0 ? [t('warning.unclear', { count: unclear })] : []),
        ...(finished > 0 ? [t('warning.finished', { count: finished })] : []),
        ...(isMadeUp({ provenance }, kinds) ? [t('warning.madeUp')] : []),
      ],
    }
  }
}
