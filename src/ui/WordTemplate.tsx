import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from './controls/Button'

interface Props {
  /** File name of the document that is kept; null without one. */
  readonly name: string | null
  /** What is wrong with the one that was chosen or used last, a line each. */
  readonly faults: readonly string[]
  /** Names of the fields that it may have, and of its lists with theirs. */
  readonly fields: readonly string[]
  readonly disabled: boolean
  onChoose(file: File): void
  onDrop(): void
}

/** Which Word document of the office a paper is written into. */
export function WordTemplate({ name, faults, fields, disabled, onChoose, onDrop }: Props) {
  const { t } = useTranslation()
  const input = useRef<HTMLInputElement>(null)
  return (
    <>
      <details>
        <summary>{name === null ? t('wordTemplate.none') : t('wordTemplate.kept', { name })}</summary>
        <p className="quiet">{t('wordTemplate.help')}</p>
        <p className="quiet">{fields.join(' ')}</p>
        <input
          ref={input}
          type="file"
          accept=".docx"
          hidden
          onChange={({ target }) => {
            const [file] = target.files ?? []
            target.value = ''
            if (file) onChoose(file)
          }}
        />
        <Button disabled={disabled} onClick={() => input.current?.click()}>
          {t('wordTemplate.choose')}
        </Button>{' '}
        {name !== null && (
          <Button disabled={disabled} onClick={onDrop}>
            {t('wordTemplate.drop')}
          </Button>
        )}
      </details>
      {faults.map((fault) => (
        <p key={fault} role="alert">
          {fault}
        </p>
      ))}
    </>
  )
}
