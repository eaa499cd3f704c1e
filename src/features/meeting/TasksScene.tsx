import { useTranslation } from 'react-i18next'
import { inLanguage } from '@/domain/bilingual'
import { meets } from '@/domain/rules/clause'
import { useOpened } from '@/store/chentu'
import { useDataWords } from '@/store/words/data-words'
import wall from './Meeting.module.css'
import { SceneFrame } from './SceneFrame'
import classes from './TasksScene.module.css'
import { useMonthFacts } from './use-month-facts'

const MOST_TARGETS = 9
const MOST_LEADS = 8

/** The plan's numbered targets with what the data says of them, and whose tasks are overdue. */
export function TasksScene() {
  const { t, i18n } = useTranslation()
  const { dataset } = useOpened()
  const facts = useMonthFacts()
  const { language } = i18n
  const { word } = useDataWords()
  const targets = (facts?.targets ?? []).flatMap(({ clause, target, measured }) => {
    const found = dataset.clauses.find(({ number }) => number === clause)?.targets[target]
    return found && measured ? [{ clause, ...found, measured }] : []
  })
  const departments = facts?.problems.departments ?? []
  const met = targets.filter((target) => meets(target, target.measured.value)).length
  const figures = [
    { label: t('meeting.met'), value: `${met} / ${targets.length}`, over: met < targets.length },
    ...(dataset.settings.plan && facts ? [{ label: t('meeting.asOf'), value: facts.problems.day }] : []),
  ]
  return (
    <SceneFrame
      title={t('meeting.scene.tasks')}
      subtitle={dataset.settings.plan && inLanguage(dataset.settings.plan, language)}
      facts={figures}
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
              <th scope="col">{t('meeting.joint')}</th>
            </tr>
          </thead>
          <tbody>
            {departments.slice(0, MOST_LEADS).map(({ name, lead, joint }) => (
              <tr key={name} data-over={lead.overdue > 0}>
                <th scope="row">{name === '' ? t('meeting.nobody') : word(name)}</th>
                <td className={wall.value}>{lead.overdue}</td>
                <td>{lead.failing}</td>
                <td>{joint.overdue + joint.failing}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </SceneFrame>
  )
}
