import { useTranslation } from 'react-i18next'
import { localMinute } from '@/domain/calendar'
import type { StepTime } from './step-time'
import { TimeField } from './TimeField'

interface Props {
  readonly label: string
  readonly help?: string
  /** Name of the step. */
  readonly step: string
  readonly time: StepTime
  readonly value: string
  onChange(value: string): void
}

/** A field for the time of a step of a case; says which other record the entered time contradicts. */
export function StepTimeField({ step, time: { conflict }, value, ...field }: Props) {
  const { t } = useTranslation()
  return (
    <>
      <TimeField {...field} value={value} />
      {conflict && (
        <p role={conflict.isRefused ? 'alert' : 'note'}>
          {t(conflict.isRefused ? 'cases.form.tooEarly' : 'cases.form.before', {
            step,
            when: value.trim(),
            before: conflict.what === 'observed' ? t('cases.observed') : t(`cases.step.${conflict.what}`),
            at: localMinute(conflict.when),
          })}
        </p>
      )}
    </>
  )
}
