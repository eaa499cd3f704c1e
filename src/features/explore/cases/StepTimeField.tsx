import { useTranslation } from 'react-i18next'
import { localMinute } from '@/domain/calendar'
import type { CaseStepName } from '@/domain/cases/stage'
import { writerOf } from '@/ledger/device'
import { useLedger } from '@/store/ledger'
import type { StepTime } from './step-time'
import { TimeField } from './TimeField'

interface Props {
  readonly label: string
  readonly help?: string
  readonly step: CaseStepName
  readonly time: StepTime
  readonly value: string
  onChange(value: string): void
}

/** A field for the time of a step of a case; says which other record the entered time contradicts. */
export function StepTimeField({ step, time, value, ...field }: Props) {
  const { t } = useTranslation()
  const device = useLedger((state) => state.device)
  const { conflict, earlierThan } = time
  // Only the device that made a record can withdraw it.
  const isElsewhere = earlierThan !== null && earlierThan.device !== device
  return (
    <>
      <TimeField {...field} value={value} />
      {conflict && (
        <p role={conflict.isRefused ? 'alert' : 'note'}>
          {t(
            conflict.isRefused
              ? isElsewhere
                ? 'cases.form.tooEarlyElsewhere'
                : 'cases.form.tooEarly'
              : 'cases.form.before',
            {
              step: t(`cases.step.${step}`),
              when: localMinute(time.at!),
              before: conflict.what === 'observed' ? t('cases.noticed') : t(`cases.step.${conflict.what}`),
              at: localMinute(conflict.when),
              who: earlierThan ? writerOf(earlierThan) : '',
              remedy: t(conflict.what === 'observed' ? 'cases.form.wrongNoticed' : 'cases.form.wrongStep'),
            },
          )}
        </p>
      )}
    </>
  )
}
