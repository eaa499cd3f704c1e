import { useState } from 'react'
import { Button, type ButtonProps } from '@/ui/controls/Button'
import { Dialog } from '@/ui/Dialog'

interface Props extends Omit<ButtonProps, 'onClick' | 'children' | 'title'> {
  /** What it does, as its label and as that of the button that confirms it. */
  readonly label: string
  /** Heading of the question. */
  readonly title: string
  /** What is lost or replaced by it, and whether that can be undone. */
  readonly question: string
  /** Words of the button that leaves all as it is. */
  readonly refusal: string
  onConfirm(): void
}

/** A button for what deletes or replaces: it asks in a dialog, and does it only after a second press. */
export function AskedButton({ label, title, question, refusal, onConfirm, ...button }: Props) {
  const [isAsking, setAsking] = useState(false)
  function confirm() {
    setAsking(false)
    onConfirm()
  }
  return (
    <>
      <Button {...button} onClick={() => setAsking(true)}>
        {label}
      </Button>
      {isAsking && (
        <Dialog
          title={title}
          closeLabel={refusal}
          onClose={() => setAsking(false)}
          actions={
            <Button weight="primary" onClick={confirm}>
              {label}
            </Button>
          }
        >
          <p>{question}</p>
        </Dialog>
      )}
    </>
  )
}
