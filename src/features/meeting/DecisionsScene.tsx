import { useTranslation } from 'react-i18next'
import { decisionStanding, decisionsBefore } from '@/domain/meeting/decision'
import { countyName } from '@/domain/sources/county'
import { useOpened, useReport } from '@/store/chentu'
import { useDataWords } from '@/store/words/data-words'
import classes from './DecisionsScene.module.css'
import wall from './Meeting.module.css'
import { SceneFrame } from './SceneFrame'
import { today } from './use-decisions'

const MOST = 10

/** What earlier meetings decided: who was to do what by when, and whether it is done. What is open comes first. */
export function DecisionsScene() {
  const { t, i18n } = useTranslation()
  const { word } = useDataWords()
  const { dataset } = useOpened()
  const month = useReport()?.month ?? ''
  const day = today()
  const standing = (each: { due: string; doneOn: string }) => decisionStanding(each, day)
  const all = decisionsBefore(dataset.settings.meeting?.decisions ?? [], month, day)
  const count = (wanted: string) => all.filter((each) => standing(each) === wanted).length
  const ordered = ['late', 'open', 'done'].flatMap((wanted) => all.filter((each) => standing(each) === wanted))
  const facts = (['done', 'late', 'open'] as const).map((each) => ({
    label: t(`decisions.standing.${each}`),
    value: String(count(each)),
    over: each === 'late' && count(each) > 0,
  }))
  return (
    <SceneFrame title={t('meeting.scene.decisions')} facts={facts}>
      {all.length === 0 ? (
        <p>{t('decisions.noneBefore')}</p>
      ) : (
        <table className={classes.decisions}>
          <thead>
            <tr>
              <th scope="col">{t('decisions.county')}</th>
              <th scope="col">{t('decisions.task')}</th>
              <th scope="col">{t('decisions.department')}</th>
              <th scope="col">{t('decisions.due')}</th>
              <th scope="col">{t('decisions.state')}</th>
            </tr>
          </thead>
          <tbody>
            {ordered.slice(0, MOST).map((each) => (
              <tr key={each.id} data-over={standing(each) === 'late'}>
                <td>{each.county === '' ? t('decisions.city') : countyName(dataset, each.county, i18n.language)}</td>
                <th scope="row">
                  {each.task}
                  {each.note !== '' && <small className={wall.minor}>{each.note}</small>}
                </th>
                <td>{word(each.department)}</td>
                <td>{each.due || '—'}</td>
                <td>
                  <span className={wall.word}>{t(`decisions.standing.${standing(each)}`)}</span>
                </td>
              </tr>
            ))}
            {ordered.length > MOST && (
              <tr>
                <td colSpan={5}>{t('decisions.more', { count: ordered.length - MOST })}</td>
              </tr>
            )}
          </tbody>
        </table>
      )}
    </SceneFrame>
  )
}
