import { useTranslation } from 'react-i18next'
import { FLAG_READINGS, type FlagReading } from '@/domain/intake/rows/flag-cells'
import type { FlagWords } from '@/domain/intake/rows/flag-words'
import { Select } from '@/ui/controls/Select'
import classes from './ColumnTable.module.css'

interface Props {
  readonly words: FlagWords | undefined
  /** Absent if the readings can't be changed. */
  onChoose?(word: string, reading: FlagReading): void
}

/** How a column's marks (√, 有, 符合) were read, so that a person can object before they count, and change it. */
export function FlagWordsNote({ words, onChoose }: Props) {
  const { t } = useTranslation()
  if (!words) return null
  const { yes, no, unread = [] } = words
  const parts = (
    [
      ['yes', yes],
      ['no', no],
      ['none', unread],
    ] as const
  ).flatMap(([as, said]) => (said.length > 0 ? [t(`data.flagWords.${as}`, { words: said.join(t('ui.comma')) })] : []))
  const readings = [
    ...yes.map((word) => [word, 'yes'] as const),
    ...no.map((word) => [word, 'no'] as const),
    ...unread.map((word) => [word, 'none'] as const),
  ]
  return (
    <small className={classes.flags}>
      {parts.join(t('ui.semicolon'))}
      {onChoose && (
        <details>
          <summary>{t('data.flagWords.change')}</summary>
          {readings.map(([word, as]) => (
            <Select
              key={word}
              label={word}
              value={as}
              options={FLAG_READINGS.map((reading) => ({
                value: reading,
                label: t(`data.flagWords.as.${reading}`),
              }))}
              onChange={(next) => onChoose(word, next)}
            />
          ))}
        </details>
      )}
    </small>
  )
}
