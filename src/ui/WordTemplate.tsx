import { useTranslation } from 'react-i18next'
import { Button } from './controls/Button'
import { FileButton } from './controls/FileButton'

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
  return (
    <>
      <details>
        <summary>{name === null ? t('wordTemplate.none') : t('wordTemplate.kept', { name })}</summary>
        <p className="quiet">{t('wordTemplate.help')}</p>
        <p className="quiet">{fields.join(' ')}</p>
        <FileButton label={t('wordTemplate.choose')} accept=".docx" disabled={disabled} onChoose={onChoose} />{' '}
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
