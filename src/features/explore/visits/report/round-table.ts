import type { TFunction } from 'i18next'
import { roundProgress, type StopState } from '@/domain/field/round-order'
import type { NamedTable } from '@/io/papers/handover-table'
import { writerOf } from '@/ledger/device'
import type { RoundStanding } from '@/ledger/rounds'

type Office = TFunction<'texts'>

const countsOf = ({ stops }: RoundStanding) => roundProgress(stops.map(({ state }) => state))

/** The number of rounds, and how many of their stops were returned, skipped or left open. */
export function roundIntro(t: Office, rounds: readonly RoundStanding[]): string {
  const counts = rounds.map(countsOf)
  const sum = (of: 'returned' | 'skipped' | 'open') => counts.reduce((all, each) => all + each[of], 0)
  return t('orders.report.intro', {
    count: rounds.length,
    returned: sum('returned'),
    skipped: sum('skipped'),
    open: sum('open'),
  })
}

/** Who does a round: its team, or else the people whose tablets reported it. */
const teamOf = (t: Office, { from, team, told }: RoundStanding): string =>
  team || [...new Set(told.map(writerOf))].join(t('ui.comma')) || (from === 'desk' ? t('orders.allTeams') : '')

/**
 * The rounds of a report as a table: counts of stops by state, each stop whose visit was returned, each skipped stop
 * with its reason, and each stop that nobody visited.
 */
export function roundTable(t: Office, rounds: readonly RoundStanding[]): NamedTable {
  const headings = [
    t('orders.report.route'),
    t('orders.report.team'),
    t('orders.report.day'),
    t('orders.state.done'),
    t('orders.state.partial'),
    t('orders.report.returned'),
    t('orders.report.skipped'),
    t('orders.report.open'),
  ]
  return {
    field: 'rounds',
    title: t('orders.report.title'),
    headings,
    formats: headings.map((_, i) => (i === 3 || i === 4 ? 'whole' : 'text')),
    widths: [16, 12, 12, 7, 8, 14, 17, 14],
    rows: rounds.map((round) => {
      const { name, day, stops } = round
      const { done, partial } = countsOf(round)
      const skipped = stops.filter(({ state }) => state === 'skipped')
      const named = (of: StopState) => stops.flatMap(({ state, name }) => (state === of ? [name] : [])).join('\n')
      return [
        name || t('orders.own'),
        teamOf(t, round),
        day,
        done,
        partial,
        named('returned'),
        skipped
          .map(({ name, reason, by }) => t('orders.report.reason', { name, reason, who: by ? writerOf(by) : '' }))
          .join('\n'),
        named('open'),
      ]
    }),
    over: rounds.map(() => false),
  }
}
