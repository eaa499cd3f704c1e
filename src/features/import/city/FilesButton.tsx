import { useRef } from 'react'
import { Button, type ButtonProps } from '@/ui/controls/Button'

interface Props extends Pick<ButtonProps, 'weight' | 'disabled'> {
  readonly label: string
  onChoose(files: readonly File[]): void
}

/** A button that opens a file dialog; all parts of a Shapefile are chosen together. */
export function FilesButton({ label, onChoose, ...button }: Props) {
  const input = useRef<HTMLInputElement>(null)
  return (
    <>
      <input
        ref={input}
        type="file"
        multiple
        hidden
        onChange={({ target }) => {
          const files = [...(target.files ?? [])]
          // Allows choosing the same files again after they were corrected.
          target.value = ''
          if (files.length > 0) onChoose(files)
        }}
      />
      <Button {...button} onClick={() => input.current?.click()}>
        {label}
      </Button>
    </>
  )
}
