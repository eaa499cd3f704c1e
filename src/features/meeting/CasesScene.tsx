import type { CSSProperties } from 'react'
import { useTranslation } from 'react-i18next'
import { countyName } from '@/domain/sources/county'
import { seenPhotos } from '@/ledger/marked'
import { CASE_COLUMNS } from '@/store/cases/case-figures'
import type { CaseView } from '@/store/cases/case-view'
import { useOpened } from '@/store/chentu'
import { usePhotoUrl } from '@/store/ledger/use-photo-url'
import { DOT } from '@/ui/dot'
import classes from './CasesScene.module.css'
import { caseNotes, caseRows, casesAsOf, hoursText, storyLines } from './case-facts'
import wall from './Meeting.module.css'
import { SceneFrame } from './SceneFrame'
import { useCaseFigures } from './use-case-figures'

/** The month's cases: how many were handled in time per county, how long it took, and three cases as stories. */
export function CasesScene() {
  const { t, i18n } = useTranslation()
  const { dataset } = useOpened()
  const figures = useCaseFigures()
  if (!figures) return <SceneFrame title={t('meeting.scene.cases')}>{null}</SceneFrame>
  const nameOf = (code: string) => (code === '' ? t('cases.noCounty') : countyName(dataset, code, i18n.language))
  // No table: the headline already says that there were no cases.
  if (figures.all.opened === 0)
    return (
      <SceneFrame
        title={t('meeting.scene.cases')}
        subtitle={casesAsOf(t, figures)}
        notes={caseNotes(t, figures).join(' ')}
      >
        {null}
      </SceneFrame>
    )
  const rows = caseRows(
    figures,
    dataset.counties.map(({ code }) => code),
  )
  return (
    <SceneFrame
      title={t('meeting.scene.cases')}
      subtitle={casesAsOf(t, figures)}
      facts={[
        { label: t('cases.scene.arrive'), value: hoursText(t, figures.hoursToArrive) },
        { label: t('cases.scene.close'), value: hoursText(t, figures.hoursToClose) },
      ]}
      notes={caseNotes(t, figures).join(' ')}
    >
      <div className={classes.cases}>
        <table className={classes.counties} style={{ '--rows': rows.length + 2 } as CSSProperties}>
          <thead>
            <tr>
              <th scope="col">{t('cases.scene.county')}</th>
              {CASE_COLUMNS.map((column) => (
                <th key={column} scope="col">
                  {t(`cases.scene.columns.${column}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(([code, counts]) => (
              <tr key={code}>
                <th scope="row">{nameOf(code)}</th>
                {CASE_COLUMNS.map((column) => (
                  <td
                    key={column}
                    className={wall.value}
                    data-none={counts[column] === 0}
                    data-bad={column === 'late' && counts.late > 0}
                  >
                    {counts[column]}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row">{t('cases.scene.total')}</th>
              {CASE_COLUMNS.map((column) => (
                <td key={column} className={wall.value}>
                  {figures.all[column]}
                </td>
              ))}
            </tr>
          </tfoot>
        </table>
        <ul className={classes.stories}>
          {figures.stories.map((view) => (
            <Story key={view.id} view={view} county={nameOf(view.opened?.county ?? '')} />
          ))}
        </ul>
      </div>
    </SceneFrame>
  )
}

/** Most lines of a story that fit on the wall: the first line and the last ones. */
const MOST_LINES = 3

/** A case as a story: its latest photo, and what was done when. */
function Story({ view, county }: { readonly view: CaseView; readonly county: string }) {
  const { t } = useTranslation()
  const photo = seenPhotos(view.record.standing.steps.flatMap(({ event }) => event.body.photos)).at(-1)
  const lines = storyLines(t, view, true)
  const shown = lines.length <= MOST_LINES ? lines : [lines[0]!, ...lines.slice(1 - MOST_LINES)]
  return (
    <li data-photo={photo !== undefined}>
      {photo && <Picture hash={photo.hash} label={view.title} />}
      <div>
        <b>
          {[view.title, county, t(`cases.stage.${view.stage}`), view.opened?.illustrative && t('cases.illustrative')]
            .filter(Boolean)
            .join(DOT)}
        </b>
        {shown.map((line) => (
          <p key={line}>{line}</p>
        ))}
      </div>
    </li>
  )
}

function Picture({ hash, label }: { readonly hash: string; readonly label: string }) {
  const url = usePhotoUrl(hash)
  return url ? <img src={url} alt={label} /> : <span />
}
