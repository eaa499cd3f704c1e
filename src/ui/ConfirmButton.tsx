import { useState } from 'react'
import { Button, type ButtonProps } from '@/ui/controls/Button'
import { Dialog } from '@/ui/Dialog'

interface Props extends Omit<ButtonProps, 'onClick' | 'children' | 'title'> {
  /** Label of the button, and of the button that confirms it. */
  readonly label: string
  /** Heading of the question. */
  readonly title: string
  /** What would be lost or replaced, and whether it can be undone. */
  readonly question: string
  /** Label of the button that cancels. */
  readonly refusal: string
  onConfirm(): void
}

/** A button for a destructive action: it opens a dialog and acts only after confirmation. */
export function ConfirmButton({ label, title, question, refusal, onConfirm, ...button }: Props) {
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
