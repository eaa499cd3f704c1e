import { useTranslation } from 'react-i18next'
import { packageHour } from '@/store/readings'
import { hourRule } from '@/workspace/readings/hour-rule'
import type { ReadingsReview } from '@/workspace/readings/readings-desk'
import { isStampOpen, isUntold, stampKey, type TimesOfFiles } from '@/workspace/readings/readings-times'

/** How the times of files were read: joined of two columns, and as begins or ends by what they show. */
export function TimesNotes({ times, stamps }: Pick<ReadingsReview, 'times' | 'stamps'>) {
  const { t } = useTranslation()
  const shownAs = hourRule(packageHour()).stamp
  const stampText = (of: TimesOfFiles) => {
    const { day, stamp, hours, proof, proven } = of
    if (proof && proven) {
      const overruled = stamp === proven ? '' : t('readings.stamp.overruled', { is: t(`readings.stamp.is.${stamp!}`) })
      return t(`readings.stamp.proof.${proof}`, { is: t(`readings.stamp.is.${proven}`) }) + overruled
    }
    const question = stamps.find(({ key }) => key === stampKey(of))
    if (question && question.said !== null) return ''
    // Nothing is assumed where the user has to answer.
    if (question && isStampOpen(question, shownAs) && isUntold(of)) return t('readings.stamp.undecided')
    if (hours === 'open') return t(`readings.stamp.open.${shownAs}`)
    if (isUntold(of)) return t(`readings.stamp.${hours === 'parts' ? 'parts' : 'untold'}.${shownAs}`)
    return day !== null && hours === null && stamp === 'begin' ? t('readings.stamp.begin') : ''
  }
  return times.map((of) => {
    const { files, day, time, headings } = of
    const text = stampText(of)
    if (day === null && text === '') return null
    const file = files.length === 1 ? files[0]! : t('readings.filesOfDevice', { first: files[0], count: files.length })
    return (
      <p key={[headings, day, of.hours, of.stamp, of.likely, of.proof].join(' ')} role="note">
        {day === null ? t('readings.stamp.column', { file, time }) : t('exports.wholeTimes', { file, day, time })}
        {text}
      </p>
    )
  })
}
