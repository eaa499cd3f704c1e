import type { TFunction } from 'i18next'
import { localMinute } from '@/domain/calendar'
import type { NamedTable } from '@/io/papers/handover-table'
import { writerOf } from '@/ledger/device'
import { displayedPhotos } from '@/ledger/displayed-photos'
import { stepWords } from '@/store/words/case-words'
import type { CaseWork } from './period-records'

type Office = TFunction<'texts'>

const nameOf = ({ step }: CaseWork['step']) => (step === 'arrived' ? ('arrived' as const) : ('reported' as const))

/** What a team did in a case: 到场 or 反馈. */
export const workName = (t: Office, step: CaseWork['step']): string => t(`cases.step.${nameOf(step)}`)

/** How often teams arrived for cases, and how often they reported. */
export function caseIntro(t: Office, cases: readonly CaseWork[]): string {
  const count = (of: 'arrived' | 'reported') => cases.filter(({ step }) => nameOf(step) === of).length
  return t('visits.cases.intro', { arrived: count('arrived'), reported: count('reported') })
}

/** What teams did in cases, one row per arrival or report. */
export function caseTable(t: Office, cases: readonly CaseWork[]): NamedTable {
  const headings = [
    t('visits.column.time'),
    t('visits.column.who'),
    t('visits.cases.case'),
    t('visits.cases.step'),
    t('visits.cases.said'),
    t('visits.column.photos'),
  ]
  return {
    field: 'cases',
    title: t('visits.cases.title'),
    headings,
    formats: headings.map((_, i) => (i === headings.length - 1 ? 'whole' : 'text')),
    widths: [14, 12, 26, 10, 30, 8],
    rows: cases.map(({ title, step }) => [
      localMinute(step.when).replace(' ', '\n'),
      writerOf(step.event),
      title,
      workName(t, step),
      stepWords(t, step.event.body),
      displayedPhotos(step.event.body.photos).length,
    ]),
    over: cases.map(() => false),
  }
}
