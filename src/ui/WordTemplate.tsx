import { useTranslation } from 'react-i18next'
import { Button } from './controls/Button'
import { FileButton } from './controls/FileButton'
import { DOT } from './dot'

interface Props {
  /** File name of the stored template; null if there is none. */
  readonly name: string | null
  /** Faults of the template chosen or used last, one per line. */
  readonly faults: readonly string[]
  /** Names of the allowed fields, and of lists with their fields. */
  readonly fields: readonly string[]
  readonly disabled: boolean
  /** Which paper the template is for, if there are several. */
  readonly paper?: string
  /** Where the template is stored, if not with the data. */
  readonly help?: string
  /** Whether the stored template can be removed here. */
  readonly canDrop?: boolean
  onChoose(file: File): void
  onDrop(): void
}

/** Chooses the Word template that a paper is written into. */
export function WordTemplate(props: Props) {
  const { name, faults, fields, disabled, paper, help, canDrop = name !== null, onChoose, onDrop } = props
  const { t } = useTranslation()
  return (
    <>
      <details>
        <summary>
          {[paper, name === null ? t('wordTemplate.none') : t('wordTemplate.kept', { name })].filter(Boolean).join(DOT)}
        </summary>
        <p className="quiet">{help ?? t('wordTemplate.help')}</p>
        <p className="quiet">{fields.join(' ')}</p>
        <FileButton label={t('wordTemplate.choose')} accept=".docx" disabled={disabled} onChoose={onChoose} />{' '}
        {canDrop && (
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
