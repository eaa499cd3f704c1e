import { useTranslation } from 'react-i18next'
import { useChentu } from '@/store/chentu'
import type { ReadingsReview } from '@/workspace/readings/readings-desk'

/** Maximum number of devices named. */
const NAMED = 5

/** Values below zero that can't be, with what becomes of them, and values that rows lack although they have others. */
export function ValueNotes({ lacking, negative }: Pick<ReadingsReview, 'lacking' | 'negative'>) {
  const { t } = useTranslation()
  const ranges = useChentu((state) => state.opened?.dataset.monitoring?.doubts.implausible?.ranges)
  const named = (all: readonly string[]) => all.slice(0, NAMED).join(t('ui.comma')) + (all.length > NAMED ? '…' : '')
  const counted = lacking.map(({ parameter, values }) =>
    t('readings.lackingOf', { parameter: t(`monitoring.names.${parameter}`), values: values.toLocaleString('en') }),
  )
  return (
    <>
      {negative.map(({ parameter, values, devices, replacing }) => (
        <p key={parameter} role="note">
          {t('readings.negative', {
            parameter: t(`monitoring.names.${parameter}`),
            values: values.toLocaleString('en'),
            devices: named(devices),
            doubted: ranges?.[parameter] ? t('readings.negativeDoubted', { least: ranges[parameter][0] }) : '',
            replacing: replacing > 0 ? t('readings.negativeReplacing', { values: replacing.toLocaleString('en') }) : '',
          })}
        </p>
      ))}
      {counted.length > 0 && <p role="note">{t('readings.lacking', { values: counted.join(t('ui.comma')) })}</p>}
    </>
  )
}
