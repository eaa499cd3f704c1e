import { useRef } from 'react'
import { Button } from './Button'

interface Props {
  readonly label: string
  /** As in the HTML attribute, e.g. `.docx`. */
  readonly accept: string
  readonly disabled?: boolean
  onChoose(file: File): void
}

/** A button that asks for one file. The native file input would show texts in the browser's language. */
export function FileButton({ label, accept, disabled, onChoose }: Props) {
  const input = useRef<HTMLInputElement>(null)
  return (
    <>
      <input
        ref={input}
        type="file"
        accept={accept}
        hidden
        onChange={({ target }) => {
          const [file] = target.files ?? []
          // Cleared so that the same file can be chosen again after it was corrected.
          target.value = ''
          if (file) onChoose(file)
        }}
      />
      <Button disabled={disabled} onClick={() => input.current?.click()}>
        {label}
      </Button>
    </>
  )
}
