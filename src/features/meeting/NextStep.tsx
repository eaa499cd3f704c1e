import { useTranslation } from 'react-i18next'
import type { CaseView } from '@/store/cases/case-view'
import { durationText, momentText } from '@/store/words/case-words'
import { dueBy } from './case-facts'

interface Props {
  readonly view: CaseView
  /** The moment as of which the case is shown, milliseconds since 1970. */
  readonly at: number
}

/** What is due next in a case, and who has to do it; renders nothing if nothing is. */
export function NextStep({ view, at }: Props) {
  const { t } = useTranslation()
  const { next } = view
  if (!next) return null
  const by = dueBy(t, view, next.step)
  return (
    <>
      {t(`cases.scene.next.${next.state === 'overdue' ? 'overdue' : 'running'}`, {
        step: t(`cases.term.${next.step}`),
        due: momentText(next.due),
        left: durationText(t, next.due - at),
      })}
      {by && (
        <>
          {t('ui.semicolon')}
          <span>{by}</span>
        </>
      )}
    </>
  )
}
