import { useEffect, useRef, useState } from 'react'
import { AskAuthor } from '@/features/field/people/AskAuthor'
import { useTypedAuthor } from '@/features/field/people/use-typed-author'
import { useHold } from '@/features/field/use-hold'
import { useLedger } from '@/store/ledger'
import { ReasonForm } from '@/ui/ReasonForm'

interface Props {
  readonly title: string
  readonly warning: string
  readonly reasons: readonly string[]
  readonly confirm: string
  /** Withdraws the record. @throws if it failed; the form stays open and shows the reason. */
  onGive(reason: string): Promise<void>
  onCancel(): void
}

/** A reason for a withdrawal, and what is called once it is made or not. */
interface Given {
  readonly reason: string
  end(): void
  fail(error: unknown): void
}

/**
 * Asks why a record is withdrawn, and for a name if none is set: a withdrawal says who made it. It opens below a long
 * list, so it brings itself into view.
 */
export function WithdrawForm(props: Props) {
  const author = useLedger((all) => all.author)
  // Stays visible after a name was chosen.
  const [asksWho] = useState(author === '')
  /** The withdrawal being made, which may have to wait for a name. */
  const given = useRef<Given | null>(null)
  const named = useTypedAuthor(
    () => given.current && props.onGive(given.current.reason).then(given.current.end, given.current.fail),
    () => given.current?.end(),
  )
  const give = (reason: string) =>
    new Promise<void>((end, fail) => {
      given.current = { reason, end, fail }
      named.write()
    })
  const hold = useHold()
  const frame = useRef<HTMLDivElement>(null)
  useEffect(() => {
    frame.current?.focus({ preventScroll: true })
    // In the middle, clear of the bars at both ends of the screen.
    frame.current?.scrollIntoView({ block: 'center' })
  }, [])
  return (
    <div ref={frame} tabIndex={-1}>
      <ReasonForm {...props} hold={hold} isHeld={named.isHeld || (author === '' && !named.isTyped)} onGive={give}>
        {asksWho && <AskAuthor choosing={named.choosing} onTyped={named.onTyped} />}
      </ReasonForm>
    </div>
  )
}
