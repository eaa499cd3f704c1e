import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CaseOpening } from '@/questions/case-openings'
import { useCasePanel } from '@/store/cases/case-panel'
import { useCaseRecords } from '@/store/cases/use-cases'
import { useAttempt } from '@/store/page/use-attempt'
import { Button } from '@/ui/controls/Button'
import { Refused } from '@/ui/Refused'

interface Props {
  /** What a case that was opened on it keeps, as far as the screen knows it. */
  readonly of: string
  /** What the button is called where no case is known, and its name with what it is about. */
  readonly text: string
  readonly label: string
  readonly weight?: 'primary'
  /** What is said where the worker proposes nothing any more. */
  readonly gone: string
  /** Asks the worker for the proposal, which may have another key: hours above a limit may begin before what the screen shows. */
  ask(): Promise<CaseOpening | null>
}

/** Leads to 异常处置, to open a case on what a signal says, or to the one that was opened on it. */
export function CaseOfSignal({ of, text, label, weight, gone, ask }: Props) {
  const { t } = useTranslation()
  const { show, open } = useCasePanel()
  const cases = useCaseRecords()
  const { running, problems, attempt } = useAttempt()
  const [isGone, setGone] = useState(false)
  const caseOf = (key: string) => cases?.find((each) => !each.withdrawn && each.opening?.body.from === key)
  const known = caseOf(of)

  async function lead() {
    const opening = known ? null : await ask()
    const opened = known ?? (opening && caseOf(opening.key))
    setGone(!opened && !opening)
    const there = { mode: 'explore', panel: 'cases' } as const
    if (opened) show(opened.id, there)
    else if (opening) open(opening, there)
  }
  return (
    <>
      <Button {...(weight && { weight })} disabled={running} aria-label={label} onClick={() => void attempt(lead)}>
        {known ? t('cases.see') : text}
      </Button>
      {isGone && <small role="status">{gone}</small>}
      <Refused problems={problems} />
    </>
  )
}
