import { useState } from 'react'
import { alreadyOpened, type OpenedOn } from '@/domain/cases/opened-on'
import { KnownCases } from '@/features/cases/KnownCases'
import { unfinishedFirst } from '@/features/cases/unfinished-first'
import { type CaseOpening, openedOn } from '@/questions/cases/case-openings'
import { useCasePanel } from '@/store/cases/case-panel'
import { type CaseView, openedFrom } from '@/store/cases/case-view'
import { useCases } from '@/store/cases/use-cases'
import { useAttempt } from '@/store/page/use-attempt'
import { Button } from '@/ui/controls/Button'
import { Refused } from '@/ui/Refused'

interface Props {
  /** What cases on this signal are opened on, as far as the screen knows it. */
  readonly of: readonly OpenedOn[]
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

/** Buttons to 异常处置: open a new case on a signal, or show the cases that were already opened on it. */
export function CaseOfSignal({ of, text, canOpen = true, label, weight, gone, ask }: Props) {
  const { show, open } = useCasePanel()
  const cases = useCases()
  const { running, problems, attempt } = useAttempt()
  const [isGone, setGone] = useState(false)
  const casesOn = (signals: readonly OpenedOn[]): readonly CaseView[] =>
    (cases ?? []).filter(({ record }) => signals.some(alreadyOpened(openedFrom([record]))))
  const known = casesOn(of)

  async function lead() {
    const opening = await ask()
    setGone(!opening)
    if (!opening) return
    const there = { mode: 'explore', panel: 'cases' } as const
    const [opened] = unfinishedFirst(casesOn([openedOn(opening)]))
    if (opened) show(opened.id, there)
    else open(opening, there)
  }
  if (known.length > 0) return <KnownCases cases={known} label={label} weight={weight} />
  if (!canOpen) return null
  return (
    <>
      <Button
        {...(weight && { weight })}
        disabled={running}
        aria-label={label(text)}
        onClick={() => void attempt(lead)}
      >
        {text}
      </Button>
      {isGone && <small role="status">{gone}</small>}
      <Refused problems={problems} />
    </>
  )
}
