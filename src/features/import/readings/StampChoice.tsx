import { useTranslation } from 'react-i18next'
import classes from '@/features/import/exports/Exports.module.css'
import { useExports } from '@/store/exports'
import { packageHour, useReadings } from '@/store/readings'
import { Select } from '@/ui/controls/Select'
import { hourRule } from '@/workspace/readings/hour-rule'
import type { ReadingsReview } from '@/workspace/readings/readings-desk'
import { isStampAsked, isStampOpen } from '@/workspace/readings/readings-times'

/** Maximum number of files named. */
const NAMED = 3

/** Whether times are begins or ends, for the user to state where nothing proves it, or to overrule what does. */
export function StampChoice({ stamps }: Pick<ReadingsReview, 'stamps'>) {
  const { t } = useTranslation()
  const { reading, sayStamp } = useExports()
  const isBusy = useReadings(({ looking, keeping }) => looking !== null || keeping !== null) || reading !== null
  const { stamp } = hourRule(packageHour())
  return stamps
    .filter((question) => isStampAsked(question, stamp))
    .map((question) => {
      const { key, time, files, said, proven } = question
      const isOpen = isStampOpen(question, stamp)
      const namesOf = (all: readonly string[]) =>
        all.slice(0, NAMED).join(t('ui.comma')) + (all.length > NAMED ? '…' : '')
      const named = namesOf(files)
      const other = stamp === 'begin' ? 'end' : 'begin'
      const others = question.likely[other]
      const kept = question.kept?.[other]
      return (
        <section key={key} aria-label={t('readings.stamp.title', { files: named })}>
          {/* What proves the times stands in the note of the file, and this would contradict it. */}
          {others && proven === null && (
            <p role="note">
              {t(`readings.stamp.likely.${other}`, { files: namesOf(others), time, count: others.length })}
            </p>
          )}
          {kept && proven === null && (
            <p role="note">{t(`readings.stamp.kept.${other}`, { devices: namesOf(kept), count: kept.length })}</p>
          )}
          <Select
            label={t(proven ? 'readings.stamp.overrule' : 'readings.stamp.choice', { files: named, time })}
            value={said ?? proven ?? (isOpen ? '' : stamp)}
            placeholder={t('readings.choose')}
            className={classes.choice}
            options={(['begin', 'end'] as const).map((each) => ({
              value: each,
              label: t(`readings.stamp.is.${each}`),
            }))}
            disabled={isBusy}
            onChange={(each) => void sayStamp(key, each, files[0]!)}
          />
        </section>
      )
    })
}
