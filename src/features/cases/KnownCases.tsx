import { useTranslation } from 'react-i18next'
import { useCasePanel } from '@/store/cases/case-panel'
import type { CaseView } from '@/store/cases/case-view'
import { momentText } from '@/store/words/case-words'
import { Button } from '@/ui/controls/Button'
import classes from './KnownCases.module.css'
import { unfinishedFirst } from './unfinished-first'

interface Props {
  /** Cases on one subject; at least one. */
  readonly cases: readonly CaseView[]
  /** The accessible name of a button, of the subject and its text; the text itself if absent. */
  label?(text: string): string
  readonly weight?: 'primary' | undefined
}

/** Buttons that show the cases on a subject: one by one with stage and time if there are several, unfinished ones first. */
export function KnownCases({ cases, label = (text) => text, weight }: Props) {
  const { t } = useTranslation()
  const { show } = useCasePanel()
  const buttons = unfinishedFirst(cases).map(({ id, stage, opened }, _, all) => {
    const text =
      all.length === 1
        ? t('cases.see')
        : t('cases.seeOne', {
            stage: t(`cases.stage.${stage}`),
            at: opened ? momentText(Date.parse(opened.observed)) : '',
          })
    return (
      <Button
        key={id}
        {...(weight && { weight })}
        aria-label={label(text)}
        onClick={() => show(id, { mode: 'explore', panel: 'cases' })}
      >
        {text}
      </Button>
    )
  })
  return buttons.length === 1 ? buttons : <div className={classes.several}>{buttons}</div>
}
