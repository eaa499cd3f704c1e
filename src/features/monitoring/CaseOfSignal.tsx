import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { alreadyOpened, type OpenedOn } from '@/domain/cases/opened-on'
import { type CaseOpening, openedOn } from '@/questions/case-openings'
import { useCasePanel } from '@/store/cases/case-panel'
import { openedFrom } from '@/store/cases/case-view'
import { useCaseRecords } from '@/store/cases/use-cases'
import { useAttempt } from '@/store/page/use-attempt'
import { Button } from '@/ui/controls/Button'
import { Refused } from '@/ui/Refused'

interface Props {
  /** What a case on this signal is opened on, as far as the screen knows it. */
  readonly of: OpenedOn
  /** The button's text while no case is known. */
  readonly text: string
  /** If false, there is a button only if a case is known. */
  readonly canOpen?: boolean
  /** The button's accessible name, of the subject and its text. */
  label(text: string): string
  readonly weight?: 'primary'
  /** Message if the worker no longer proposes a case. */
  readonly gone: string
  /**
   * Requests the proposal from the worker. Its key may differ: hours above a limit may begin
   * before what the screen shows.
   */
  ask(): Promise<CaseOpening | null>
}

/** Button to 异常处置: opens a new case on a signal, or shows the case that was already opened on it. */
export function CaseOfSignal({ of, text, canOpen = true, label, weight, gone, ask }: Props) {
  const { t } = useTranslation()
  const { show, open } = useCasePanel()
  const cases = useCaseRecords()
  const { running, problems, attempt } = useAttempt()
  const [isGone, setGone] = useState(false)
  const caseOf = (signal: OpenedOn) => cases?.find((each) => alreadyOpened(openedFrom([each]))(signal))
  const known = caseOf(of)

  async function lead() {
    const opening = known ? null : await ask()
    const opened = known ?? (opening && caseOf(openedOn(opening)))
    setGone(!opened && !opening)
    const there = { mode: 'explore', panel: 'cases' } as const
    if (opened) show(opened.id, there)
    else if (opening) open(opening, there)
  }
  if (!known && !canOpen) return null
  const shown = known ? t('cases.see') : text
  return (
    <>
      <Button
        {...(weight && { weight })}
        disabled={running}
        aria-label={label(shown)}
        onClick={() => void attempt(lead)}
      >
        {shown}
      </Button>
      {isGone && <small role="status">{gone}</small>}
      <Refused problems={problems} />
    </>
  )
}
