import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { inLanguage } from '@/domain/bilingual'
import { mustBeFixed, type Problem } from '@/domain/problem'
import { useChentu } from '@/store/chentu'
import { useCity } from '@/store/city'
import { useAttempt } from '@/store/page/use-attempt'
import { fileName } from '@/store/words/use-file-name'
import { Button } from '@/ui/controls/Button'
import { ProblemLine } from '@/ui/ProblemLine'
import { Refused } from '@/ui/Refused'
import { saveFile } from '@/ui/save-file'
import { datasetWorker } from '@/workers/client'
import classes from './NewCity.module.css'

const MAX_LINES = 200

/** The problems found in the package, and its export as a .zip or for the meeting. */
export function PublishStep() {
  const { t, i18n } = useTranslation()
  const opened = useChentu((state) => state.opened)
  const dataset = opened?.dataset
  const view = useChentu((state) => state.view)
  const setView = useChentu((state) => state.setView)
  const end = useCity((state) => state.end)
  const [found, setFound] = useState<readonly Problem[] | null>(null)
  const checking = useAttempt()
  const saving = useAttempt()
  const { attempt } = checking
  const check = async () => setFound(await datasetWorker().checkPackage())
  // biome-ignore lint/correctness/useExhaustiveDependencies: runs when the step opens and when the package has changed
  useEffect(() => void attempt(check), [dataset])
  async function save() {
    const { value, problems } = await datasetWorker().packWorkspace()
    if (value && opened) {
      const city = inLanguage(opened.dataset.settings.city, i18n.language)
      saveFile(value, fileName(city, t('city.publish.file'), opened.evaluation.asOf, 'zip'))
    }
    return value ? [] : problems
  }
  return (
    <div className={classes.form}>
      <p>{t('city.publish.help')}</p>
      {checking.running || found === null ? (
        <p role="status">{t('city.publish.checking')}</p>
      ) : (
        <Found problems={found} />
      )}
      <Refused problems={checking.problems} />
      <div className={classes.buttons}>
        <Button disabled={checking.running} onClick={() => void attempt(check)}>
          {t('city.publish.again')}
        </Button>
        <Button weight="primary" disabled={saving.running} onClick={() => void saving.attempt(save)}>
          {t('city.publish.save')}
        </Button>
      </div>
      <p className="quiet">{t('city.publish.saveHelp')}</p>
      <Refused problems={saving.problems} />
      <div className={classes.buttons}>
        <Button onClick={() => setView({ ...view, mode: 'meeting' })}>{t('city.publish.meeting')}</Button>
        <Button onClick={() => void end()}>{t('city.publish.end')}</Button>
      </div>
    </div>
  )
}

function Found({ problems }: { readonly problems: readonly Problem[] }) {
  const { t } = useTranslation()
  const wrong = problems.filter(mustBeFixed)
  const notes = problems.filter((problem) => !mustBeFixed(problem))
  return (
    <div role="status">
      <p>{wrong.length === 0 ? t('city.publish.sound') : t('city.publish.unsound', { count: wrong.length })}</p>
      <Lines problems={wrong} />
      {notes.length > 0 && <p>{t('city.publish.notes', { count: notes.length })}</p>}
      <Lines problems={notes} />
    </div>
  )
}

function Lines({ problems }: { readonly problems: readonly Problem[] }) {
  const { t } = useTranslation()
  return (
    <ul>
      {problems.slice(0, MAX_LINES).map((problem) => (
        <ProblemLine key={JSON.stringify(problem)} problem={problem} />
      ))}
      {problems.length > MAX_LINES && <li>{t('city.outlines.more', { count: problems.length - MAX_LINES })}</li>}
    </ul>
  )
}
