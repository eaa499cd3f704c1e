import { useTranslation } from 'react-i18next'
import { packageHour } from '@/store/readings'
import { hourRule } from '@/workspace/hour-rule'
import type { ReadingsReview } from '@/workspace/readings-desk'
import { isUntold, type TimesOfFiles } from '@/workspace/readings-times'

/** How the times of files were read: joined of two columns, and as begins or ends by what they show. */
export function TimesNotes({ times, stamps }: Pick<ReadingsReview, 'times' | 'stamps'>) {
  const { t } = useTranslation()
  const shownAs = hourRule(packageHour()).stamp
  const stampText = (of: TimesOfFiles) => {
    const { day, stamp, hours } = of
    if (hours === 'to-24') return t('readings.stamp.end')
    if (stamps.some(({ headings, said }) => said !== null && headings === of.headings)) return ''
    if (hours === 'open') return t(stamp === 'end' ? 'readings.stamp.beside' : `readings.stamp.open.${shownAs}`)
    if (isUntold(of)) return t(`readings.stamp.untold.${shownAs}`)
    return day !== null && hours === null && stamp === 'begin' ? t('readings.stamp.begin') : ''
  }
  return times.map((of) => {
    const { files, day, time, headings } = of
    const text = stampText(of)
    if (day === null && text === '') return null
    const file = files.length === 1 ? files[0]! : t('readings.filesOfDevice', { first: files[0], count: files.length })
    return (
      <p key={[headings, day, of.hours, of.stamp, of.likely].join(' ')} role="note">
        {day === null ? t('readings.stamp.column', { file, time }) : t('exports.wholeTimes', { file, day, time })}
        {text}
      </p>
    )
  })
}
