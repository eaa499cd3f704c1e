import { useTranslation } from 'react-i18next'
import { PARAMETER_FACTS } from '@/domain/monitoring/parameter'
import { hourText, valueText } from '@/store/words/monitor-figures'
import { DOT } from '@/ui/dot'
import classes from './CasesScene.module.css'
import { MonthLines } from './drawings/MonthLines'
import { ticksUpTo, topFor } from './drawings/month-lines'
import type { CaseCurve as Curve } from './use-case-curve'

/** Every n-th hour is written. */
const EVERY = 6
/** Height of a text line, in percent of the drawing. */
const TEXT_PERCENT = 9

const YEAR = '2022-'.length

/** A device's hours around the value on which a case was opened, with the limit. */
export function CaseCurve({ curve }: { readonly curve: Curve }) {
  const { t } = useTranslation()
  const { device, parameter, from, values, over, limit, background, isIllustrative } = curve
  const { unit } = PARAMETER_FACTS[parameter]
  const title = t('cases.scene.curve', {
    device,
    parameter: t(`monitoring.names.${parameter}`),
    unit,
  })
  const line = { key: device, values, over, colour: 'var(--action)', start: '', end: '' }
  const limits = values.map(() => limit ?? 0)
  const top = topFor([line], limits)
  return (
    <figure className={classes.curve}>
      <figcaption>
        {[
          title,
          limit !== null && background !== null && t(`cases.scene.curveBackground.${background}`),
          isIllustrative && t('cases.illustrative'),
        ]
          .filter(Boolean)
          .join(DOT)}
      </figcaption>
      <div>
        <MonthLines
          label={title}
          months={hourNames(values.length, from)}
          every={EVERY}
          lines={[line]}
          scale={{ bottom: 0, top }}
          ticks={ticksUpTo(top).map((value) => ({ value, words: valueText(value, parameter) }))}
          limit={
            limit === null
              ? null
              : {
                  values: limits,
                  words: (value) => t('cases.scene.curveLimit', { limit: valueText(value, parameter), unit }),
                }
          }
          gap={TEXT_PERCENT}
        />
      </div>
    </figure>
  )
}

/** Times of the hours; of those that are written, the first and each on another day have the day under the time. */
function hourNames(count: number, from: number): readonly string[] {
  let written = ''
  return Array.from({ length: count }, (_, hour) => {
    const [day, time] = hourText(from + hour * 60)
      .slice(YEAR)
      .split(' ') as [string, string]
    if ((count - 1 - hour) % EVERY !== 0 || day === written) return time
    written = day
    return `${time}\n${day}`
  })
}
