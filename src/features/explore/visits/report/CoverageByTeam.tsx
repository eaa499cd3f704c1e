import { useTranslation } from 'react-i18next'
import { returningReview } from '@/ledger/review'
import type { Visit } from '@/ledger/visit'
import { weekOf } from '@/ledger/visit-coverage'
import { useOpened } from '@/store/chentu'
import { useLedger } from '@/store/ledger'
import panel from '@/ui/panel.module.css'
import classes from './CoverageByTeam.module.css'
import { coverageRows, coverageTable } from './coverage-table'
import { usePlaces } from './use-places'

/** Number of weeks that the panel shows; a report covers its own days instead. */
const WEEKS = 4

/** What each team did in each county, week by week. */
export function CoverageByTeam({ visits }: { readonly visits: readonly Visit[] }) {
  const { t, i18n } = useTranslation()
  const { dataset } = useOpened()
  const weeks = [...new Set(visits.map(({ day }) => weekOf(day)))].sort().reverse().slice(0, WEEKS)
  const shown = visits.filter(({ day }) => weeks.includes(weekOf(day)))
  const places = usePlaces(shown)
  const reviews = useLedger((all) => all.reviews)
  if (shown.length === 0 || !places) return null
  const counted = coverageRows(dataset, shown, places, (visit) => returningReview(visit, reviews) !== null)
  const { title, headings, rows } = coverageTable(t, dataset, counted, i18n.language)
  const counts = headings.slice(3)
  const where = headings.slice(1, 3).join(t('ui.comma'))
  return (
    <>
      <p className={panel.heading}>{t('patrol.coverageWeeks', { count: weeks.length })}</p>
      <div className={classes.scroll}>
        <table className={classes.table} aria-label={title}>
          <thead>
            <tr>
              <th scope="col">{where}</th>
              {counts.map((each) => (
                <th key={each} scope="col" data-number="true">
                  {each}
                </th>
              ))}
            </tr>
          </thead>
          {weeks.map((week) => (
            <tbody key={week}>
              <tr>
                <th scope="rowgroup" colSpan={counts.length + 1}>
                  {t('patrol.weekOf', { day: week })}
                </th>
              </tr>
              {rows
                .filter(([of]) => of === week)
                .map(([, county, team, ...figures]) => (
                  <tr key={`${county} ${team}`}>
                    <td>
                      {county}
                      <small className="quiet">{team}</small>
                    </td>
                    {figures.map((figure, i) => (
                      <td key={counts[i]} data-number="true">
                        {figure}
                      </td>
                    ))}
                  </tr>
                ))}
            </tbody>
          ))}
        </table>
      </div>
    </>
  )
}
