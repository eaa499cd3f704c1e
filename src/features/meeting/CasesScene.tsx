import type { CSSProperties } from 'react'
import { useTranslation } from 'react-i18next'
import { countyName } from '@/domain/sources/county'
import { countText } from '@/i18n/counted'
import { CASE_COLUMNS } from '@/store/cases/case-figures'
import { useOpened } from '@/store/chentu'
import { CaseStories } from './CaseStories'
import classes from './CasesScene.module.css'
import { caseRows, casesAsOf, hoursText, wallNotes } from './case-facts'
import wall from './Meeting.module.css'
import { SceneFrame } from './SceneFrame'
import { SingleCase, SingleCasePlace } from './SingleCase'
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
        notes={wallNotes(t, figures).join(' ')}
      >
        {null}
      </SceneFrame>
    )
  const rows = caseRows(
    figures,
    dataset.counties.map(({ code }) => code),
  )
  const single = figures.stories.length === 1 ? figures.stories[0] : null
  return (
    <SceneFrame
      title={t('meeting.scene.cases')}
      subtitle={casesAsOf(t, figures)}
      facts={[
        { label: t('cases.scene.arrive'), value: hoursText(t, figures.hoursToArrive) },
        { label: t('cases.scene.close'), value: hoursText(t, figures.hoursToClose) },
      ]}
      notes={wallNotes(t, figures).join(' ')}
    >
      <div className={classes.cases} data-count={figures.stories.length}>
        <div className={classes.side}>
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
                      {countText(counts[column])}
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
                    {countText(figures.all[column])}
                  </td>
                ))}
              </tr>
            </tfoot>
          </table>
          {single && <SingleCasePlace view={single} />}
        </div>
        <CaseStories
          stories={figures.stories}
          others={figures.all.opened - figures.stories.length}
          at={figures.at}
          nameOf={nameOf}
        >
          {single && <SingleCase view={single} at={figures.at} />}
        </CaseStories>
      </div>
    </SceneFrame>
  )
}
