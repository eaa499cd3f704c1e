import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Problem } from '@/domain/problem'
import { isUnchecked } from '@/domain/rules/unchecked'
import { useChentu } from '@/store/chentu'
import { failureOf } from '@/store/page/failure'
import { usePlanDesk } from '@/store/plan'
import { Button } from '@/ui/controls/Button'
import { FileButton } from '@/ui/controls/FileButton'
import { Refused } from '@/ui/Refused'
import classes from './PlanIntake.module.css'
import { useReadPlan } from './use-read-plan'

/** The plan in force, and the place to drop or choose the next plan's document. */
export function PlanIntake() {
  const { t } = useTranslation()
  const dataset = useChentu((state) => state.opened?.dataset)
  const day = useChentu((state) => state.opened?.evaluation.asOf)
  const file = usePlanDesk((state) => state.proposal?.file)
  const done = usePlanDesk((state) => state.done)
  const goOn = usePlanDesk((state) => state.goOn)
  const forget = usePlanDesk((state) => state.forget)
  const { running, problems, question, read } = useReadPlan()
  /** Why the saved review can't be continued. */
  const [kept, setKept] = useState<readonly Problem[]>([])
  const plan = dataset?.settings.plan
  // False after an earlier version was put in force again.
  const isInForce = done !== null && done === plan?.zh
  const count = dataset?.clauses.length ?? 0
  const unchecked = dataset && day ? dataset.clauses.filter((clause) => isUnchecked(clause, dataset.rules, day)) : []
  const [first] = unchecked
  const setView = useChentu((state) => state.setView)

  useEffect(() => {
    let isOver = false
    setKept([])
    if (dataset)
      goOn(dataset)
        .catch((error: unknown) => [failureOf(error)])
        .then((found) => {
          if (!isOver) setKept(found)
        })
    return () => {
      isOver = true
    }
  }, [dataset, goOn])

  function drop(event: React.DragEvent) {
    const [dropped] = event.dataTransfer.files
    if (!dropped || !dataset) return
    event.preventDefault()
    // The page would import the file as a table.
    event.stopPropagation()
    // A second document would replace the one under review.
    if (running || file !== undefined) return
    read(dropped)
  }

  return (
    <section
      aria-label={t('planReader.title')}
      className={classes.intake}
      data-testid="plan-drop"
      onDragOver={(event) => event.preventDefault()}
      onDrop={drop}
    >
      <h3>{t('planReader.title')}</h3>
      <p>
        {count > 0 && dataset
          ? t('planReader.inForce', { title: plan?.zh ?? '', year: String(dataset.settings.year), count })
          : t('planReader.noneInForce')}
      </p>
      <p className="quiet">{t('planReader.help')}</p>
      <FileButton
        label={t('planReader.pick')}
        accept=".docx,.txt"
        disabled={running || file !== undefined || !dataset}
        onChoose={read}
      />
      <p role="status">
        {running
          ? t('planReader.reading')
          : file
            ? t('planReader.waits', { file })
            : isInForce
              ? t('planReader.done', { title: done })
              : ''}
      </p>
      {isInForce && first && (
        <Button onClick={() => setView({ mode: 'explore', panel: 'plan', clause: first.number })}>
          {t('planReader.toUnchecked', { count: unchecked.length })}
        </Button>
      )}
      <Refused problems={problems} />
      {question}
      {dataset && file === undefined && kept.length > 0 && (
        <div className={classes.kept}>
          <p>{t('planReader.notGoneOn')}</p>
          <Refused problems={kept} />
          <Button
            onClick={() => {
              forget(dataset)
              setKept([])
            }}
          >
            {t('planReader.forget')}
          </Button>
        </div>
      )}
    </section>
  )
}
