import { useTranslation } from 'react-i18next'
import classes from '@/features/import/exports/Exports.module.css'
import { useExports } from '@/store/exports'
import { Select } from '@/ui/controls/Select'
import type { ReadingsReview } from '@/workspace/readings-desk'

/** Maximum number of files with a choice of their own; more are chosen for together. */
const NAMED = 20
const STAMPS = ['file', 'begin', 'end'] as const

type Stamps = ReadingsReview['stamps']

/** Which end of its interval the times of each file mark: as the file shows, unless the user says so. */
export function StampChoice({ files }: { readonly files: Stamps }) {
  const { t } = useTranslation()
  const { reading, sayOfReadings } = useExports()
  const choiceFor = (label: string, of: Stamps) => {
    const [said, ...others] = new Set(of.map(({ stamp }) => stamp ?? 'file'))
    return (
      <Select
        key={of.map(({ id }) => id).join(' ')}
        label={label}
        value={others.length === 0 && said ? said : ''}
        placeholder={t('readings.stampChoice.several')}
        className={classes.choice}
        disabled={reading !== null}
        options={STAMPS.map((value) => ({ value, label: t(`readings.stampChoice.${value}`) }))}
        onChange={(value) => void sayOfReadings(of, { stamp: value === 'file' ? undefined : value })}
      />
    )
  }
  return (
    <details>
      <summary>{t('readings.stampChoice.title')}</summary>
      <p>{t('readings.stampChoice.help')}</p>
      {files.length > 1 && choiceFor(t('readings.stampChoice.all', { count: files.length }), files)}
      {files.slice(0, NAMED).map((each) => choiceFor(t('readings.stampChoice.of', { file: each.file }), [each]))}
    </details>
  )
}
