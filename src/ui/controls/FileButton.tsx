import { useRef } from 'react'
import { Button } from './Button'

interface Props {
  readonly label: string
  /** As of the HTML attribute: `.docx`. */
  readonly accept: string
  readonly disabled?: boolean
  onChoose(file: File): void
}

/** A button that asks for one file. The browser's own says its words in the browser's language. */
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
          // The same file may be chosen again once it was put right.
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
