import { useTranslation } from 'react-i18next'
import { Button } from './controls/Button'
import { FileButton } from './controls/FileButton'
import { DOT } from './dot'

interface Props {
  /** File name of the document that is kept; null without one. */
  readonly name: string | null
  /** What is wrong with the one that was chosen or used last, a line each. */
  readonly faults: readonly string[]
  /** Names of the fields that it may have, and of its lists with theirs. */
  readonly fields: readonly string[]
  readonly disabled: boolean
  /** Which paper it is of, where there is more than one beside it. */
  readonly paper?: string
  /** Where it is kept, if that is not with the data. */
  readonly help?: string
  /** Whether the one that is kept can be given up here. */
  readonly canDrop?: boolean
  onChoose(file: File): void
  onDrop(): void
}

/** Which Word document of the office a paper is written into. */
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
