import { useTranslation } from 'react-i18next'
import { inLanguage } from '@/domain/bilingual'
import { meets } from '@/domain/rules/clause'
import { useAnswer } from '@/store/answers/use-answer'
import { useOpened } from '@/store/chentu'
import { useDataWords } from '@/store/words/data-words'
import wall from './Meeting.module.css'
import { overdueByLead } from './overdue-by-lead'
import { SceneFrame } from './SceneFrame'
import classes from './TasksScene.module.css'

const MOST_TARGETS = 9
const MOST_LEADS = 8

/** The plan's numbered targets with what the data says of them, and whose tasks are overdue. */
export function TasksScene() {
  const { t, i18n } = useTranslation()
  const { dataset, evaluation, ring } = useOpened()
  const values = useAnswer((worker) => worker.targets(), `${evaluation.asOf} ${ring.radiusMetres} ${ring.basis}`)
  const { language } = i18n
  const { word } = useDataWords()
  const targets = (values ?? []).flatMap(({ clause, target, measured }) => {
    const found = dataset.clauses.find(({ number }) => number === clause)?.targets[target]
    return found && measured ? [{ clause, ...found, measured }] : []
  })
  const leads = overdueByLead(dataset.clauses, evaluation.byClause)
  const met = targets.filter((target) => meets(target, target.measured.value)).length
  const facts = [
    { label: t('meeting.met'), value: `${met} / ${targets.length}`, over: met < targets.length },
    ...(dataset.settings.plan ? [{ label: t('meeting.asOf'), value: evaluation.asOf }] : []),
  ]
  return (
    <SceneFrame
      title={t('meeting.scene.tasks')}
      subtitle={dataset.settings.plan && inLanguage(dataset.settings.plan, language)}
      facts={facts}
    >
      <div className={wall.two}>
        <table className={classes.wrapped}>
          <thead>
            <tr>
              <th scope="col">{t('meeting.clause')}</th>
              <th scope="col">{t('meeting.target')}</th>
              <th scope="col">{t('meeting.aim')}</th>
              <th scope="col">{t('meeting.now')}</th>
            </tr>
          </thead>
          <tbody>
            {targets.slice(0, MOST_TARGETS).map(({ clause, what, comparison, value, unit, measured }) => (
              <tr key={`${clause} ${what.zh}`} data-over={!meets({ comparison, value }, measured.value)}>
                <td>{clause}</td>
                <th scope="row">{inLanguage(what, language)}</th>
                <td>{`${comparison} ${value} ${word(unit)}`}</td>
                <td className={wall.value}>{Number(measured.value.toFixed(2))}</td>
              </tr>
            ))}
          </tbody>
        </table>
        <table className={classes.named}>
          <thead>
            <tr>
              <th scope="col">{t('meeting.lead')}</th>
              <th scope="col">{t('status.overdue')}</th>
              <th scope="col">{t('status.failing')}</th>
            </tr>
          </thead>
          <tbody>
            {leads.slice(0, MOST_LEADS).map(({ lead, overdue, failing }) => (
              <tr key={lead} data-over={overdue > 0}>
                <th scope="row">{word(lead)}</th>
                <td className={wall.value}>{overdue}</td>
                <td>{failing}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </SceneFrame>
  )
}
