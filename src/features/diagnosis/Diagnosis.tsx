import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { version } from '#package'
import { useIncidents } from '@/store/device/incidents'
import { Button } from '@/ui/controls/Button'
import { saveFile } from '@/ui/save-file'
import { CHECK_IDS, type CheckId, runCheck } from './checks'
import type { CheckResult, Repair } from './checks/check'
import classes from './Diagnosis.module.css'
import { REPAIRS } from './repairs'
import { incidentLine, reportText, surroundings, timeOf } from './report'

/**
 * Checks this browser and its environment, explains what to do, offers repairs, and saves a report for support staff.
 */
export function Diagnosis() {
  const { t } = useTranslation()
  const incidents = useIncidents((state) => state.incidents)
  const clear = useIncidents((state) => state.clear)
  const [found, setFound] = useState<ReadonlyMap<CheckId, CheckResult>>(new Map())
  const [round, setRound] = useState(0)
  const [refused, setRefused] = useState<Repair | null>(null)
  const [around] = useState(surroundings)

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new round restarts the checks
  useEffect(() => {
    let isOver = false
    for (const id of CHECK_IDS)
      void runCheck(id).then((checked) => {
        if (!isOver) setFound((before) => new Map(before).set(id, checked))
      })
    return () => {
      isOver = true
    }
  }, [round])

  function checkAgain() {
    setFound(new Map())
    setRound(round + 1)
  }

  async function mend(what: Repair) {
    setRefused(null)
    try {
      await REPAIRS[what]()
    } catch {
      setRefused(what)
    }
    checkAgain()
  }

  const isDone = found.size === CHECK_IDS.length
  const wrong = [...found.values()].filter(({ standing }) => standing === 'wrong' || standing === 'odd').length
  const text = reportText(t, found, incidents, around)

  return (
    <div className={classes.diagnosis}>
      <p role="status">
        {isDone
          ? wrong === 0
            ? t('diagnosis.allFine', { version })
            : t('diagnosis.someOdd', { version, count: wrong })
          : t('diagnosis.checking', { version })}
      </p>
      <dl className={classes.checks}>
        {CHECK_IDS.map((id) => {
          const checked = found.get(id)
          return (
            <div key={id} data-standing={checked?.standing ?? 'waiting'}>
              <dt>
                {t(`diagnosis.title.${id}`)}
                <span className={classes.standing}>{t(`diagnosis.standing.${checked?.standing ?? 'waiting'}`)}</span>
              </dt>
              <dd>
                {checked?.says(t)}
                {checked?.mend && (
                  <Button onClick={() => void mend(checked.mend!)}>{t(`diagnosis.mend.${checked.mend}`)}</Button>
                )}
                {checked?.mend && refused === checked.mend && <p role="alert">{t(`diagnosis.refused.${refused}`)}</p>}
              </dd>
            </div>
          )
        })}
      </dl>
      <section className={classes.ofLate}>
        <h2 className={classes.heading}>{t('diagnosis.incidents', { count: incidents.length })}</h2>
        {incidents.length > 0 && (
          <>
            <ul className={classes.incidents}>
              {incidents.toReversed().map((incident) => (
                <li key={`${incident.at} ${incident.name}`}>{incidentLine(t, incident)}</li>
              ))}
            </ul>
            <Button onClick={clear}>{t('diagnosis.clear')}</Button>
          </>
        )}
      </section>
      <details>
        <summary>{t('diagnosis.whatIsSaved')}</summary>
        <pre className={classes.text}>{text}</pre>
      </details>
      <div className={classes.buttons}>
        <Button onClick={checkAgain} disabled={!isDone}>
          {t('diagnosis.again')}
        </Button>
        <Button
          weight="primary"
          disabled={!isDone}
          onClick={() =>
            saveFile(
              new Blob([`\uFEFF${text}`], { type: 'text/plain' }),
              `${t('diagnosis.file')} ${timeOf(around.at).replace(':', '')}.txt`,
            )
          }
        >
          {t('diagnosis.save')}
        </Button>
      </div>
    </div>
  )
}
